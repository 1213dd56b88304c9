import { normalQuantile } from "../numeric/normal.ts";
import { quantiles } from "../numeric/quantile.ts";
import type { RandomStream } from "../numeric/random-stream.ts";
import type { NaiveForecast } from "./naive-forecasts.ts";

/** Mean loss of the model less that of the naive forecast (below 0: the model is better). */
export type LossDifference = {
  readonly against: NaiveForecast;
  readonly difference: number;
  readonly lower: number;
  readonly upper: number;
};

/**
 * Who wins. `model-wins` where the whole interval of the difference lies below 0, `naive-wins`
 * where it lies above 0, else `cannot-be-said`. A model that does not win is not to be used.
 */
export type VerdictKind = "model-wins" | "naive-wins" | "cannot-be-said";

export function verdictOf({ lower, upper }: LossDifference): VerdictKind {
  return upper < 0 ? "model-wins" : lower > 0 ? "naive-wins" : "cannot-be-said";
}

/** With more customers than this the mean is normal enough, and draws would take long. */
const manyCustomers = 20_000;

/**
 * Interval of a mean difference of losses by drawing customers with all their origins (paired
 * bootstrap, percentile); for many customers from the spread of the ratio instead.
 *
 * @param difference of the losses of each customer, summed over their origins
 * @param origins how many origins each customer has; at least one has one
 */
export function pairedInterval(
  difference: Float64Array,
  origins: Float64Array,
  level: number,
  resamples: number,
  stream: RandomStream,
): { difference: number; lower: number; upper: number } {
  const size = difference.length;
  let sum = 0;
  let count = 0;
  for (let customer = 0; customer < size; customer += 1) {
    sum += difference[customer] as number;
    count += origins[customer] as number;
  }
  const mean = sum / count;
  if (size > manyCustomers) {
    let square = 0;
    for (let customer = 0; customer < size; customer += 1)
      square += ((difference[customer] as number) - mean * (origins[customer] as number)) ** 2;
    const reach = (normalQuantile((1 + level) / 2) * Math.sqrt(square)) / count;
    return { difference: mean, lower: mean - reach, upper: mean + reach };
  }
  const means = Float64Array.from({ length: resamples }, () => {
    let drawn = 0;
    let weight = 0;
    for (let pick = 0; pick < size; pick += 1) {
      const customer = stream.integer(size);
      drawn += difference[customer] as number;
      weight += origins[customer] as number;
    }
    return drawn / weight;
  });
  const [lower, upper] = quantiles(means, [(1 - level) / 2, (1 + level) / 2]) as [number, number];
  return { difference: mean, lower, upper };
}
