/** A level of a trait that can be a condition of a subgroup. */
export type Selector = { readonly trait: number; readonly level: number };

/** What is known of the rows that meet one more condition. */
export type Counts = {
  /** An upper bound of the quality of every subgroup within these rows, by selector. */
  readonly bound: Float64Array;
  readonly rows: Float64Array;
  readonly average: Float64Array;
  readonly quality: Float64Array;
};

/**
 * Counts rows for a search that goes down by conditions. Depth 0 is all rows; `narrow` sets the rows of depth
 * + 1. Selectors are numbered; only `counts` at the listed ones is written.
 */
export type SubgroupTally = {
  readonly selectors: readonly Selector[];
  /** Fills `bound` of what each of these selectors leaves of the rows at this depth. */
  readonly bounds: (depth: number, chosen: readonly number[], counts: Counts) => void;
  /** Fills rows, average and quality; after `bounds` of the same selectors. */
  readonly measure: (depth: number, chosen: readonly number[], counts: Counts) => void;
  readonly narrow: (depth: number, selector: number) => void;
};

/** Empty counts for this many selectors. */
export function countsOf(selectors: number): Counts {
  return {
    bound: new Float64Array(selectors),
    rows: new Float64Array(selectors),
    average: new Float64Array(selectors),
    quality: new Float64Array(selectors),
  };
}

/** All single conditions with their counts, and a tally for those of them that are worth going on with. */
export type SubgroupCounter = {
  readonly singles: () => { readonly selectors: readonly Selector[]; readonly counts: Counts };
  readonly tally: (selectors: readonly Selector[], depth: number) => SubgroupTally;
};
