import { normalTails } from "../numeric/normal-tails.ts";

/** Normal distributions, each with its part; the parts add up to one. */
export type NormalMixture = readonly {
  readonly part: number;
  readonly mean: number;
  readonly deviation: number;
}[];

/** Quantile of a mixture of normal distributions, by bisection to a billionth of its spread. */
export function mixtureQuantile(mixture: NormalMixture, probability: number): number {
  const telling = mixture.filter(({ part }) => part > 1e-8);
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const { mean, deviation } of telling) {
    low = Math.min(low, mean - 9 * deviation);
    high = Math.max(high, mean + 9 * deviation);
  }
  for (let round = 0; round < 50 && low < high; round += 1) {
    const middle = (low + high) / 2;
    let below = 0;
    for (const { part, mean, deviation } of telling)
      below += part * belowNormal(middle, mean, deviation);
    if (below < probability) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

function belowNormal(value: number, mean: number, deviation: number): number {
  const distance = (value - mean) / deviation;
  // Nothing that a bisection could tell lies beyond; nor anything beside a part without deviation.
  if (deviation === 0 || Math.abs(distance) > 8.5) return value >= mean ? 1 : 0;
  const tail = normalTails(distance) / 2;
  return distance < 0 ? tail : 1 - tail;
}
