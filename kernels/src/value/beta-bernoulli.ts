import { logBeta, logGamma } from "../numeric/gamma-functions.ts";
import type { RandomStream } from "../numeric/random-stream.ts";
import {
  betaBernoulliDensity,
  betaBernoulliEvaluation,
  logLikelihoodOfRow,
} from "./beta-bernoulli-likelihood.ts";
import { fitPositive } from "./fit-positive.ts";
import type { Posterior } from "./importance-posterior.ts";
import { checkLevel, positivePosterior } from "./positive-posterior.ts";
import {
  checkedDraws,
  evenDraws,
  type ParameterSummary,
  summariseDraws,
} from "./posterior-summary.ts";
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

const weakPrior: Prior = {
  kind: "normal-of-logarithm",
  centres: [0, 0, 0, Math.log(3)],
  deviations: [1.5, 1.5, 1.5, 1.5],
};

function named(values: ArrayLike<number>): BetaBernoulliParameters {
  const [alpha, beta, gamma, delta] = Array.from(values) as [number, number, number, number];
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
  const chosen: Prior = prior === "none" ? { kind: "none" } : prior === "weak" ? weakPrior : prior;
  if (purchases === 0 && chosen.kind !== "normal-of-logarithm")
    return { kind: "too-thin", missing: "purchases" };
  const fit = fitPositive(
    (point) => betaBernoulliEvaluation(history, point),
    [0, 0, 0, 1],
    customers,
    chosen,
  );
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

/** The posterior of a BG/BB, or why there is none. */
export type BetaBernoulliPosterior =
  | (Posterior & {
      readonly kind: "drawn";
      readonly mode: BetaBernoulliParameters;
      readonly summary: Readonly<Record<keyof BetaBernoulliParameters, ParameterSummary>>;
    })
  | Exclude<BetaBernoulliFit, { readonly kind: "fitted" }>;

/**
 * The posterior of the parameters, by draws around the mode with smoothed importance weights.
 *
 * @param prior `weak`, `flat` (every value above 0 alike) or a prior of the caller's
 * @param stream the randomness; the same stream gives the same draws
 * @param count how many draws, at least 100
 * @param level of the equal-tailed intervals in `summary`
 * @throws RangeError with the row that cannot be, or for a count below 100 or a level outside 0..1
 */
export function betaBernoulliPosterior(
  history: OccasionHistory,
  prior: Exclude<Prior, { readonly kind: "none" }> | "weak",
  stream: RandomStream,
  count = 4000,
  level = 0.95,
): BetaBernoulliPosterior {
  checkLevel(level);
  const fit = fitBetaBernoulli(history, prior);
  if (fit.kind !== "fitted") return fit;
  const { alpha, beta, gamma, delta } = fit.parameters;
  const posterior = positivePosterior(
    {
      value: betaBernoulliDensity(history),
      evaluation: (point) => betaBernoulliEvaluation(history, point),
    },
    [alpha, beta, gamma, delta],
    prior === "weak" ? weakPrior : prior,
    count,
    stream,
  );
  return {
    kind: "drawn",
    ...posterior,
    mode: fit.parameters,
    summary: {
      alpha: summariseDraws(posterior, 0, level),
      beta: summariseDraws(posterior, 1, level),
      gamma: summariseDraws(posterior, 2, level),
      delta: summariseDraws(posterior, 3, level),
    },
  };
}

/**
 * Parameter sets that stand for the posterior, each alike: to try a prediction on.
 *
 * @param draws how many, a whole number from 20
 * @throws RangeError for fewer than 20 draws
 */
export function betaBernoulliDraws(
  posterior: Extract<BetaBernoulliPosterior, { readonly kind: "drawn" }>,
  draws: number,
  stream: RandomStream,
): readonly BetaBernoulliParameters[] {
  return evenDraws(posterior, checkedDraws(draws), stream).map(named);
}

function checkParameters(parameters: BetaBernoulliParameters): void {
  for (const name of ["alpha", "beta", "gamma", "delta"] as const)
    if (!(parameters[name] > 0 && parameters[name] < Number.POSITIVE_INFINITY))
      throw new RangeError(`${name} is not a finite number above 0: ${parameters[name]}`);
}

function checkAhead(ahead: number): void {
  if (!(Number.isSafeInteger(ahead) && ahead >= 0 && ahead <= mostOccasions))
    throw new RangeError(`ahead is not a whole number from 0 to ${mostOccasions}: ${ahead}`);
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
  checkParameters(parameters);
  checkAhead(ahead);
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

/**
 * Probability of each number of purchases by a new customer at so many occasions (Fader, Hardie and
 * Shang 2010, equation 6): entry x is that of x.
 *
 * @param occasions a whole number from 0 to 10,000
 * @throws RangeError with the parameter or the number that cannot be
 */
export function purchaseCountProbabilities(
  parameters: BetaBernoulliParameters,
  occasions: number,
): Float64Array {
  checkParameters(parameters);
  checkAhead(occasions);
  const { alpha, beta, gamma, delta } = parameters;
  const logFactorial = Float64Array.from({ length: occasions + 1 }, (_, n) => logGamma(n + 1));
  /** The logarithm of the chance of x purchases at n occasions of somebody alive at all of them. */
  const logCount = (x: number, n: number) =>
    (logFactorial[n] as number) -
    (logFactorial[x] as number) -
    (logFactorial[n - x] as number) +
    logBeta(alpha + x, beta + n - x) -
    logBeta(alpha, beta);
  const logStay = (n: number) => logBeta(gamma, delta + n) - logBeta(gamma, delta);
  const logLeave = (n: number) => logBeta(gamma + 1, delta + n) - logBeta(gamma, delta);
  return Float64Array.from({ length: occasions + 1 }, (_, x) => {
    let chance = Math.exp(logCount(x, occasions) + logStay(occasions));
    for (let alive = x; alive < occasions; alive += 1)
      chance += Math.exp(logCount(x, alive) + logLeave(alive));
    return chance;
  });
}

/**
 * One possible number of purchases of one customer of each row at the next `ahead` occasions. With
 * parameters drawn from the posterior, many of these together are the posterior predictive
 * distribution (see `predictionBands`).
 *
 * @returns a whole number per row
 * @throws RangeError as `predictBetaBernoulli`
 */
export function drawPurchases(
  history: OccasionHistory,
  parameters: BetaBernoulliParameters,
  ahead: number,
  stream: RandomStream,
): Float64Array {
  checkAhead(ahead);
  const { alive: aliveNext } = predictBetaBernoulli(history, parameters, 0);
  const { alpha, beta, gamma, delta } = parameters;
  return aliveNext.map((next, row) => {
    const x = history.bought[row] as number;
    const n = history.occasions[row] as number;
    // Alive at the last occasion; from the next one on they may have left.
    const alive = (next * (gamma + delta + n)) / (delta + n);
    if (stream.uniform() > alive) return 0;
    const leaving = stream.beta(gamma, delta + n);
    const buying = stream.beta(alpha + x, beta + n - x);
    let purchases = 0;
    for (let occasion = 0; occasion < ahead; occasion += 1) {
      if (stream.uniform() < leaving) break;
      if (stream.uniform() < buying) purchases += 1;
    }
    return purchases;
  });
}
