import { normalTails } from "../numeric/normal-tails.ts";
import { quantile } from "../numeric/quantile.ts";

/** Whether a series goes up or down, and how fast. */
export type Trend =
  | {
      readonly kind: "tested";
      /** Sen's slope: the median change per period. */
      readonly slope: number;
      /** Ups less downs over all pairs of periods. */
      readonly statistic: number;
      /** Two-sided chance of as much without a trend. */
      readonly significance: number;
      /** By how much correlation between periods widens the variance; 1 when it does not. */
      readonly inflation: number;
    }
  | { readonly kind: "too-few-periods"; readonly have: number; readonly need: number };

/** Below this the normal approximation of the test is not good enough. */
export const fewestTrendPeriods = 8;

/**
 * Mann-Kendall test for a trend in equally spaced periods, its variance widened for correlation between periods by
 * the formula of Hamed and Rao (1998). The correlations are those of an autoregression of order one, fitted to
 * the ranks of the series without its Sen slope and corrected for bias (Hamed 2009): taking every
 * significant lag as it is found lets two to three times as many false alarms through.
 *
 * @throws RangeError for a value that is not finite, with its index
 */
export function mannKendall(series: ArrayLike<number>): Trend {
  const periods = series.length;
  for (let index = 0; index < periods; index += 1)
    if (!Number.isFinite(series[index])) throw new RangeError(`value ${index} is ${series[index]}`);
  if (periods < fewestTrendPeriods)
    return { kind: "too-few-periods", have: periods, need: fewestTrendPeriods };
  const slopes = new Float64Array((periods * (periods - 1)) / 2);
  let statistic = 0;
  let pair = 0;
  for (let later = 1; later < periods; later += 1)
    for (let earlier = 0; earlier < later; earlier += 1) {
      const change = (series[later] as number) - (series[earlier] as number);
      statistic += Math.sign(change);
      slopes[pair] = change / (later - earlier);
      pair += 1;
    }
  const slope = quantile(slopes, 0.5);
  const inflation = inflationOf(series, slope);
  const variance = inflation * varianceWithTies(series);
  const significance =
    statistic === 0 || variance === 0
      ? 1
      : normalTails((Math.abs(statistic) - 1) / Math.sqrt(variance));
  return { kind: "tested", slope, statistic, significance, inflation };
}

function varianceWithTies(series: ArrayLike<number>): number {
  const times = new Map<number, number>();
  for (let index = 0; index < series.length; index += 1) {
    const value = series[index] as number;
    times.set(value, (times.get(value) ?? 0) + 1);
  }
  let sum = spreadOf(series.length);
  for (const tied of times.values()) sum -= spreadOf(tied);
  return sum / 18;
}

function spreadOf(count: number): number {
  return count * (count - 1) * (2 * count + 5);
}

function inflationOf(series: ArrayLike<number>, slope: number): number {
  const periods = series.length;
  const ranks = ranksOf(Float64Array.from(series, (value, period) => value - slope * period));
  const middle = (periods + 1) / 2;
  const spread = ranks.reduce((sum, rank) => sum + (rank - middle) ** 2, 0);
  if (spread === 0) return 1;
  let product = 0;
  for (let index = 1; index < periods; index += 1)
    product += ((ranks[index] as number) - middle) * ((ranks[index - 1] as number) - middle);
  // Taking out a slope lowers the correlation found; this undoes it to the order of one period (Hamed 2009).
  const correlation = Math.min(0.99, ((periods * product) / spread + 2) / (periods - 4));
  if (correlation <= 0) return 1;
  let sum = 0;
  let power = 1;
  for (let lag = 1; lag < periods - 2; lag += 1) {
    power *= correlation;
    sum += (periods - lag) * (periods - lag - 1) * (periods - lag - 2) * power;
  }
  return 1 + (2 * sum) / (periods * (periods - 1) * (periods - 2));
}

/** Ranks from one, equal values sharing the mean of theirs. */
function ranksOf(values: Float64Array): Float64Array {
  const order = Array.from(values.keys()).sort(
    (left, right) => (values[left] as number) - (values[right] as number),
  );
  const ranks = new Float64Array(values.length);
  for (let first = 0; first < order.length; ) {
    let next = first + 1;
    while (next < order.length && values[order[next] as number] === values[order[first] as number])
      next += 1;
    for (let place = first; place < next; place += 1)
      ranks[order[place] as number] = (first + 1 + next) / 2;
    first = next;
  }
  return ranks;
}
