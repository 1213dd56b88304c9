import type { FoldedRows } from "./fold-history.ts";
import { emptyPanelRoom, type PanelRoom } from "./pareto-nbd-panels.ts";

/** Folded customers by number of repeat orders, their times as places on one grid. */
export type ParetoRows = {
  readonly customers: number;
  /** All times that occur, and 0, ascending. */
  readonly grid: Float64Array;
  /** The distinct numbers of repeat orders, ascending, and how many customers have each. */
  readonly counts: Float64Array;
  readonly countWeights: Float64Array;
  /** Rows of count k stand from `start[k]` up to `start[k + 1]`, by their last order. */
  readonly start: Int32Array;
  readonly last: Int32Array;
  readonly age: Int32Array;
  readonly weight: Float64Array;
  /** To work in. */
  readonly room: PanelRoom;
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
 * Puts the times of folded rows on one grid.
 *
 * @param unit by which times are divided
 * @param stride 1 for all rows; k for every k-th only, as a quick first picture
 */
export function paretoRows(folded: FoldedRows, unit: number, stride = 1): ParetoRows {
  const { counts, rowCount, rowLast, rowAge, rowWeight } = folded;
  const { grid, ones, others } = merge(folded.lasts, folded.ages);
  const size = Math.ceil(rowCount.length / stride);
  const start = new Int32Array(counts.length + 1);
  const countWeights = new Float64Array(counts.length);
  const last = new Int32Array(size);
  const age = new Int32Array(size);
  const weight = new Float64Array(size);
  let customers = 0;
  for (let at = 0; at < size; at += 1) {
    const row = at * stride;
    const count = rowCount[row] as number;
    const own = rowWeight[row] as number;
    start[count + 1] = at + 1;
    countWeights[count] = (countWeights[count] as number) + own;
    last[at] = ones[rowLast[row] as number] as number;
    age[at] = others[rowAge[row] as number] as number;
    weight[at] = own;
    customers += own;
  }
  for (let k = 0; k < counts.length; k += 1)
    start[k + 1] = Math.max(start[k] as number, start[k + 1] as number);
  return {
    customers,
    grid: grid.map((time) => time / unit),
    counts,
    countWeights,
    start,
    last,
    age,
    weight,
    room: emptyPanelRoom(),
  };
}
