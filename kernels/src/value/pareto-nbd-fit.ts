import { fitPositive } from "./fit-positive.ts";
import { type FoldedRows, foldRows } from "./fold-history.ts";
import type { OrderHistory } from "./order-history.ts";
import { paretoEvaluation, paretoValue } from "./pareto-nbd-likelihood.ts";
import { paretoRows } from "./pareto-nbd-rows.ts";
import type { Prior } from "./prior.ts";

/**
 * Parameters of the Pareto/NBD: orders come at a rate that is gamma over customers with shape `r`
 * and rate `alpha`; a customer leaves, at any moment, at a rate that is gamma with shape `s` and
 * rate `beta`. `alpha` and `beta` are times, in the unit of the history.
 */
export type ParetoParameters = {
  readonly r: number;
  readonly alpha: number;
  readonly s: number;
  readonly beta: number;
};

/** A fit, or why there is none. */
export type ParetoFit =
  | {
      readonly kind: "fitted";
      readonly parameters: ParetoParameters;
      /** By the delta method from the inverse Hessian in the logarithms. */
      readonly standardErrors: ParetoParameters;
      /** Covariance of the logarithms of r, alpha, s, beta, row by row. */
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
export function checkParetoParameters(parameters: ParetoParameters): void {
  for (const name of ["r", "alpha", "s", "beta"] as const)
    if (!(parameters[name] >= 1e-100 && parameters[name] <= 1e100))
      throw new RangeError(`${name} is ${parameters[name]}, not between 1e-100 and 1e100`);
}

function named(values: ArrayLike<number>): ParetoParameters {
  const [r, alpha, s, beta] = Array.from(values) as [number, number, number, number];
  return { r, alpha, s, beta };
}

/** The parameters from an array in the order r, alpha, s, beta. RangeError for what cannot be. */
export function paretoParameters(values: ArrayLike<number>): ParetoParameters {
  const parameters = named(values);
  checkParetoParameters(parameters);
  return parameters;
}

/** The prior that is used where none is named: wide, and in the unit of the history. */
function weakPrior(meanAge: number): Prior {
  const unit = Math.log(meanAge);
  return {
    kind: "normal-of-logarithm",
    centres: [0, unit, 0, unit],
    deviations: [1.5, 2, 1.5, 2],
  };
}

function meanAge({ ages, ageWeights, customers }: FoldedRows): number {
  let sum = 0;
  ages.forEach((age, k) => {
    sum += age * (ageWeights[k] as number);
  });
  return sum / customers;
}

/**
 * The weakly informative prior for a history: logarithms normal around r 1, alpha and beta the
 * mean age (so that the unit of time does not matter), s 1, with deviations 1.5, 2, 1.5, 2.
 *
 * @throws RangeError as `checkOrderHistory`, or if all ages are 0
 */
export function weakParetoPrior(history: OrderHistory): Prior {
  const age = meanAge(foldRows(history));
  if (!(age > 0)) throw new RangeError("the prior needs a customer who was observed for a time");
  return weakPrior(age);
}

/** Above so many distinct rows a part of them is fitted first, to start near the top. */
const manyRows = 8192;

/**
 * Fits the Pareto/NBD by Newton steps on analytic derivatives over the distinct rows.
 *
 * @param history repeat orders and times, all in one unit
 * @param prior `none` for maximum likelihood, `weak` for the mode under `weakParetoPrior`, or a
 *   prior of the caller's on r, alpha, s, beta in that order
 * @throws RangeError with the index of a customer that cannot be
 */
export function fitPareto(
  history: OrderHistory,
  prior: Prior | "none" | "weak" = "none",
): ParetoFit {
  const folded = foldRows(history);
  const { customers } = folded;
  if (customers === 0) return { kind: "too-thin", missing: "customers" };
  const age = meanAge(folded);
  if (!(age > 0)) return { kind: "too-thin", missing: "time" };
  const chosen: Prior =
    prior === "none" ? { kind: "none" } : prior === "weak" ? weakPrior(age) : prior;
  if (folded.counts.at(-1) === 0 && chosen.kind !== "normal-of-logarithm")
    return { kind: "too-thin", missing: "repeat-orders" };
  // The unit of time is taken out, so that the same steps are made in any unit.
  const logAge = Math.log(age);
  const scaledPrior: Prior =
    chosen.kind === "normal-of-logarithm" && chosen.centres.length === 4
      ? { ...chosen, centres: chosen.centres.map((at, k) => (k % 2 === 1 ? at - logAge : at)) }
      : chosen;
  let start = [Math.log(0.5), Math.log(0.3), Math.log(0.6), Math.log(0.5)];
  let evaluations = 0;
  const stride = Math.floor((2 * folded.rowCount.length) / manyRows);
  if (stride > 1) {
    const part = paretoRows(folded, age, stride);
    const first = fitPositive(
      (point) => paretoEvaluation(part, point),
      start,
      part.customers,
      scaledPrior,
    );
    if (first.kind === "fitted") start = first.parameters.map(Math.log);
  }
  const rows = paretoRows(folded, age);
  const fit = fitPositive(
    (point) => {
      evaluations += 1;
      return paretoEvaluation(rows, point);
    },
    start,
    customers,
    scaledPrior,
  );
  if (fit.kind === "no-maximum") return { kind: "no-maximum", customers };
  const unscale = (values: readonly number[]) =>
    named(values.map((value, k) => (k % 2 === 1 ? value * age : value)));
  let repeats = 0;
  folded.counts.forEach((x, k) => {
    repeats += x * (folded.countWeights[k] as number);
  });
  return {
    kind: "fitted",
    parameters: unscale(fit.parameters),
    standardErrors: unscale(fit.standardErrors),
    logCovariance: fit.logCovariance,
    // A density in times: each repeat order brings the unit of time once.
    logLikelihood: fit.logLikelihood - repeats * logAge,
    customers,
    evaluations,
  };
}

/**
 * Log-likelihood of a history under given parameters.
 *
 * @throws RangeError for a customer (with its index) or a parameter that cannot be
 */
export function paretoLogLikelihood(history: OrderHistory, parameters: ParetoParameters): number {
  checkParetoParameters(parameters);
  const { r, alpha, s, beta } = parameters;
  return paretoValue(paretoRows(foldRows(history), 1), [r, alpha, s, beta].map(Math.log));
}
