import type { ExceptionContent, ExceptionContentField, ExceptionReason } from "@koers/contract";
import { type FormEvent, type ReactNode, useState } from "react";
import { describeError } from "#app/describe-error.ts";
import { usePhrases } from "#app/language.tsx";
import { Button } from "#controls/Button.tsx";
import { Field } from "#controls/Field.tsx";
import { contentOfForm } from "./content-of-form.ts";
import { ExceptionReasons } from "./ExceptionReasons.tsx";
import { Words } from "./Words.tsx";

type ExceptionFormProps = {
  /** What it says so far; nothing for a new one. */
  readonly content?: ExceptionContent;
  readonly currency: string;
  readonly onSave: (content: ExceptionContent) => Promise<void>;
  /** Beside the button that saves. */
  readonly children: ReactNode;
};

const benefitOf: Readonly<Record<ExceptionReason, readonly ExceptionContentField[]>> = {
  experience: ["targetGroup", "learningQuestions"],
  "cash-now": ["cash"],
  "cover-fixed-costs": ["minimumMargin", "maximumHours"],
};

/** What an exception is about; a draft may lack any of it, and the page of it says what. */
export function ExceptionForm({ content, currency, onSave, children }: ExceptionFormProps) {
  const phrases = usePhrases();
  const { t } = phrases;
  const [reason, setReason] = useState(content?.reason ?? null);
  const [halfCash, setHalfCash] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const filled = contentOfForm(new FormData(event.currentTarget));
    setHalfCash(filled === null);
    setRefusal(null);
    if (filled === null) return;
    try {
      await onSave(filled);
    } catch (error) {
      setRefusal(describeError(phrases, error));
    }
  }

  /** The hint of a field, which begins with whether the reason asks for it. */
  function hint(field: ExceptionContentField, more?: string): string | undefined {
    const needed = reason !== null && benefitOf[reason].includes(field);
    const parts = [needed ? t("choice.neededForReason") : undefined, more];
    return parts.filter((part) => part !== undefined).join(" ") || undefined;
  }

  const text = (value: number | null | undefined) =>
    value === null || value === undefined ? "" : String(Number(value.toFixed(4)));
  const share = content?.minimumMargin ?? null;
  return (
    <form className="stack exception-form" onSubmit={(event) => void submit(event)}>
      <ExceptionReasons chosen={reason} onChoose={setReason} />
      <h2>{t("choice.terms")}</h2>
      <Words
        name="delivered"
        label={t("choice.fields.delivered")}
        maxLength={4_000}
        defaultValue={content?.delivered ?? ""}
      />
      <Words
        name="excluded"
        label={t("choice.fields.excluded")}
        hint={t("choice.excludedHint")}
        maxLength={4_000}
        defaultValue={content?.excluded ?? ""}
      />
      <Words
        name="extraActivities"
        label={t("choice.fields.extraActivities")}
        hint={t("choice.onePerLine")}
        rows={2}
        defaultValue={content?.extraActivities.join("\n") ?? ""}
      />
      <h2>{t("choice.benefit")}</h2>
      <Field
        name="targetGroup"
        label={t("choice.fields.targetGroup")}
        hint={hint("targetGroup")}
        maxLength={200}
        defaultValue={content?.targetGroup ?? ""}
      />
      <Words
        name="learningQuestions"
        label={t("choice.fields.learningQuestions")}
        hint={hint("learningQuestions", t("choice.onePerLine"))}
        defaultValue={content?.learningQuestions.join("\n") ?? ""}
      />
      <Field
        name="cashAmount"
        label={`${t("choice.cashAmount")} (${currency})`}
        hint={hint("cash")}
        error={halfCash ? t("choice.cashBoth") : undefined}
        inputMode="decimal"
        pattern="\d{1,15}([.,]\d{1,2})?"
        defaultValue={content?.cash?.amount ?? ""}
      />
      <Field
        name="cashBy"
        type="date"
        label={t("choice.cashDay")}
        hint={hint("cash")}
        defaultValue={content?.cash?.by ?? ""}
      />
      <Field
        name="minimumMargin"
        label={`${t("choice.fields.minimumMargin")} (%)`}
        hint={hint("minimumMargin", t("choice.marginHint"))}
        inputMode="decimal"
        pattern="100|\d{1,2}([.,]\d{1,2})?"
        defaultValue={share === null ? "" : text(share * 100)}
      />
      <Field
        name="maximumHours"
        label={t("choice.fields.maximumHours")}
        hint={hint("maximumHours")}
        inputMode="decimal"
        pattern="\d{1,5}([.,]\d{1,2})?"
        defaultValue={text(content?.maximumHours)}
      />
      <h2>{t("choice.endHeading")}</h2>
      <Field
        name="endsOn"
        type="date"
        label={t("choice.fields.endsOn")}
        hint={t("choice.endsOnHint")}
        defaultValue={content?.endsOn ?? ""}
      />
      {refusal !== null && (
        <p className="notice" data-kind="loss" role="alert">
          {refusal}
        </p>
      )}
      <div className="row">
        <Button kind="primary" type="submit">
          {t("choice.saveDraft")}
        </Button>
        {children}
      </div>
    </form>
  );
}
