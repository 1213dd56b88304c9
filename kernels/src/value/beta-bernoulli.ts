import { digamma, logBeta, trigamma } from "../numeric/gamma-functions.ts";
import type { Evaluation } from "../numeric/maximise.ts";
import { fitPositive } from "./fit-positive.ts";
import type { Prior } from "./prior.ts";

/**
 * Parameters of the BG/BB: at each occasion the living buy with a chance that is
 * Beta(alpha, beta), before each they leave with one that is Beta(gamma, delta).
 */
export type BetaBernoulliParameters = {
  readonly alpha: number;
  readonly beta: number;
  readonly gamma: number;
  readonly delta: number;
};

/** Buying at fixed occasions, such as years; one entry of each array per kind of customer. */
export type OccasionHistory = {
  /** At how many occasions after the first they bought, x. */
  readonly bought: ArrayLike<number>;
  /** The last occasion at which they bought, t_x; 0 if at none. */
  readonly last: ArrayLike<number>;
  /** How many occasions there were, n. */
  readonly occasions: ArrayLike<number>;
  /** How many customers are like this. */
  readonly customers: ArrayLike<number>;
};

/** A fit, or why there is none. */
export type BetaBernoulliFit =
  | {
      readonly kind: "fitted";
      readonly parameters: BetaBernoulliParameters;
      readonly standardErrors: BetaBernoulliParameters;
      /** Covariance of the logarithms of alpha, beta, gamma, delta, row by row. */
      readonly logCovariance: Float64Array;
      readonly logLikelihood: number;
      readonly customers: number;
    }
  | { readonly kind: "too-thin"; readonly missing: "customers" | "purchases" }
  /** The likelihood has no top inside: the data do not tell. A prior helps. */
  | { readonly kind: "no-maximum"; readonly customers: number };

const mostOccasions = 10_000;

function checkOccasions({ bought, last, occasions, customers }: OccasionHistory): void {
  const size = bought.length;
  if (last.length !== size || occasions.length !== size || customers.length !== size)
    throw new RangeError("bought, last, occasions and customers differ in length");
  for (let row = 0; row < size; row += 1) {
    const x = bought[row] as number;
    const at = last[row] as number;
    const n = occasions[row] as number;
    const weight = customers[row] as number;
    if (!(Number.isSafeInteger(n) && n >= 0 && n <= mostOccasions))
      throw new RangeError(`row ${row}: occasions is not a whole number to ${mostOccasions}: ${n}`);
    if (!(Number.isSafeInteger(at) && at >= 0 && at <= n))
      throw new RangeError(`row ${row}: last is not a whole number from 0 to occasions: ${at}`);
    if (!(Number.isSafeInteger(x) && x >= 0 && x <= at && (x > 0 || at === 0)))
      throw new RangeError(`row ${row}: ${x} purchases do not go with a last one at ${at}`);
    if (!(weight >= 0 && weight < Number.POSITIVE_INFINITY))
      throw new RangeError(`row ${row}: customers is negative or not finite: ${weight}`);
  }
}

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

function logLikelihoodOfRow(
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

function evaluation(history: OccasionHistory, logParameters: Float64Array): Evaluation {
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

function named(values: readonly number[]): BetaBernoulliParameters {
  const [alpha, beta, gamma, delta] = values as [number, number, number, number];
  return { alpha, beta, gamma, delta };
}

/**
 * Fits the BG/BB to buying at fixed occasions.
 *
 * @param prior on alpha, beta, gamma, delta in that order; `weak` is normal around 0, 0, 0 and
 *   log 3 with deviations 1.5
 * @throws RangeError with the row that cannot be
 */
export function fitBetaBernoulli(
  history: OccasionHistory,
  prior: Prior | "none" | "weak" = "none",
): BetaBernoulliFit {
  checkOccasions(history);
  let customers = 0;
  let purchases = 0;
  for (let row = 0; row < history.bought.length; row += 1) {
    customers += history.customers[row] as number;
    purchases += (history.customers[row] as number) * (history.bought[row] as number);
  }
  if (customers === 0) return { kind: "too-thin", missing: "customers" };
  const chosen: Prior =
    prior === "none"
      ? { kind: "none" }
      : prior === "weak"
        ? {
            kind: "normal-of-logarithm",
            centres: [0, 0, 0, Math.log(3)],
            deviations: [1.5, 1.5, 1.5, 1.5],
          }
        : prior;
  if (purchases === 0 && chosen.kind !== "normal-of-logarithm")
    return { kind: "too-thin", missing: "purchases" };
  const fit = fitPositive((point) => evaluation(history, point), [0, 0, 0, 1], customers, chosen);
  if (fit.kind === "no-maximum") return { kind: "no-maximum", customers };
  return {
    kind: "fitted",
    parameters: named(fit.parameters),
    standardErrors: named(fit.standardErrors),
    logCovariance: fit.logCovariance,
    logLikelihood: fit.logLikelihood,
    customers,
  };
}

/** What the BG/BB expects of one customer of each row. */
export type BetaBernoulliPrediction = {
  /** The probability to be alive at the next occasion. */
  readonly alive: Float64Array;
  /** Expected purchases at the next `ahead` occasions. */
  readonly purchases: Float64Array;
};

/**
 * Predicts for one customer of each row.
 *
 * @param ahead how many occasions to look ahead, a whole number from 0 to 10,000
 * @throws RangeError with the row, the parameter or the number that cannot be
 */
export function predictBetaBernoulli(
  history: OccasionHistory,
  parameters: BetaBernoulliParameters,
  ahead: number,
): BetaBernoulliPrediction {
  checkOccasions(history);
  for (const name of ["alpha", "beta", "gamma", "delta"] as const)
    if (!(parameters[name] > 0 && parameters[name] < Number.POSITIVE_INFINITY))
      throw new RangeError(`${name} is not a finite number above 0: ${parameters[name]}`);
  if (!(Number.isSafeInteger(ahead) && ahead >= 0 && ahead <= mostOccasions))
    throw new RangeError(`ahead is not a whole number from 0 to ${mostOccasions}: ${ahead}`);
  const { alpha, beta, gamma, delta } = parameters;
  const alive = new Float64Array(history.bought.length);
  const purchases = new Float64Array(history.bought.length);
  for (let row = 0; row < alive.length; row += 1) {
    const x = history.bought[row] as number;
    const n = history.occasions[row] as number;
    const whole = logLikelihoodOfRow(
      [alpha, beta, gamma, delta],
      x,
      history.last[row] as number,
      n,
    );
    const staying =
      logBeta(alpha + x, beta + n - x) -
      logBeta(alpha, beta) +
      logBeta(gamma, delta + n + 1) -
      logBeta(gamma, delta) -
      whole;
    alive[row] = Math.exp(staying);
    const buying = (alpha + x) / (alpha + beta + n);
    let stay = Math.exp(staying);
    for (let step = 1; step <= ahead; step += 1) {
      purchases[row] = (purchases[row] as number) + buying * stay;
      stay *= (delta + n + step) / (gamma + delta + n + step);
    }
  }
  return { alive, purchases };
}
