import type { OutputOf } from "@koers/contract/client";
import { usePhrases } from "#app/language.tsx";

type Reader = OutputOf<"getException">["readers"][number];

/** Who knows of it, and who read it before it was changed. */
export function ExceptionReaders({ readers }: { readonly readers: readonly Reader[] }) {
  const { t, format } = usePhrases();
  return (
    <section className="stack">
      <h2>{t("choice.readers")}</h2>
      {readers.length === 0 && <p className="quiet">{t("choice.readersNone")}</p>}
      <ul className="plain-list">
        {readers.map(({ name, at, current }) => (
          <li key={`${name} ${at}`}>
            {t("choice.byAt", { name, moment: format.moment(at) })}{" "}
            {!current && <span className="badge">{t("choice.readBefore")}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}
