import { digamma, logGamma, trigamma } from "../numeric/gamma-functions.ts";
import type { Evaluation } from "../numeric/maximise.ts";
import { fitPositive } from "./fit-positive.ts";
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

function checkSpendHistory(history: SpendHistory): void {
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

type Spender = { readonly x: number; readonly mean: number };

function evaluation(spenders: readonly Spender[], logParameters: Float64Array): Evaluation {
  const [p, q, v] = Array.from(logParameters, Math.exp) as [number, number, number];
  const logV = logParameters[2] as number;
  const inverseV = 1 / v;
  const gammaQ = logGamma(q);
  const digammaQ = digamma(q);
  const trigammaQ = trigamma(q);
  let value = 0;
  let gp = 0;
  let gq = 0;
  let gv = 0;
  let hpp = 0;
  let hpq = 0;
  let hpv = 0;
  let hqq = 0;
  let hqv = 0;
  let hvv = 0;
  for (const { x, mean } of spenders) {
    const shape = p * x;
    const both = shape + q;
    const sum = v + x * mean;
    const logSum = Math.log(sum);
    const logMean = Math.log(mean);
    const logTotal = Math.log(x) + logMean;
    const digammaBoth = digamma(both);
    const trigammaBoth = trigamma(both);
    value +=
      logGamma(both) -
      logGamma(shape) -
      gammaQ +
      q * (logV - logSum) +
      shape * (logTotal - logSum) -
      logMean;
    gp += x * (digammaBoth - digamma(shape) + logTotal - logSum);
    gq += digammaBoth - digammaQ + logV - logSum;
    gv += q * inverseV - both / sum;
    hpp += x * x * (trigammaBoth - trigamma(shape));
    hpq += x * trigammaBoth;
    hpv -= x / sum;
    hqq += trigammaBoth - trigammaQ;
    hqv += inverseV - 1 / sum;
    hvv += both / (sum * sum) - q * inverseV * inverseV;
  }
  const scale = [p, q, v];
  const gradient = Float64Array.of(gp * p, gq * q, gv * v);
  const hessian = Float64Array.of(hpp, hpq, hpv, hpq, hqq, hqv, hpv, hqv, hvv).map((entry, k) => {
    const row = Math.floor(k / 3);
    const column = k % 3;
    const own = row === column ? (gradient[row] as number) : 0;
    return entry * (scale[row] as number) * (scale[column] as number) + own;
  });
  return { value, gradient, hessian };
}

function gammaGammaParameters(values: readonly number[]): GammaGammaParameters {
  const [p, q, v] = values as [number, number, number];
  return { p, q, v };
}

/**
 * Fits the Gamma-Gamma model of spend to the customers with repeat orders.
 *
 * @param prior on p, q, v in that order; `weak` is normal around log 3, log 3 and the logarithm of
 *   the mean spend, with deviations 1.5, 1 and 2, so that the unit of money does not matter
 * @throws RangeError with the index of a customer that cannot be
 */
export function fitGammaGamma(
  history: SpendHistory,
  prior: Prior | "none" | "weak" = "none",
): GammaGammaFit {
  checkSpendHistory(history);
  const spenders: Spender[] = [];
  let withoutSpend = 0;
  for (let row = 0; row < history.repeats.length; row += 1) {
    const x = history.repeats[row] as number;
    const mean = history.spend[row] as number;
    if (x > 0 && mean > 0) spenders.push({ x, mean });
    else if (x > 0) withoutSpend += 1;
  }
  const customers = spenders.length;
  if (customers === 0) return { kind: "too-thin", missing: "customers" };
  // The unit of money is taken out, so that the same steps are made in any unit.
  const logUnit = spenders.reduce((sum, { mean }) => sum + Math.log(mean), 0) / customers;
  const unit = Math.exp(logUnit);
  const scaled = spenders.map(({ x, mean }) => ({ x, mean: mean / unit }));
  const weak: Prior = {
    kind: "normal-of-logarithm",
    centres: [Math.log(3), Math.log(3), 0],
    deviations: [1.5, 1, 2],
  };
  const chosen: Prior =
    prior === "none"
      ? { kind: "none" }
      : prior === "weak"
        ? weak
        : prior.kind === "normal-of-logarithm" && prior.centres.length === 3
          ? { ...prior, centres: prior.centres.map((at, k) => (k === 2 ? at - logUnit : at)) }
          : prior;
  const fit = fitPositive(
    (point) => evaluation(scaled, point),
    [Math.log(3), Math.log(3), Math.log(1)],
    customers,
    chosen,
  );
  if (fit.kind === "no-maximum") return { kind: "no-maximum", customers };
  const unscale = (values: readonly number[]) =>
    gammaGammaParameters(values.map((value, k) => (k === 2 ? value * unit : value)));
  return {
    kind: "fitted",
    parameters: unscale(fit.parameters),
    standardErrors: unscale(fit.standardErrors),
    logCovariance: fit.logCovariance,
    logLikelihood: fit.logLikelihood - customers * logUnit,
    customers,
    withoutSpend,
  };
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
  for (const name of ["p", "q", "v"] as const)
    if (!(parameters[name] > 0 && parameters[name] < Number.POSITIVE_INFINITY))
      throw new RangeError(`${name} is not a finite number above 0: ${parameters[name]}`);
  const { p, q, v } = parameters;
  return Float64Array.from({ length: history.repeats.length }, (_, row) => {
    const x = history.repeats[row] as number;
    const shape = p * x + q - 1;
    if (!(shape > 0)) return Number.POSITIVE_INFINITY;
    return (p * (v + x * (history.spend[row] as number))) / shape;
  });
}
