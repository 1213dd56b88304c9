import type { Problem } from "./problem.ts";
import type { ProblemCode } from "./problem-code.ts";

const mostOfOneCode = 100;

/** Problems as they are found; of one code the first hundred, the last of which carries the full count. */
export type ProblemList = {
  add(problem: Problem): void;
  /** True once a problem was added that lets nothing through. */
  readonly refused: boolean;
  toArray(): readonly Problem[];
};

export function problemList(): ProblemList {
  const problems: Problem[] = [];
  const counts = new Map<ProblemCode, number>();
  const listed = new Map<ProblemCode, number>();
  const lastOfCode = new Map<ProblemCode, number>();
  const left = new Set<ProblemCode>();
  let refused = false;
  return {
    add(problem) {
      const count = (counts.get(problem.code) ?? 0) + (problem.count ?? 1);
      counts.set(problem.code, count);
      refused ||= problem.severity === "refuse";
      const places = (listed.get(problem.code) ?? 0) + 1;
      if (places > mostOfOneCode) {
        left.add(problem.code);
        return;
      }
      listed.set(problem.code, places);
      lastOfCode.set(problem.code, problems.length);
      problems.push(short(problem));
    },
    get refused() {
      return refused;
    },
    toArray() {
      return problems.map((problem, index) => {
        const last = left.has(problem.code) && lastOfCode.get(problem.code) === index;
        return last ? { ...problem, count: counts.get(problem.code) ?? 1 } : problem;
      });
    },
  };
}

function short(problem: Problem): Problem {
  return {
    ...problem,
    ...(problem.found !== undefined && { found: problem.found.slice(0, 200) }),
    ...(problem.expected !== undefined && { expected: problem.expected.slice(0, 200) }),
  };
}
