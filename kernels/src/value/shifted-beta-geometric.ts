import type { Evaluation } from "../numeric/maximise.ts";
import { fitPositive } from "./fit-positive.ts";
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

/** Log-likelihood with gradient and Hessian in log(alpha), log(beta). */
export function shiftedBetaGeometricEvaluation(
  history: RenewalHistory,
  logParameters: Float64Array,
): Evaluation {
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

/** What is held where nothing is known: alpha around 1, beta around 3, both wide. */
export const weakShiftedBetaGeometricPrior: Prior = {
  kind: "normal-of-logarithm",
  centres: [0, Math.log(3)],
  deviations: [1.5, 1.5],
};

/** The parameters from an array in the order alpha, beta. */
export function shiftedBetaGeometricParameters(
  values: ArrayLike<number>,
): ShiftedBetaGeometricParameters {
  const [alpha, beta] = Array.from(values) as [number, number];
  return { alpha, beta };
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
  const chosen: Prior =
    prior === "none" ? { kind: "none" } : prior === "weak" ? weakShiftedBetaGeometricPrior : prior;
  if (chosen.kind !== "normal-of-logarithm") {
    if (total(history.lost) === 0) return { kind: "too-thin", missing: "losses" };
    if (customers === (history.lost[0] as number)) return { kind: "too-thin", missing: "stays" };
  }
  const fit = fitPositive(
    (point) => shiftedBetaGeometricEvaluation(history, point),
    [0, 1],
    customers,
    chosen,
  );
  if (fit.kind === "no-maximum") return { kind: "no-maximum", customers };
  return {
    kind: "fitted",
    parameters: shiftedBetaGeometricParameters(fit.parameters),
    standardErrors: shiftedBetaGeometricParameters(fit.standardErrors),
    logCovariance: fit.logCovariance,
    logLikelihood: fit.logLikelihood,
    customers,
  };
}
