/**
 * A programme to be maximised: rewards times x, with rows and x between limits. The matrix is given column by
 * column: entries `starts[j]` to `starts[j + 1]` of `rows` and `values` belong to column j.
 */
export type MixedIntegerProgramme = {
  readonly rewards: Float64Array;
  readonly columnLower: Float64Array;
  readonly columnUpper: Float64Array;
  readonly rowLower: Float64Array;
  readonly rowUpper: Float64Array;
  readonly starts: Int32Array;
  readonly rows: Int32Array;
  readonly values: Float64Array;
  /** Whether all x have to be whole numbers. */
  readonly whole: boolean;
  /** A solution that is known, if there is one. */
  readonly known?: Float64Array;
  /** A solution within this part of the bound is good enough. */
  readonly relativeGap: number;
  /** How much work it may take, counted in steps and not in seconds, so that the result is always the same. */
  readonly mostIterations: number;
};

/** What a solver found. */
export type ProgrammeSolution =
  | {
      readonly kind: "solved";
      readonly x: Float64Array;
      /** No solution of the programme is worth more. */
      readonly bound: number;
      /** What one unit more of each row's limit would be worth; null with whole numbers. */
      readonly rowPrices: Float64Array | null;
    }
  | { readonly kind: "infeasible" }
  /** The work ran out, or the solver failed. */
  | { readonly kind: "no-solution" };

/** Solves a programme; the same programme always gives the same answer. */
export type MixedIntegerSolver = (programme: MixedIntegerProgramme) => ProgrammeSolution;
