import type { OutputOf } from "@koers/contract/client";
import { usePhrases } from "#app/language.tsx";

type Event = OutputOf<"getException">["history"][number];

/** Who did what and when, with what they said. */
export function ExceptionHistory({ history }: { readonly history: readonly Event[] }) {
  const { t, format } = usePhrases();

  function who({ by, via }: Event): string {
    if (by !== null) return by;
    if (via === "import") return t("choice.viaImport");
    return via === "api" ? t("choice.viaApi") : t("shell.unknown");
  }

  return (
    <section className="stack">
      <h2>{t("choice.history")}</h2>
      <ol className="history">
        {history.map((event) => (
          <li key={event.sequence}>
            <p>
              <strong>{t(`choice.commands.${event.command}`)}</strong>
              {event.fields.length > 0 &&
                `: ${event.fields.map((field) => t(`choice.fields.${field}`).toLowerCase()).join(", ")}`}
              {event.outcome !== null && `: ${t(`choice.outcomes.${event.outcome}`)}`}
            </p>
            <p className="quiet">
              {t("choice.byAt", { name: who(event), moment: format.moment(event.at) })}
            </p>
            {[event.note, event.lessons].map(
              (words) =>
                words !== null && (
                  <blockquote key={words} className="words">
                    {words}
                  </blockquote>
                ),
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
