import type { OutputOf } from "@koers/contract/client";
import { usePhrases } from "#app/language.tsx";

type Dossier = Pick<OutputOf<"getException">, "outcome" | "history">;

/** How it ended and what was learned; nothing before it has ended. */
export function ExceptionEnding({ outcome, history }: Dossier) {
  const { t } = usePhrases();
  if (outcome === null) return null;
  const lessons = history.at(-1)?.lessons ?? null;
  return (
    <section className="stack">
      <h2>{t("choice.ended")}</h2>
      <dl className="terms">
        <div>
          <dt>{t("choice.outcome")}</dt>
          <dd>{t(`choice.outcomes.${outcome}`)}</dd>
        </div>
        {lessons !== null && (
          <div>
            <dt>{t("choice.lessons")}</dt>
            <dd>{lessons}</dd>
          </div>
        )}
      </dl>
    </section>
  );
}
