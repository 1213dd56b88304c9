import type { FileProblem } from "@koers/contract";
import { placeOf, sentenceOf, timesOf } from "@koers/phrases";
import { usePhrases } from "#app/language.tsx";

const order = { refuse: 0, ask: 1, flag: 2, note: 3 } as const;
const kinds = { refuse: "loss", ask: "warn", flag: "warn", note: undefined } as const;

/** Of one kind of problem, so many are shown at once; the rest unfold. */
const shown = 3;

/** What is wrong with a file, where, and what to do; the gravest first, equal kinds together. */
export function Problems({ problems }: { readonly problems: readonly FileProblem[] }) {
  const { t } = usePhrases();
  const sorted = [...problems].sort((a, b) => order[a.severity] - order[b.severity]);
  const groups = new Map<string, FileProblem[]>();
  for (const problem of sorted) {
    const kind = `${problem.severity}-${problem.code}`;
    groups.set(kind, [...(groups.get(kind) ?? []), problem]);
  }
  return (
    <section className="stack">
      <h3>{t("books.problems")}</h3>
      {[...groups].map(([code, group]) => (
        <div key={code}>
          <ProblemList problems={group.slice(0, shown)} />
          {group.length > shown && (
            <details>
              <summary className="fold">
                {t("books.moreProblems", { count: group.length - shown })}
              </summary>
              <ProblemList problems={group.slice(shown)} />
            </details>
          )}
        </div>
      ))}
    </section>
  );
}

function ProblemList({ problems }: { readonly problems: readonly FileProblem[] }) {
  const phrases = usePhrases();
  return (
    <ul className="plain-list problems">
      {problems.map((problem) => {
        const place = placeOf(phrases, problem);
        const times = timesOf(phrases, problem);
        return (
          <li key={`${problem.code}-${place}-${problem.field}-${problem.found}`}>
            <span className="badge" data-kind={kinds[problem.severity]}>
              {phrases.t(`books.severity-${problem.severity}`)}
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
  );
}
