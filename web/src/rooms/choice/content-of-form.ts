import type { ExceptionContent } from "@koers/contract";

const reasons = ["experience", "cash-now", "cover-fixed-costs"] as const;

/** What a filled-in form says; null where an amount has no day, or a day no amount. */
export function contentOfForm(form: FormData): ExceptionContent | null {
  const text = (name: string) => {
    const value = form.get(name);
    // A browser sends line ends as CR LF.
    const words = typeof value === "string" ? value.replaceAll("\r\n", "\n").trim() : "";
    return words === "" ? null : words;
  };
  const lines = (name: string) =>
    (text(name) ?? "")
      .split("\n")
      .map((line) => line.trim())
      .filter((line) => line !== "");
  const decimal = (name: string) => text(name)?.replace(",", ".") ?? null;
  const margin = decimal("minimumMargin");
  const hours = decimal("maximumHours");
  const amount = decimal("cashAmount");
  const by = text("cashBy");
  if ((amount === null) !== (by === null)) return null;
  return {
    reason: reasons.find((reason) => reason === text("reason")) ?? null,
    targetGroup: text("targetGroup"),
    delivered: text("delivered"),
    excluded: text("excluded"),
    minimumMargin: margin === null ? null : Number((Number(margin) / 100).toFixed(6)),
    cash: amount === null || by === null ? null : { amount, by },
    learningQuestions: lines("learningQuestions"),
    maximumHours: hours === null ? null : Number(hours),
    extraActivities: lines("extraActivities"),
    endsOn: text("endsOn"),
  };
}

/** The part that is not as it was: the history names what was changed. */
export function changedContent(
  before: ExceptionContent,
  after: ExceptionContent,
): Partial<ExceptionContent> {
  const was = new Map(Object.entries(before).map(([field, value]) => [field, asText(value)]));
  return Object.fromEntries(
    Object.entries(after).filter(([field, value]) => was.get(field) !== asText(value)),
  );
}

function asText(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === "object" && part !== null && !Array.isArray(part)
      ? // The database keeps the parts of an object in an order of its own.
        Object.entries(part).toSorted(([one], [other]) => (one < other ? -1 : 1))
      : part,
  );
}
