import type { FormEvent } from "react";
import { api } from "#app/api.ts";
import { usePhrases } from "#app/language.tsx";
import { Button } from "#controls/Button.tsx";
import { Sheet } from "#controls/Sheet.tsx";
import { useDecision } from "./use-decision.ts";
import { Words } from "./Words.tsx";

export type Decision = "submit" | "approve" | "refuse" | "activate";

type DecisionSheetProps = {
  readonly id: string;
  readonly decision: Decision;
  readonly onClose: () => void;
};

/** Asks once more, with room for words where they stay with the dossier. */
export function DecisionSheet({ id, decision, onClose }: DecisionSheetProps) {
  const { t } = usePhrases();
  const { decide, refusal } = useDecision(onClose);

  function act(note: string) {
    switch (decision) {
      case "submit":
        return api("submitException", { id });
      case "approve":
        return api("approveException", { id, ...(note === "" ? {} : { note }) });
      case "refuse":
        return api("refuseException", { id, note });
      case "activate":
        return api("activateException", { id });
      default:
        return decision satisfies never;
    }
  }

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const note = String(new FormData(event.currentTarget).get("note") ?? "").trim();
    void decide(async () => act(note), t(`choice.${decision}Done`));
  }

  return (
    <Sheet title={t(`choice.${decision}`)} onClose={onClose}>
      <form className="stack" onSubmit={submit}>
        <p>{t(`choice.${decision}Text`)}</p>
        {(decision === "approve" || decision === "refuse") && (
          <Words
            name="note"
            label={t(decision === "refuse" ? "choice.why" : "choice.note")}
            required={decision === "refuse"}
            maxLength={4_000}
            data-focus=""
          />
        )}
        {refusal !== null && (
          <p className="notice" data-kind="loss" role="alert">
            {refusal}
          </p>
        )}
        <div className="row">
          <Button kind="primary" type="submit">
            {t(`choice.${decision}`)}
          </Button>
          <Button onClick={onClose}>{t("shell.cancel")}</Button>
        </div>
      </form>
    </Sheet>
  );
}
