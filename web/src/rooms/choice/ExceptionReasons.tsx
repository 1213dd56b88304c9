import type { ExceptionReason } from "@koers/contract";
import { usePhrases } from "#app/language.tsx";

type ExceptionReasonsProps = {
  readonly chosen: ExceptionReason | null;
  readonly onChoose: (reason: ExceptionReason) => void;
};

const reasons = ["experience", "cash-now", "cover-fixed-costs"] as const;

/** One of three reasons; there is no fourth. */
export function ExceptionReasons({ chosen, onChoose }: ExceptionReasonsProps) {
  const { t } = usePhrases();
  return (
    <fieldset className="plain-fieldset">
      <legend>
        <h2>{t("choice.fields.reason")}</h2>
      </legend>
      {reasons.map((reason) => (
        <label key={reason} className="choice">
          <input
            type="radio"
            name="reason"
            value={reason}
            checked={chosen === reason}
            onChange={() => onChoose(reason)}
          />
          <span>
            {t(`choice.reasons.${reason}`)}
            <span className="quiet choice-explained">{t(`choice.reasonHints.${reason}`)}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
