import {
  type BetaGeometricModel,
  betaGeometricEvaluation,
  betaGeometricValue,
} from "./beta-geometric-likelihood.ts";
import { fitPositive } from "./fit-positive.ts";
import { type FoldedRows, foldRows } from "./fold-history.ts";
import type { OrderHistory } from "./order-history.ts";
import type { Prior } from "./prior.ts";

/**
 * Parameters of the BG/NBD and MBG/NBD: orders come at a rate that is gamma with shape `r` and
 * rate `alpha` (a time, in the unit of the history), and at each chance a customer leaves with a
 * probability that is beta with `a` and `b`.
 */
export type BetaGeometricParameters = {
  readonly r: number;
  readonly alpha: number;
  readonly a: number;
  readonly b: number;
};

/** A fit, or why there is none. */
export type BetaGeometricFit =
  | {
      readonly kind: "fitted";
      readonly model: BetaGeometricModel;
      readonly parameters: BetaGeometricParameters;
      readonly standardErrors: BetaGeometricParameters;
      /** Covariance of the logarithms of r, alpha, a, b, row by row. */
      readonly logCovariance: Float64Array;
      readonly logLikelihood: number;
      readonly customers: number;
      readonly evaluations: number;
    }
  /** Too thin for any answer: what is missing. */
  | { readonly kind: "too-thin"; readonly missing: "customers" | "repeat-orders" | "time" }
  /** The likelihood has no top inside: the data do not tell. A prior helps. */
  | { readonly kind: "no-maximum"; readonly customers: number };

/** Refuses parameters that cannot be (RangeError). */
export function checkBetaGeometricParameters(parameters: BetaGeometricParameters): void {
  for (const name of ["r", "alpha", "a", "b"] as const)
    if (!(parameters[name] >= 1e-100 && parameters[name] <= 1e100))
      throw new RangeError(`${name} is ${parameters[name]}, not between 1e-100 and 1e100`);
}

/** The parameters from an array in the order r, alpha, a, b. */
export function betaGeometricParameters(values: ArrayLike<number>): BetaGeometricParameters {
  const [r, alpha, a, b] = Array.from(values) as [number, number, number, number];
  return { r, alpha, a, b };
}

/** The prior that is used where none is named: wide, and in the unit of the history. */
function weakPrior(meanAge: number): Prior {
  return {
    kind: "normal-of-logarithm",
    centres: [0, Math.log(meanAge), 0, Math.log(3)],
    deviations: [1.5, 2, 1.5, 1.5],
  };
}

function meanAge(folded: FoldedRows): number {
  let sum = 0;
  folded.ages.forEach((age, k) => {
    sum += age * (folded.ageWeights[k] as number);
  });
  return sum / folded.customers;
}

/**
 * The weakly informative prior for a history: logarithms normal around r 1, alpha the mean age
 * (so that the unit of time does not matter), a 1, b 3, with deviations 1.5, 2, 1.5, 1.5.
 *
 * @throws RangeError as `checkOrderHistory`, or if all ages are 0
 */
export function weakBetaGeometricPrior(history: OrderHistory): Prior {
  const age = meanAge(foldRows(history));
  if (!(age > 0)) throw new RangeError("the prior needs a customer who was observed for a time");
  return weakPrior(age);
}

/**
 * Fits the BG/NBD or MBG/NBD by Newton steps on analytic derivatives over the distinct rows.
 *
 * @param history repeat orders and times, all in one unit
 * @param model which of the two
 * @param prior `none` for maximum likelihood, `weak` for the mode under `weakBetaGeometricPrior`,
 *   or a prior of the caller's
 * @throws RangeError with the index of a customer that cannot be
 */
export function fitBetaGeometric(
  history: OrderHistory,
  model: BetaGeometricModel,
  prior: Prior | "none" | "weak" = "none",
): BetaGeometricFit {
  const folded = foldRows(history);
  const { customers } = folded;
  if (customers === 0) return { kind: "too-thin", missing: "customers" };
  const age = meanAge(folded);
  if (!(age > 0)) return { kind: "too-thin", missing: "time" };
  const chosen: Prior =
    prior === "none" ? { kind: "none" } : prior === "weak" ? weakPrior(age) : prior;
  const most = folded.counts.at(-1) as number;
  if (most === 0 && chosen.kind !== "normal-of-logarithm")
    return { kind: "too-thin", missing: "repeat-orders" };
  // The unit of time is taken out, so that the same steps are made in any unit.
  const scaled: FoldedRows = {
    ...folded,
    ages: folded.ages.map((time) => time / age),
    lasts: folded.lasts.map((time) => time / age),
  };
  const scaledPrior: Prior =
    chosen.kind === "normal-of-logarithm" && chosen.centres.length === 4
      ? { ...chosen, centres: chosen.centres.map((at, k) => (k === 1 ? at - Math.log(age) : at)) }
      : chosen;
  const fit = fitPositive(
    (point) => betaGeometricEvaluation(scaled, model, point),
    [Math.log(0.5), Math.log(0.25), 0, Math.log(2)],
    customers,
    scaledPrior,
  );
  if (fit.kind === "no-maximum") return { kind: "no-maximum", customers };
  const unscale = (values: readonly number[]) =>
    betaGeometricParameters(values.map((value, k) => (k === 1 ? value * age : value)));
  const parameters = unscale(fit.parameters);
  return {
    kind: "fitted",
    model,
    parameters,
    standardErrors: unscale(fit.standardErrors),
    logCovariance: fit.logCovariance,
    logLikelihood: betaGeometricValue(
      folded,
      model,
      [parameters.r, parameters.alpha, parameters.a, parameters.b].map(Math.log),
    ),
    customers,
    evaluations: fit.evaluations,
  };
}

/**
 * Log-likelihood of a history under given parameters.
 *
 * @throws RangeError for a customer (with its index) or a parameter that cannot be
 */
export function betaGeometricLogLikelihood(
  history: OrderHistory,
  model: BetaGeometricModel,
  parameters: BetaGeometricParameters,
): number {
  checkBetaGeometricParameters(parameters);
  return betaGeometricValue(
    foldRows(history),
    model,
    [parameters.r, parameters.alpha, parameters.a, parameters.b].map(Math.log),
  );
}
