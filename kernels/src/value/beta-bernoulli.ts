import { betaBernoulliEvaluation } from "./beta-bernoulli-likelihood.ts";
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

/** More occasions than this are time that goes on: a model of continuous time suits them. */
export const mostOccasions = 10_000;

/** Refuses a history that cannot be (RangeError with the row). */
export function checkOccasions({ bought, last, occasions, customers }: OccasionHistory): void {
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

/** What is held where nothing is known: alpha, beta, gamma around 1, delta around 3, all wide. */
export const weakBetaBernoulliPrior: Prior = {
  kind: "normal-of-logarithm",
  centres: [0, 0, 0, Math.log(3)],
  deviations: [1.5, 1.5, 1.5, 1.5],
};

/** The parameters from an array in the order alpha, beta, gamma, delta. */
export function betaBernoulliParameters(values: ArrayLike<number>): BetaBernoulliParameters {
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
  const chosen: Prior =
    prior === "none" ? { kind: "none" } : prior === "weak" ? weakBetaBernoulliPrior : prior;
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
    parameters: betaBernoulliParameters(fit.parameters),
    standardErrors: betaBernoulliParameters(fit.standardErrors),
    logCovariance: fit.logCovariance,
    logLikelihood: fit.logLikelihood,
    customers,
  };
}
