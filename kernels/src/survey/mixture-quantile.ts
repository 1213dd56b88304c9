import { normalTails } from "../numeric/normal-tails.ts";

/** Normal distributions, each with its part; the parts add up to one. */
export type NormalMixture = readonly {
  readonly part: number;
  readonly mean: number;
  readonly deviation: number;
}[];

/** Quantile of a mixture of normal distributions, by bisection to a billionth of its spread. */
export function mixtureQuantile(mixture: NormalMixture, probability: number): number {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const { mean, deviation } of mixture) {
    low = Math.min(low, mean - 9 * deviation);
    high = Math.max(high, mean + 9 * deviation);
  }
  for (let round = 0; round < 60 && low < high; round += 1) {
    const middle = (low + high) / 2;
    let below = 0;
    for (const { part, mean, deviation } of mixture)
      below += part * belowNormal(middle, mean, deviation);
    if (below < probability) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

function belowNormal(value: number, mean: number, deviation: number): number {
  if (deviation === 0) return value >= mean ? 1 : 0;
  const tail = normalTails((value - mean) / deviation) / 2;
  return value < mean ? tail : 1 - tail;
}
