import type { Evaluation } from "../numeric/maximise.ts";
import type { RandomStream } from "../numeric/random-stream.ts";
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
import { risingSums } from "./rising-sums.ts";

/** Parameters of the shifted beta-geometric: the chance to leave at each renewal is Beta(alpha, beta). */
export type ShiftedBetaGeometricParameters = { readonly alpha: number; readonly beta: number };

/**
 * A contract base by period: entry k of `lost` are the customers who left at their (k + 1)th
 * renewal, entry k of `running` those still there after k + 1 periods and not observed any longer.
 */
export type RenewalHistory = {
  readonly lost: ArrayLike<number>;
  readonly running: ArrayLike<number>;
};

/** A fit, or why there is none. */
export type ShiftedBetaGeometricFit =
  | {
      readonly kind: "fitted";
      readonly parameters: ShiftedBetaGeometricParameters;
      readonly standardErrors: ShiftedBetaGeometricParameters;
      /** Covariance of the logarithms of alpha, beta, row by row. */
      readonly logCovariance: Float64Array;
      readonly logLikelihood: number;
      readonly customers: number;
    }
  | { readonly kind: "too-thin"; readonly missing: "customers" | "losses" | "stays" }
  /** The likelihood has no top inside, as when all customers are alike. A prior helps. */
  | { readonly kind: "no-maximum"; readonly customers: number };

function total(values: ArrayLike<number>): number {
  return Array.from(values).reduce((sum, value) => sum + value, 0);
}

function checkRenewals({ lost, running }: RenewalHistory): void {
  if (lost.length !== running.length)
    throw new RangeError(`lost and running differ in length: ${lost.length}, ${running.length}`);
  for (let period = 0; period < lost.length; period += 1)
    for (const [name, values] of [
      ["lost", lost],
      ["running", running],
    ] as const) {
      const count = values[period] as number;
      if (!(count >= 0 && count < Number.POSITIVE_INFINITY))
        throw new RangeError(`period ${period}: ${name} is negative or not finite: ${count}`);
    }
}

function evaluation(history: RenewalHistory, logParameters: Float64Array): Evaluation {
  const [alpha, beta] = Array.from(logParameters, Math.exp) as [number, number];
  const periods = history.lost.length;
  const steps = Float64Array.from({ length: periods + 1 }, (_, period) => period);
  const stay = risingSums(beta, steps);
  const both = risingSums(alpha + beta, steps);
  let value = 0;
  let ga = 0;
  let gb = 0;
  let haa = 0;
  let hab = 0;
  let hbb = 0;
  for (let period = 1; period <= periods; period += 1) {
    const lost = history.lost[period - 1] as number;
    const running = history.running[period - 1] as number;
    value +=
      lost * ((logParameters[0] as number) + (stay.logarithm[period - 1] as number)) +
      running * (stay.logarithm[period] as number) -
      (lost + running) * (both.logarithm[period] as number);
    const first = (lost + running) * (both.first[period] as number);
    const second = (lost + running) * (both.second[period] as number);
    ga += lost / alpha - first;
    gb +=
      lost * (stay.first[period - 1] as number) + running * (stay.first[period] as number) - first;
    haa -= lost / (alpha * alpha) + second;
    hab -= second;
    hbb +=
      lost * (stay.second[period - 1] as number) +
      running * (stay.second[period] as number) -
      second;
  }
  const gradient = Float64Array.of(ga * alpha, gb * beta);
  return {
    value,
    gradient,
    hessian: Float64Array.of(
      haa * alpha * alpha + ga * alpha,
      hab * alpha * beta,
      hab * alpha * beta,
      hbb * beta * beta + gb * beta,
    ),
  };
}

const weakPrior: Prior = {
  kind: "normal-of-logarithm",
  centres: [0, Math.log(3)],
  deviations: [1.5, 1.5],
};

function named(values: ArrayLike<number>): ShiftedBetaGeometricParameters {
  const [alpha, beta] = Array.from(values) as [number, number];
  return { alpha, beta };
}

function checkParameters(parameters: ShiftedBetaGeometricParameters): void {
  for (const name of ["alpha", "beta"] as const)
    if (!(parameters[name] > 0 && parameters[name] < Number.POSITIVE_INFINITY))
      throw new RangeError(`${name} is not a finite number above 0: ${parameters[name]}`);
}

const mostPeriods = 100_000;

function checkPeriods(periods: number): void {
  if (!(Number.isSafeInteger(periods) && periods >= 0 && periods <= mostPeriods))
    throw new RangeError(`periods is not a whole number from 0 to ${mostPeriods}: ${periods}`);
}

/**
 * Fits the shifted beta-geometric model to renewals.
 *
 * @param prior on alpha, beta in that order; `weak` is normal around log 1 and log 3 with
 *   deviations 1.5
 * @throws RangeError with the period of a count that is negative or not finite
 */
export function fitShiftedBetaGeometric(
  history: RenewalHistory,
  prior: Prior | "none" | "weak" = "none",
): ShiftedBetaGeometricFit {
  checkRenewals(history);
  const customers = total(history.lost) + total(history.running);
  if (customers === 0) return { kind: "too-thin", missing: "customers" };
  const chosen: Prior = prior === "none" ? { kind: "none" } : prior === "weak" ? weakPrior : prior;
  if (chosen.kind !== "normal-of-logarithm") {
    if (total(history.lost) === 0) return { kind: "too-thin", missing: "losses" };
    if (customers === (history.lost[0] as number)) return { kind: "too-thin", missing: "stays" };
  }
  const fit = fitPositive((point) => evaluation(history, point), [0, 1], customers, chosen);
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

/** The posterior of a shifted beta-geometric, or why there is none. */
export type ShiftedBetaGeometricPosterior =
  | (Posterior & {
      readonly kind: "drawn";
      readonly mode: ShiftedBetaGeometricParameters;
      readonly summary: Readonly<Record<keyof ShiftedBetaGeometricParameters, ParameterSummary>>;
    })
  | Exclude<ShiftedBetaGeometricFit, { readonly kind: "fitted" }>;

/**
 * The posterior of the parameters, by draws around the mode with smoothed importance weights.
 *
 * @param prior `weak`, `flat` (every value above 0 alike) or a prior of the caller's
 * @param stream the randomness; the same stream gives the same draws
 * @param count how many draws, at least 100
 * @param level of the equal-tailed intervals in `summary`
 * @throws RangeError with the period of a count that cannot be, or for a count of draws below 100
 *   or a level outside 0..1
 */
export function shiftedBetaGeometricPosterior(
  history: RenewalHistory,
  prior: Exclude<Prior, { readonly kind: "none" }> | "weak",
  stream: RandomStream,
  count = 4000,
  level = 0.95,
): ShiftedBetaGeometricPosterior {
  checkLevel(level);
  const fit = fitShiftedBetaGeometric(history, prior);
  if (fit.kind !== "fitted") return fit;
  const posterior = positivePosterior(
    {
      value: (point) => evaluation(history, point).value,
      evaluation: (point) => evaluation(history, point),
    },
    [fit.parameters.alpha, fit.parameters.beta],
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
    },
  };
}

/**
 * Parameter sets that stand for the posterior, each alike: to try a prediction on.
 *
 * @param draws how many, a whole number from 20
 * @throws RangeError for fewer than 20 draws
 */
export function shiftedBetaGeometricDraws(
  posterior: Extract<ShiftedBetaGeometricPosterior, { readonly kind: "drawn" }>,
  draws: number,
  stream: RandomStream,
): readonly ShiftedBetaGeometricParameters[] {
  return evenDraws(posterior, checkedDraws(draws), stream).map(named);
}

/**
 * Share of a new cohort that is still there after 0, 1, ... `periods` renewals.
 *
 * @param periods a whole number from 0 to 100,000
 * @throws RangeError for an argument that cannot be
 */
export function survivalByPeriod(
  parameters: ShiftedBetaGeometricParameters,
  periods: number,
): Float64Array {
  checkPeriods(periods);
  const renewal = renewalByPeriod(parameters, periods);
  const survival = new Float64Array(periods + 1).fill(1);
  for (let period = 1; period <= periods; period += 1)
    survival[period] = (survival[period - 1] as number) * (renewal[period - 1] as number);
  return survival;
}

/**
 * Share of those still there that renews at the 1st, 2nd, ... of so many `periods` renewals
 * (Fader and Hardie 2007, equation 8).
 *
 * @param periods a whole number from 0 to 100,000
 * @throws RangeError for an argument that cannot be
 */
export function renewalByPeriod(
  parameters: ShiftedBetaGeometricParameters,
  periods: number,
): Float64Array {
  checkParameters(parameters);
  checkPeriods(periods);
  const { alpha, beta } = parameters;
  return Float64Array.from(
    { length: periods },
    (_, renewed) => (beta + renewed) / (alpha + beta + renewed),
  );
}

/** Whole numbers of renewals so far, one a customer (RangeError with the index of one that is not). */
function checkRenewed(renewed: ArrayLike<number>): void {
  for (let customer = 0; customer < renewed.length; customer += 1)
    if (!(Number.isSafeInteger(renewed[customer]) && (renewed[customer] as number) >= 0))
      throw new RangeError(
        `customer ${customer}: renewed is not a whole number from 0: ${renewed[customer]}`,
      );
}

/**
 * Expected renewals of each customer among the next `horizon` ones, given how often they have
 * renewed: their remaining lifetime, up to the horizon. Without a horizon it would be endless where
 * alpha is at most 1. A renewal counts exp(-rate k) at the kth moment from now.
 *
 * @param renewed how often each customer has renewed so far, whole numbers from 0
 * @param horizon how many renewals to look ahead, a whole number from 0 to 100,000
 * @param discountRate continuous rate per period, from 0
 * @returns one number per customer
 * @throws RangeError for a customer (with its index) or an argument that cannot be
 */
export function remainingRenewals(
  renewed: ArrayLike<number>,
  parameters: ShiftedBetaGeometricParameters,
  horizon: number,
  discountRate = 0,
): Float64Array {
  checkParameters(parameters);
  checkPeriods(horizon);
  checkRenewed(renewed);
  if (!(discountRate >= 0 && discountRate < Number.POSITIVE_INFINITY))
    throw new RangeError(`the discount rate is not a finite number from 0: ${discountRate}`);
  const { alpha, beta } = parameters;
  const known = new Map<number, number>();
  function expectedAfter(times: number): number {
    let share = 1;
    let sum = 0;
    for (let ahead = 0; ahead < horizon && share > 1e-17 * sum; ahead += 1) {
      share *= (beta + times + ahead) / (alpha + beta + times + ahead);
      sum += share * Math.exp(-discountRate * (ahead + 1));
    }
    return sum;
  }
  return Float64Array.from(renewed, (times) => {
    const expected = known.get(times) ?? expectedAfter(times);
    known.set(times, expected);
    return expected;
  });
}

/**
 * One possible number of renewals of each customer among the next `horizon` ones. With parameters
 * drawn from the posterior, many of these together are the posterior predictive distribution (see
 * `predictionBands`).
 *
 * @returns a whole number per customer
 * @throws RangeError as `remainingRenewals`
 */
export function drawRenewals(
  renewed: ArrayLike<number>,
  parameters: ShiftedBetaGeometricParameters,
  horizon: number,
  stream: RandomStream,
): Float64Array {
  checkParameters(parameters);
  checkPeriods(horizon);
  checkRenewed(renewed);
  const { alpha, beta } = parameters;
  return Float64Array.from(renewed, (times) => {
    const leaving = stream.beta(alpha, beta + times);
    return Math.min(horizon, Math.floor(Math.log(stream.uniform()) / Math.log1p(-leaving)));
  });
}
