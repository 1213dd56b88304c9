import type { Problem } from "./problem.ts";

/** An error that carries a problem from deep inside a stream to the edge of its reader. */
export type Refusal = Error & { readonly refusal: Problem };

/** Makes the error to throw inside a reader; `refusedBy` turns it back into its problem at the edge. */
export function refusal(problem: Problem): Refusal {
  return Object.assign(new Error(problem.code), { refusal: problem });
}

/** The problem inside a caught error; anything that is no refusal is thrown on, for it is a fault. */
export function refusedBy(error: unknown): Problem {
  if (error instanceof Error && "refusal" in error) return (error as Refusal).refusal;
  throw error;
}
