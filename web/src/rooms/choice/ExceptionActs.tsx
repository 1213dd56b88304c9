import type { OutputOf } from "@koers/contract/client";
import { useState } from "react";
import { usePhrases } from "#app/language.tsx";
import { Button } from "#controls/Button.tsx";
import { type Decision, DecisionSheet } from "./DecisionSheet.tsx";
import { EndSheet } from "./EndSheet.tsx";

type Dossier = OutputOf<"getException">;

const decisions = [
  "submit",
  "approve",
  "refuse",
  "activate",
] as const satisfies readonly Decision[];

/** What who asks may do with the dossier as it stands; each asks once more, as none is taken back. */
export function ExceptionActs({ dossier }: { readonly dossier: Dossier }) {
  const { t } = usePhrases();
  const [open, setOpen] = useState<Decision | "end" | null>(null);
  const { id, state, possible } = dossier;
  const close = () => setOpen(null);
  return (
    <>
      {decisions
        .filter((decision) => possible.includes(decision))
        .map((decision) => (
          <Button
            key={decision}
            kind={decision === "refuse" ? "plain" : "primary"}
            onClick={() => setOpen(decision)}
          >
            {t(`choice.${decision}`)}
          </Button>
        ))}
      {possible.includes("end") && (
        <Button onClick={() => setOpen("end")}>{t("choice.end")}</Button>
      )}
      {open === "end" && <EndSheet id={id} begun={state === "active"} onClose={close} />}
      {open !== null && open !== "end" && <DecisionSheet id={id} decision={open} onClose={close} />}
    </>
  );
}
