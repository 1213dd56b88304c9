import type { ExceptionContent, ExceptionContentField } from "@koers/contract";
import type { Phrases } from "@koers/phrases";

const order = [
  "reason",
  "targetGroup",
  "delivered",
  "excluded",
  "learningQuestions",
  "cash",
  "minimumMargin",
  "maximumHours",
  "extraActivities",
  "endsOn",
] as const satisfies readonly ExceptionContentField[];

type Line = { readonly field: ExceptionContentField; readonly texts: readonly string[] };

/** What is agreed, in words, in the order it is read; what is not agreed is left out. */
export function agreedLines(
  phrases: Phrases,
  content: ExceptionContent,
  currency: string,
): readonly Line[] {
  return order
    .map((field) => ({ field, texts: said(phrases, content, field, currency) }))
    .filter(({ texts }) => texts.length > 0);
}

function said(
  { t, format }: Phrases,
  content: ExceptionContent,
  field: ExceptionContentField,
  currency: string,
): readonly string[] {
  const { reason, cash, minimumMargin, maximumHours, endsOn } = content;
  switch (field) {
    case "reason":
      return reason === null ? [] : [t(`choice.reasons.${reason}`)];
    case "cash": {
      if (cash === null) return [];
      const amount = format.money(cash.amount, currency);
      return [t("choice.cashBy", { amount, day: format.day(cash.by) })];
    }
    case "minimumMargin": {
      if (minimumMargin === null) return [];
      const whole = Number.isInteger(Number((minimumMargin * 100).toFixed(4)));
      return [format.percent(minimumMargin, whole ? 0 : 1)];
    }
    case "maximumHours":
      return maximumHours === null
        ? []
        : [t("choice.hours", { hours: format.number(maximumHours, 2) })];
    case "endsOn":
      return endsOn === null ? [] : [format.day(endsOn)];
    case "learningQuestions":
    case "extraActivities":
      return content[field];
    case "targetGroup":
    case "delivered":
    case "excluded":
      return content[field] === null ? [] : [content[field]];
    default:
      return field satisfies never;
  }
}
