import { digamma, logBeta, trigamma } from "../numeric/gamma-functions.ts";
import type { Evaluation } from "../numeric/maximise.ts";
import type { OccasionHistory } from "./beta-bernoulli.ts";
import { risingLogarithms } from "./rising-sums.ts";

/** The ways in which a row can have come about: when they left, and what they skipped till then. */
function waysOf(
  x: number,
  last: number,
  n: number,
): readonly (readonly [number, number, number])[] {
  const ways: [number, number, number][] = [[n - x, 0, n]];
  for (let skipped = 0; skipped < n - last; skipped += 1)
    ways.push([last - x + skipped, 1, last + skipped]);
  return ways;
}

/** Log-likelihood of one customer of a row. */
export function logLikelihoodOfRow(
  [alpha, beta, gamma, delta]: readonly [number, number, number, number],
  x: number,
  last: number,
  n: number,
): number {
  const logs = waysOf(x, last, n).map(
    ([skipped, left, stayed]) =>
      logBeta(alpha + x, beta + skipped) + logBeta(gamma + left, delta + stayed),
  );
  const highest = Math.max(...logs);
  const sum = logs.reduce((total, log) => total + Math.exp(log - highest), 0);
  return highest + Math.log(sum) - logBeta(alpha, beta) - logBeta(gamma, delta);
}

/** Gradient and Hessian of log B(first, second), as [g1, g2, h11, h12, h22]. */
function betaSlopes(
  first: number,
  second: number,
): readonly [number, number, number, number, number] {
  const both = first + second;
  const slope = digamma(both);
  const bend = trigamma(both);
  return [
    digamma(first) - slope,
    digamma(second) - slope,
    trigamma(first) - bend,
    -bend,
    trigamma(second) - bend,
  ];
}

/** Log-likelihood with gradient and Hessian in the logarithms of alpha, beta, gamma, delta. */
export function betaBernoulliEvaluation(
  history: OccasionHistory,
  logParameters: Float64Array,
): Evaluation {
  const scale = Array.from(logParameters, Math.exp) as [number, number, number, number];
  const [alpha, beta, gamma, delta] = scale;
  let value = 0;
  const slope = new Float64Array(4);
  const bend = new Float64Array(16);
  function add(
    buying: ReturnType<typeof betaSlopes>,
    leaving: ReturnType<typeof betaSlopes>,
    weight: number,
    outer: number,
    towards: Float64Array,
  ): void {
    const own = [buying[0], buying[1], leaving[0], leaving[1]];
    const curves = [
      [buying[2], buying[3], 0, 0],
      [buying[3], buying[4], 0, 0],
      [0, 0, leaving[2], leaving[3]],
      [0, 0, leaving[3], leaving[4]],
    ];
    for (let k = 0; k < 4; k += 1) {
      towards[k] = (towards[k] as number) + weight * (own[k] as number);
      for (let j = 0; j < 4; j += 1)
        bend[4 * k + j] =
          (bend[4 * k + j] as number) +
          weight * ((curves[k]?.[j] as number) + outer * (own[k] as number) * (own[j] as number));
    }
  }
  const priorBuying = betaSlopes(alpha, beta);
  const priorLeaving = betaSlopes(gamma, delta);
  for (let row = 0; row < history.bought.length; row += 1) {
    const weight = history.customers[row] as number;
    if (weight === 0) continue;
    const x = history.bought[row] as number;
    const ways = waysOf(x, history.last[row] as number, history.occasions[row] as number);
    const logs = ways.map(
      ([skipped, left, stayed]) =>
        logBeta(alpha + x, beta + skipped) + logBeta(gamma + left, delta + stayed),
    );
    const highest = Math.max(...logs);
    const total = logs.reduce((sum, log) => sum + Math.exp(log - highest), 0);
    value += weight * (highest + Math.log(total) - logBeta(alpha, beta) - logBeta(gamma, delta));
    const mean = new Float64Array(4);
    ways.forEach(([skipped, left, stayed], way) => {
      const share = (weight * Math.exp((logs[way] as number) - highest)) / total;
      const buying = betaSlopes(alpha + x, beta + skipped);
      add(buying, betaSlopes(gamma + left, delta + stayed), share, 1, mean);
    });
    for (let k = 0; k < 4; k += 1) {
      slope[k] = (slope[k] as number) + (mean[k] as number);
      for (let j = 0; j < 4; j += 1)
        bend[4 * k + j] =
          (bend[4 * k + j] as number) - ((mean[k] as number) * (mean[j] as number)) / weight;
    }
    add(priorBuying, priorLeaving, -weight, 0, slope);
  }
  const gradient = slope.map((entry, k) => entry * (scale[k] as number));
  const hessian = bend.map(
    (entry, k) =>
      entry * (scale[k >> 2] as number) * (scale[k & 3] as number) +
      (k >> 2 === (k & 3) ? (gradient[k & 3] as number) : 0),
  );
  return { value, gradient, hessian };
}

/**
 * The log-likelihood alone, as `betaBernoulliEvaluation`, for many points: with tables of the
 * rising sums instead of gamma functions for each way.
 */
export function betaBernoulliDensity(
  history: OccasionHistory,
): (logParameters: ArrayLike<number>) => number {
  let most = 0;
  for (let row = 0; row < history.occasions.length; row += 1)
    most = Math.max(most, history.occasions[row] as number);
  const steps = Float64Array.from({ length: most + 1 }, (_, step) => step);
  const table = () => new Float64Array(most + 1);
  const [buy, skip, chance, leave, stay, decide] = [
    table(),
    table(),
    table(),
    table(),
    table(),
    table(),
  ] as const;
  return (logParameters) => {
    const [alpha, beta, gamma, delta] = Array.from(logParameters, Math.exp) as [
      number,
      number,
      number,
      number,
    ];
    risingLogarithms(alpha, steps, buy);
    risingLogarithms(beta, steps, skip);
    risingLogarithms(alpha + beta, steps, chance);
    risingLogarithms(gamma, steps, leave);
    risingLogarithms(delta, steps, stay);
    risingLogarithms(gamma + delta, steps, decide);
    let value = 0;
    for (let row = 0; row < history.bought.length; row += 1) {
      const x = history.bought[row] as number;
      const last = history.last[row] as number;
      const n = history.occasions[row] as number;
      // Still there after all n occasions, or left after as many as they were alive at.
      let highest =
        (skip[n - x] as number) -
        (chance[n] as number) +
        (stay[n] as number) -
        (decide[n] as number);
      let sum = 1;
      for (let alive = last; alive < n; alive += 1) {
        const way =
          (skip[alive - x] as number) -
          (chance[alive] as number) +
          (leave[1] as number) +
          (stay[alive] as number) -
          (decide[alive + 1] as number);
        if (way > highest) {
          sum = sum * Math.exp(highest - way) + 1;
          highest = way;
        } else sum += Math.exp(way - highest);
      }
      value += (history.customers[row] as number) * (highest + Math.log(sum) + (buy[x] as number));
    }
    return value;
  };
}
