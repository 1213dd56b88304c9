import type { OutputOf } from "@koers/contract/client";
import { usePhrases } from "#app/language.tsx";

type ExceptionStateProps = Pick<OutputOf<"getException">, "state" | "expired">;

/** How a dossier stands, and the alarm where its last day has passed. */
export function ExceptionState({ state, expired }: ExceptionStateProps) {
  const { t } = usePhrases();
  return (
    <>
      <span className="badge" data-kind={state === "submitted" ? "warn" : undefined}>
        {t(`choice.states.${state}`)}
      </span>{" "}
      {expired && (
        <span className="badge" data-kind="loss">
          {t("choice.expired")}
        </span>
      )}
    </>
  );
}
