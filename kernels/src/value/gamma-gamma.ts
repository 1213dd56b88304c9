import type { RandomStream } from "../numeric/random-stream.ts";
import { fitPositive } from "./fit-positive.ts";
import { gammaGammaEvaluation, gammaGammaValue, spendersOf } from "./gamma-gamma-likelihood.ts";
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
 * Parameters of the Gamma-Gamma: an order of a customer is gamma with shape `p` and a rate that
 * is itself gamma over customers with shape `q` and rate `v` (in the unit of money).
 */
export type GammaGammaParameters = { readonly p: number; readonly q: number; readonly v: number };

/** Spend of customers: how many repeat orders and their mean amount, one entry per customer. */
export type SpendHistory = {
  readonly repeats: ArrayLike<number>;
  /** Mean amount of the repeat orders; 0 where there is none. */
  readonly spend: ArrayLike<number>;
};

/** A fit, or why there is none. */
export type GammaGammaFit =
  | {
      readonly kind: "fitted";
      readonly parameters: GammaGammaParameters;
      readonly standardErrors: GammaGammaParameters;
      /** Covariance of the logarithms of p, q, v, row by row. */
      readonly logCovariance: Float64Array;
      readonly logLikelihood: number;
      /** Customers with a repeat order and a spend above 0: those that were used. */
      readonly customers: number;
      /** Customers with repeat orders but no spend, left out. */
      readonly withoutSpend: number;
    }
  | { readonly kind: "too-thin"; readonly missing: "customers" }
  /** The likelihood has no top inside, as when all spend alike. A prior helps. */
  | { readonly kind: "no-maximum"; readonly customers: number };

/** Refuses a history of spend that cannot be (RangeError with the index of the customer). */
export function checkSpendHistory(history: SpendHistory): void {
  const { repeats, spend } = history;
  if (spend.length !== repeats.length)
    throw new RangeError(`repeats and spend differ in length: ${repeats.length}, ${spend.length}`);
  for (let row = 0; row < repeats.length; row += 1) {
    const x = repeats[row] as number;
    const mean = spend[row] as number;
    if (!(Number.isSafeInteger(x) && x >= 0))
      throw new RangeError(`customer ${row}: repeats is not a whole number from 0: ${x}`);
    if (!(mean >= 0 && mean < Number.POSITIVE_INFINITY))
      throw new RangeError(`customer ${row}: spend is negative or not finite: ${mean}`);
    if (x === 0 && mean !== 0)
      throw new RangeError(`customer ${row}: spend is ${mean} without a repeat order`);
  }
}

/** Refuses parameters that cannot be (RangeError). */
export function checkGammaGammaParameters(parameters: GammaGammaParameters): void {
  for (const name of ["p", "q", "v"] as const)
    if (!(parameters[name] > 0 && parameters[name] < Number.POSITIVE_INFINITY))
      throw new RangeError(`${name} is not a finite number above 0: ${parameters[name]}`);
}

/** The parameters from an array in the order p, q, v. */
export function gammaGammaParameters(values: ArrayLike<number>): GammaGammaParameters {
  const [p, q, v] = Array.from(values) as [number, number, number];
  return { p, q, v };
}

/**
 * The weakly informative prior: logarithms normal around p 2, q 4 and the v at which p v / q is the
 * geometric mean of spend (so that the unit of money does not matter), deviations 2, 1.2 and 3.
 */
function weakPrior(unit: number): Prior {
  return {
    kind: "normal-of-logarithm",
    centres: [Math.log(2), Math.log(4), Math.log(2 * unit)],
    deviations: [2, 1.2, 3],
  };
}

/** The prior that was asked for, in the unit of money of the history. */
function chosenPrior(prior: Prior | "none" | "weak", unit: number): Prior {
  if (prior === "none") return { kind: "none" };
  return prior === "weak" ? weakPrior(unit) : prior;
}

/** The same prior where money is counted in another unit. */
function inUnit(prior: Prior, unit: number): Prior {
  if (prior.kind !== "normal-of-logarithm" || prior.centres.length !== 3) return prior;
  const [p, q, v] = prior.centres as [number, number, number];
  return { ...prior, centres: [p, q, v - Math.log(unit)] };
}

/**
 * Fits the Gamma-Gamma model of spend to the customers with repeat orders.
 *
 * @param prior on p, q, v in that order; `weak` has logarithms normal around p 2, q 4 and the v at
 *   which p v / q is the geometric mean of spend (so that the unit of money does not matter), with
 *   deviations 2, 1.2 and 3
 * @throws RangeError with the index of a customer that cannot be
 */
export function fitGammaGamma(
  history: SpendHistory,
  prior: Prior | "none" | "weak" = "none",
): GammaGammaFit {
  checkSpendHistory(history);
  const spenders = spendersOf(history);
  const { customers, unit } = spenders;
  if (customers === 0) return { kind: "too-thin", missing: "customers" };
  const fit = fitPositive(
    (point) => gammaGammaEvaluation(spenders, point),
    [Math.log(3), Math.log(3), 0],
    customers,
    inUnit(chosenPrior(prior, unit), unit),
  );
  if (fit.kind === "no-maximum") return { kind: "no-maximum", customers };
  const unscale = ([p, q, v]: readonly number[]) =>
    gammaGammaParameters([p as number, q as number, (v as number) * unit]);
  return {
    kind: "fitted",
    parameters: unscale(fit.parameters),
    standardErrors: unscale(fit.standardErrors),
    logCovariance: fit.logCovariance,
    logLikelihood: fit.logLikelihood - customers * Math.log(unit),
    customers,
    withoutSpend: spenders.withoutSpend,
  };
}

/** The posterior of a Gamma-Gamma, or why there is none. */
export type GammaGammaPosterior =
  | (Posterior & {
      readonly kind: "drawn";
      readonly mode: GammaGammaParameters;
      readonly summary: Readonly<Record<keyof GammaGammaParameters, ParameterSummary>>;
    })
  | Exclude<GammaGammaFit, { readonly kind: "fitted" }>;

/**
 * The posterior of the parameters, by draws around the mode with smoothed importance weights.
 *
 * @param prior `weak`, `flat` (every value above 0 alike) or a prior of the caller's
 * @param stream the randomness; the same stream gives the same draws
 * @param count how many draws, at least 100
 * @param level of the equal-tailed intervals in `summary`
 * @throws RangeError with the index of a customer that cannot be, or for a count below 100 or a
 *   level outside 0..1
 */
export function gammaGammaPosterior(
  history: SpendHistory,
  prior: Exclude<Prior, { readonly kind: "none" }> | "weak",
  stream: RandomStream,
  count = 4000,
  level = 0.95,
): GammaGammaPosterior {
  checkLevel(level);
  const fit = fitGammaGamma(history, prior);
  if (fit.kind !== "fitted") return fit;
  const spenders = spendersOf(history);
  const { unit } = spenders;
  const { p, q, v } = fit.parameters;
  const inUnits = positivePosterior(
    {
      value: (point) => gammaGammaValue(spenders, point),
      evaluation: (point) => gammaGammaEvaluation(spenders, point),
    },
    [p, q, v / unit],
    inUnit(chosenPrior(prior, unit), unit),
    count,
    stream,
  );
  const logUnit = Math.log(unit);
  const posterior = {
    ...inUnits,
    logDraws: inUnits.logDraws.map((at, k) => (k % 3 === 2 ? at + logUnit : at)),
  };
  return {
    kind: "drawn",
    ...posterior,
    mode: fit.parameters,
    summary: {
      p: summariseDraws(posterior, 0, level),
      q: summariseDraws(posterior, 1, level),
      v: summariseDraws(posterior, 2, level),
    },
  };
}

/**
 * Parameter sets that stand for the posterior, each alike: to try a prediction on.
 *
 * @param draws how many, a whole number from 20
 * @throws RangeError for fewer than 20 draws
 */
export function gammaGammaDraws(
  posterior: Extract<GammaGammaPosterior, { readonly kind: "drawn" }>,
  draws: number,
  stream: RandomStream,
): readonly GammaGammaParameters[] {
  return evenDraws(posterior, checkedDraws(draws), stream).map(gammaGammaParameters);
}

/**
 * Expected amount of a next order of each customer, given their mean so far: between their own
 * mean and that of all. Infinity where the model has no mean (p x + q at most 1).
 *
 * @returns in the unit of money of the parameters, in the order of the history
 * @throws RangeError for a customer (with its index) or a parameter that cannot be
 */
export function expectedSpend(
  history: SpendHistory,
  parameters: GammaGammaParameters,
): Float64Array {
  checkSpendHistory(history);
  checkGammaGammaParameters(parameters);
  const { p, q, v } = parameters;
  return Float64Array.from({ length: history.repeats.length }, (_, row) => {
    const x = history.repeats[row] as number;
    const shape = p * x + q - 1;
    if (!(shape > 0)) return Number.POSITIVE_INFINITY;
    return (p * (v + x * (history.spend[row] as number))) / shape;
  });
}

/**
 * One possible amount of a next order of each customer. With parameters drawn from the posterior,
 * many of these together are the posterior predictive distribution (see `predictionBands`).
 *
 * @returns in the unit of money of the parameters, in the order of the history
 * @throws RangeError for a customer (with its index) or a parameter that cannot be
 */
export function drawSpend(
  history: SpendHistory,
  parameters: GammaGammaParameters,
  stream: RandomStream,
): Float64Array {
  checkSpendHistory(history);
  checkGammaGammaParameters(parameters);
  const { p, q, v } = parameters;
  return Float64Array.from({ length: history.repeats.length }, (_, row) => {
    const x = history.repeats[row] as number;
    const amount = stream.gamma(p) * (v + x * (history.spend[row] as number));
    return amount === 0 ? 0 : amount / stream.gamma(p * x + q);
  });
}
