import type { FoldedHistory } from "./fold-history.ts";

/** Folded customers by number of repeat orders, their times as places on one grid. */
export type ParetoRows = {
  readonly customers: number;
  /** All times that occur, and 0, ascending. */
  readonly grid: Float64Array;
  /** The distinct numbers of repeat orders, ascending, and how many customers have each. */
  readonly counts: Float64Array;
  readonly countWeights: Float64Array;
  /** Rows of count k stand from `start[k]` up to `start[k + 1]`. */
  readonly start: Int32Array;
  /** The first place of a last order among the rows of each count. */
  readonly earliest: Int32Array;
  readonly last: Int32Array;
  readonly age: Int32Array;
  readonly weight: Float64Array;
};

/** Both ascending lists in one without doubles, and the place in it of each entry. */
function merge(one: Float64Array, other: Float64Array) {
  const grid = Float64Array.from(new Set([0, ...one, ...other])).sort();
  const place = (times: Float64Array) => {
    let at = 0;
    return Int32Array.from(times, (time) => {
      while ((grid[at] as number) < time) at += 1;
      return at;
    });
  };
  return { grid, ones: place(one), others: place(other) };
}

/**
 * Puts folded rows in the order in which the likelihood of the Pareto/NBD goes through them.
 *
 * @param unit by which times are divided
 * @param stride 1 for all rows; k for every k-th only, as a quick first picture
 */
export function paretoRows(folded: FoldedHistory, unit: number, stride = 1): ParetoRows {
  const { counts, rowCount, rowLast, rowAge, rowWeight } = folded;
  const { grid, ones, others } = merge(folded.lasts, folded.ages);
  const start = new Int32Array(counts.length + 1);
  for (let row = 0; row < rowCount.length; row += stride) {
    const after = (rowCount[row] as number) + 1;
    start[after] = (start[after] as number) + 1;
  }
  for (let k = 0; k < counts.length; k += 1)
    start[k + 1] = (start[k + 1] as number) + (start[k] as number);
  const size = start[counts.length] as number;
  const next = start.slice();
  const last = new Int32Array(size);
  const age = new Int32Array(size);
  const weight = new Float64Array(size);
  const countWeights = new Float64Array(counts.length);
  const earliest = new Int32Array(counts.length).fill(grid.length - 1);
  let customers = 0;
  for (let row = 0; row < rowCount.length; row += stride) {
    const count = rowCount[row] as number;
    const at = next[count] as number;
    next[count] = at + 1;
    last[at] = ones[rowLast[row] as number] as number;
    earliest[count] = Math.min(earliest[count] as number, last[at] as number);
    age[at] = others[rowAge[row] as number] as number;
    const own = rowWeight[row] as number;
    weight[at] = own;
    countWeights[count] = (countWeights[count] as number) + own;
    customers += own;
  }
  return {
    customers,
    grid: grid.map((time) => time / unit),
    counts,
    countWeights,
    start,
    earliest,
    last,
    age,
    weight,
  };
}
