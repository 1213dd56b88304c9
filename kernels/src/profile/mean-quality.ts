import type { QualityOptions } from "./share-quality.ts";

/** Quality and bound for a number of each row. */
export type MeanQuality = {
  readonly mean: number;
  /** All rows, those above the mean first, of these the highest first. A place is a place in this order. */
  readonly highestFirst: Int32Array;
  /** Per place the value less the mean of all. */
  readonly deviation: Float64Array;
  /** How many of them lie above the mean. */
  readonly above: number;
  readonly quality: (rows: number, deviation: number) => number;
  /** By number of rows k: what a sum of k deviations is multiplied by for the bound. */
  readonly weight: Float64Array;
};

/**
 * (n / N)^a (mean' - mean of all), with mean' shrunk by m pseudo-rows towards the mean of all rows.
 *
 * The bound of some rows is the best over k of their k highest deviations: of all subgroups of k rows those have the
 * highest mean. It is what Lemmerich, Atzmueller and Puppe (2016) call ordering-based, and never above (sum over d > 0 of
 * d^(1/a))^a / N^a, which follows from it by Hoelder's inequality.
 */
export function meanQuality(
  values: ArrayLike<number>,
  minimumRows: number,
  { exponent = 0.5, pseudoRows = 0 }: QualityOptions,
): MeanQuality {
  const rows = values.length;
  let sum = 0;
  for (let row = 0; row < rows; row += 1) sum += values[row] as number;
  const mean = sum / rows;
  const deviation = Float64Array.from(values, (value) => value - mean);
  const highestFirst = new Int32Array(rows);
  let above = 0;
  for (let row = 0, last = rows; row < rows; row += 1)
    if ((deviation[row] as number) > 0) highestFirst[above++] = row;
    else highestFirst[--last] = row;
  highestFirst
    .subarray(0, above)
    .sort((one, other) => (deviation[other] as number) - (deviation[one] as number));
  const scale = rows ** -exponent;
  return {
    mean,
    highestFirst,
    deviation: Float64Array.from(highestFirst, (row) => deviation[row] as number),
    above,
    quality: (count, total) => (scale * count ** exponent * total) / (count + pseudoRows),
    weight: highestWeights(
      rows,
      minimumRows,
      (size) => (scale * size ** exponent) / (size + pseudoRows),
    ),
  };
}

/**
 * By number of rows k: the highest factor of any subgroup with at least k rows. Rows that add no deviation can
 * raise it: to reach the fewest rows allowed, or against pseudo-rows.
 */
function highestWeights(
  rows: number,
  minimumRows: number,
  factor: (size: number) => number,
): Float64Array {
  const highest = new Float64Array(rows + 1);
  for (let size = rows, most = 0; size >= 0; size -= 1) {
    if (size >= minimumRows) most = Math.max(most, factor(size));
    // A little room, so that rounding of the sums cannot prune what is exactly as good as its bound.
    highest[size] = most * (1 + 1e-9);
  }
  return highest;
}
