import type { Problem } from "../problem.ts";

const most = 100;

/** Problems in the order found, at most a hundred of one code; the last kept carries the full count. */
export type ProblemList = {
  add(problem: Problem): void;
  readonly refused: boolean;
  all(): readonly Problem[];
};

function shortened(text: string | undefined): string | undefined {
  return text === undefined || text.length <= 200 ? text : `${text.slice(0, 199)}…`;
}

export function problemList(): ProblemList {
  const kept: Problem[] = [];
  const counts = new Map<string, { count: number; last: number }>();
  let refused = false;

  function add(problem: Problem): void {
    refused ||= problem.severity === "refuse";
    const key = `${problem.code} ${problem.severity}`;
    const seen = counts.get(key) ?? { count: 0, last: -1 };
    seen.count += problem.count ?? 1;
    if (seen.last < 0 || (kept.length < 10_000 && seen.count <= most)) {
      seen.last = kept.length;
      const { found, ...rest } = problem;
      const text = shortened(found);
      kept.push({ ...rest, ...(text !== undefined && { found: text }) });
    }
    counts.set(key, seen);
  }

  function all(): readonly Problem[] {
    return kept.map((problem, index) => {
      const seen = counts.get(`${problem.code} ${problem.severity}`);
      const over = seen !== undefined && seen.last === index && seen.count > most;
      return over ? { ...problem, count: seen.count } : problem;
    });
  }

  return {
    add,
    all,
    get refused() {
      return refused;
    },
  };
}
