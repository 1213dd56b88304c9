import type { FileReport } from "@koers/contract";
import { usePhrases } from "#app/language.tsx";
import { Field } from "#controls/Field.tsx";

/** Refusals that a person may answer for: control totals that do not match. */
const answerable: ReadonlySet<string> = new Set([
  "LINES_COUNT_MISMATCH",
  "TOTAL_DEBIT_MISMATCH",
  "TOTAL_CREDIT_MISMATCH",
  "OB_LINES_COUNT_MISMATCH",
  "CONTROL_TOTAL_MISSING",
  "BALANCE_MISMATCH",
]);

export function overridable(report: FileReport): boolean {
  const refusals = report.problems.filter(
    ({ severity }) => severity === "refuse" || severity === "ask",
  );
  return refusals.length > 0 && refusals.every(({ code }) => answerable.has(code));
}

type OverrideProps = {
  readonly value: string | undefined;
  readonly onChange: (reason: string | undefined) => void;
};

export function Override({ value, onChange }: OverrideProps) {
  const { t } = usePhrases();
  return (
    <div className="stack">
      <label className="choice">
        <input
          type="checkbox"
          checked={value !== undefined}
          onChange={(event) => onChange(event.target.checked ? "" : undefined)}
        />
        <span>
          {t("books.override")}
          <span className="quiet choice-explained">{t("books.overrideText")}</span>
        </span>
      </label>
      {value !== undefined && (
        <Field
          label={t("books.overrideReason")}
          required
          minLength={3}
          maxLength={500}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </div>
  );
}
