import type { FormEvent } from "react";
import { api } from "#app/api.ts";
import { usePhrases } from "#app/language.tsx";
import { Button } from "#controls/Button.tsx";
import { Sheet } from "#controls/Sheet.tsx";
import { useDecision } from "./use-decision.ts";
import { Words } from "./Words.tsx";

type EndSheetProps = {
  readonly id: string;
  /** What never began can only be broken off. */
  readonly begun: boolean;
  readonly onClose: () => void;
};

const outcomes = ["learned", "converted", "broken-off"] as const;

/** How an exception ends, and what was learned. */
export function EndSheet({ id, begun, onClose }: EndSheetProps) {
  const { t } = usePhrases();
  const { decide, refusal } = useDecision(onClose);
  const offered = outcomes.filter((outcome) => begun || outcome === "broken-off");

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const outcome = offered.find((one) => one === form.get("outcome"));
    if (outcome === undefined) return;
    const lessons = String(form.get("lessons") ?? "").trim();
    void decide(() => api("endException", { id, outcome, lessons }), t("choice.endDone"));
  }

  return (
    <Sheet title={t("choice.end")} onClose={onClose}>
      <form className="stack" onSubmit={submit}>
        <p>{t("choice.endText")}</p>
        <fieldset className="plain-fieldset">
          <legend className="field-label">{t("choice.outcome")}</legend>
          {offered.map((outcome) => (
            <label key={outcome} className="choice">
              <input
                type="radio"
                name="outcome"
                value={outcome}
                required
                defaultChecked={offered.length === 1}
              />
              <span>{t(`choice.outcomes.${outcome}`)}</span>
            </label>
          ))}
        </fieldset>
        <Words name="lessons" label={t("choice.lessons")} required maxLength={4_000} />
        {refusal !== null && (
          <p className="notice" data-kind="loss" role="alert">
            {refusal}
          </p>
        )}
        <div className="row">
          <Button kind="primary" type="submit">
            {t("choice.end")}
          </Button>
          <Button onClick={onClose}>{t("shell.cancel")}</Button>
        </div>
      </form>
    </Sheet>
  );
}
