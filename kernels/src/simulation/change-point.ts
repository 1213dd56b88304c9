import { quantile } from "../numeric/quantile.ts";

/** Where a series took another level, if it did. */
export type ChangePoint =
  | {
      readonly kind: "tested";
      /** Index of the first period of the new level that is most likely. */
      readonly at: number;
      /** Pettitt's K: the largest difference of ranks between before and after. */
      readonly statistic: number;
      /** Two-sided chance of as much without a change (Pettitt's approximation, on the safe side above 0.5). */
      readonly significance: number;
      readonly medianBefore: number;
      readonly medianAfter: number;
    }
  | { readonly kind: "too-few-periods"; readonly have: number; readonly need: number };

/** Below this a change could not be significant at 5 % wherever it stands. */
export const fewestChangePeriods = 8;

/**
 * Pettitt's test (1979) for one change of level, by ranks, so outliers do not decide. It takes periods as
 * independent: a trend or a slow wave also shows as a change.
 *
 * @throws RangeError for a value that is not finite, with its index
 */
export function changePoint(series: ArrayLike<number>): ChangePoint {
  const periods = series.length;
  const values = Float64Array.from(series);
  for (const [index, value] of values.entries())
    if (!Number.isFinite(value)) throw new RangeError(`value ${index} is ${value}`);
  if (periods < fewestChangePeriods)
    return { kind: "too-few-periods", have: periods, need: fewestChangePeriods };
  let difference = 0;
  let statistic = 0;
  let at = 1;
  for (let period = 0; period < periods - 1; period += 1) {
    for (const value of values) difference += Math.sign((values[period] as number) - value);
    if (Math.abs(difference) > statistic) {
      statistic = Math.abs(difference);
      at = period + 1;
    }
  }
  return {
    kind: "tested",
    at,
    statistic,
    significance: Math.min(1, 2 * Math.exp((-6 * statistic ** 2) / (periods ** 3 + periods ** 2))),
    medianBefore: quantile(values.subarray(0, at), 0.5),
    medianAfter: quantile(values.subarray(at), 0.5),
  };
}
