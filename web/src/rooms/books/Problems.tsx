import type { FileProblem } from "@koers/contract";
import { placeOf, sentenceOf, timesOf } from "@koers/phrases";
import { usePhrases } from "#app/language.tsx";

const order = { refuse: 0, ask: 1, flag: 2, note: 3 } as const;
const kinds = { refuse: "loss", ask: "warn", flag: "warn", note: undefined } as const;

/** What is wrong with a file, where, and what to do; the gravest first. */
export function Problems({ problems }: { readonly problems: readonly FileProblem[] }) {
  const phrases = usePhrases();
  const { t } = phrases;
  const sorted = [...problems].sort((a, b) => order[a.severity] - order[b.severity]);
  return (
    <section className="stack">
      <h3>{t("books.problems")}</h3>
      <ul className="plain-list problems">
        {sorted.map((problem) => {
          const place = placeOf(phrases, problem);
          const times = timesOf(phrases, problem);
          return (
            <li key={`${problem.code}-${place}-${problem.field}-${problem.found}`}>
              <span className="badge" data-kind={kinds[problem.severity]}>
                {t(`books.severity-${problem.severity}`)}
              </span>
              <span>
                {place !== "" && <strong>{place}: </strong>}
                {sentenceOf(phrases, problem)}
                {times !== "" && <span className="quiet"> {times}</span>}
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
