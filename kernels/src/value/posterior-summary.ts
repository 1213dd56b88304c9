import { weightedQuantiles } from "../numeric/quantile.ts";
import type { RandomStream } from "../numeric/random-stream.ts";
import type { Posterior } from "./importance-posterior.ts";

/** Mean, deviation and interval of one parameter. */
export type ParameterSummary = {
  readonly mean: number;
  readonly deviation: number;
  readonly lower: number;
  readonly upper: number;
};

/** Mean, deviation and equal-tailed interval of weighted draws of one parameter. */
export function summariseDraws(
  { logDraws, size, weights }: Posterior,
  place: number,
  level: number,
): ParameterSummary {
  const values = weights.map((_, draw) => Math.exp(logDraws[draw * size + place] as number));
  let mean = 0;
  values.forEach((value, draw) => {
    mean += value * (weights[draw] as number);
  });
  let variance = 0;
  values.forEach((value, draw) => {
    variance += (value - mean) ** 2 * (weights[draw] as number);
  });
  const [lower, upper] = weightedQuantiles(values, weights, [(1 - level) / 2, (1 + level) / 2]) as [
    number,
    number,
  ];
  return { mean, deviation: Math.sqrt(variance), lower, upper };
}

/** A number of draws that is enough to speak of an interval: a whole number from 20 (RangeError). */
export function checkedDraws(draws: number): number {
  if (!(Number.isSafeInteger(draws) && draws >= 20))
    throw new RangeError(`at least 20 draws are needed, got ${draws}`);
  return draws;
}

/**
 * So many parameter sets that stand for the posterior alike, by systematic choice among its
 * weighted draws: no logarithms any more, one array a set.
 */
export function evenDraws(
  { logDraws, size, weights }: Posterior,
  count: number,
  stream: RandomStream,
): readonly Float64Array[] {
  const offset = stream.uniform();
  let at = 0;
  let reached = weights[0] as number;
  return Array.from({ length: count }, (_, draw) => {
    while (reached < (draw + offset) / count && at < weights.length - 1) {
      at += 1;
      reached += weights[at] as number;
    }
    return logDraws.slice(at * size, at * size + size).map(Math.exp);
  });
}
