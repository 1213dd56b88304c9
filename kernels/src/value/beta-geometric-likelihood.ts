import type { Evaluation } from "../numeric/maximise.ts";
import type { FoldedRows } from "./fold-history.ts";
import { risingLogarithms, risingSums } from "./rising-sums.ts";

/**
 * Which model: in `bg-nbd` a customer can leave after each repeat order, in `mbg-nbd` also right
 * after the first order.
 */
export type BetaGeometricModel = "bg-nbd" | "mbg-nbd";

/** How many more chances to leave a customer has had than repeat orders. RangeError for another model. */
export function chancesBeyondRepeats(model: BetaGeometricModel): 0 | 1 {
  if (model === "bg-nbd") return 0;
  if (model === "mbg-nbd") return 1;
  throw new RangeError(`the models are bg-nbd and mbg-nbd, got ${String(model)}`);
}

/** Above this z the logarithm of 1 + e^z is z to the last digit; e^z would overflow in a product. */
const mostExponent = 300;
/** A product of factors up to 1 + e^300 is let off into a logarithm from here on. */
const mostProduct = 1e150;

/**
 * Log-likelihood over the folded rows with gradient and Hessian in log(r), log(alpha), log(a),
 * log(b). Rows with hundreds of orders stay finite: large terms are kept in logarithms.
 */
export function betaGeometricEvaluation(
  folded: FoldedRows,
  model: BetaGeometricModel,
  logParameters: ArrayLike<number>,
): Evaluation {
  const shift = chancesBeyondRepeats(model);
  const [r, alpha, a, b] = Array.from(logParameters, Math.exp) as [number, number, number, number];
  const [, logAlpha, logA] = logParameters as unknown as [number, number, number];
  const { counts, countWeights, ages, ageWeights, ageRepeats, lasts, customers } = folded;
  const chances = counts.map((x) => x + shift);
  const orders = risingSums(r, counts);
  const stay = risingSums(b, chances);
  const both = risingSums(a + b, chances);

  let value = customers * r * logAlpha;
  // First derivatives to r, alpha, a, b, then the second ones.
  let gr = customers * logAlpha;
  let gl = (customers * r) / alpha;
  let ga = 0;
  let gb = 0;
  let hrr = 0;
  let hrl = customers / alpha;
  let hra = 0;
  let hrb = 0;
  let hll = (-customers * r) / (alpha * alpha);
  let hla = 0;
  let hlb = 0;
  let haa = 0;
  let hab = 0;
  let hbb = 0;

  const ageLog = ages.map((time) => Math.log(alpha + time));
  const ageInverse = ages.map((time) => 1 / (alpha + time));
  for (let k = 0; k < ages.length; k += 1) {
    const logarithm = ageLog[k] as number;
    const inverse = ageInverse[k] as number;
    const weight = ageWeights[k] as number;
    const exponent = r * weight + (ageRepeats[k] as number);
    value -= exponent * logarithm;
    gr -= weight * logarithm;
    gl -= exponent * inverse;
    hrl -= weight * inverse;
    hll += exponent * inverse * inverse;
  }
  const lastLog = lasts.map((time) => Math.log(alpha + time));
  const lastInverse = lasts.map((time) => 1 / (alpha + time));

  const { countStart, rowLast, rowAge, rowWeight } = folded;
  for (let k = 0; k < counts.length; k += 1) {
    const weight = countWeights[k] as number;
    value +=
      weight *
      ((orders.logarithm[k] as number) +
        (stay.logarithm[k] as number) -
        (both.logarithm[k] as number));
    gr += weight * (orders.first[k] as number);
    hrr += weight * (orders.second[k] as number);
    ga -= weight * (both.first[k] as number);
    gb += weight * ((stay.first[k] as number) - (both.first[k] as number));
    haa -= weight * (both.second[k] as number);
    hab -= weight * (both.second[k] as number);
    hbb += weight * ((stay.second[k] as number) - (both.second[k] as number));

    const x = counts[k] as number;
    if (x + shift === 0) continue;
    // The rows of this count: log(1 + e^z) with z = leave + exponent * stretch.
    const exponent = r + x;
    const stayed = b + x + shift - 1;
    const leave = logA - Math.log(stayed);
    let product = 1;
    // Sums of p = e^z / (1 + e^z), to which z is pulled, and of its derivative s, by the powers of
    // the stretch t and of its derivative to alpha d.
    let sumP = 0;
    let sumPt = 0;
    let sumPd = 0;
    let sumPdd = 0;
    let sumS = 0;
    let sumSt = 0;
    let sumSd = 0;
    let sumStt = 0;
    let sumStd = 0;
    let sumSdd = 0;
    const end = countStart[k + 1] as number;
    for (let row = countStart[k] as number; row < end; row += 1) {
      const age = rowAge[row] as number;
      const last = rowLast[row] as number;
      const rows = rowWeight[row] as number;
      const atAge = ageInverse[age] as number;
      const atLast = lastInverse[last] as number;
      const t = (ageLog[age] as number) - (lastLog[last] as number);
      const d = atAge - atLast;
      const z = leave + exponent * t;
      let p = rows;
      let s = 0;
      if (z > mostExponent) value += rows * z;
      else {
        const odds = Math.exp(z);
        const share = 1 / (1 + odds);
        p = rows * odds * share;
        s = p * share;
        if (rows === 1) {
          product *= 1 + odds;
          if (product > mostProduct) {
            value += Math.log(product);
            product = 1;
          }
        } else value += rows * Math.log1p(odds);
      }
      sumP += p;
      sumPt += p * t;
      sumPd += p * d;
      sumPdd += p * d * (atAge + atLast);
      sumS += s;
      sumSt += s * t;
      sumSd += s * d;
      sumStt += s * t * t;
      sumStd += s * t * d;
      sumSdd += s * d * d;
    }
    value += Math.log(product);
    gr += sumPt;
    gl += exponent * sumPd;
    ga += sumP / a;
    gb -= sumP / stayed;
    hrr += sumStt;
    hrl += sumPd + exponent * sumStd;
    hra += sumSt / a;
    hrb -= sumSt / stayed;
    hll += exponent * (exponent * sumSdd - sumPdd);
    hla += (exponent * sumSd) / a;
    hlb -= (exponent * sumSd) / stayed;
    haa += (sumS - sumP) / (a * a);
    hab -= sumS / (a * stayed);
    hbb += (sumS + sumP) / (stayed * stayed);
  }

  const scale = [r, alpha, a, b];
  const gradient = Float64Array.of(gr * r, gl * alpha, ga * a, gb * b);
  const rows = [hrr, hrl, hra, hrb, hrl, hll, hla, hlb, hra, hla, haa, hab, hrb, hlb, hab, hbb];
  const hessian = Float64Array.from(
    rows,
    (entry, k) =>
      entry * (scale[k >> 2] as number) * (scale[k & 3] as number) +
      (k >> 2 === (k & 3) ? (gradient[k & 3] as number) : 0),
  );
  return { value, gradient, hessian };
}

/**
 * The log-likelihood alone, as `betaGeometricEvaluation`, for many points: what can be is made
 * ready once.
 */
export function betaGeometricDensity(
  folded: FoldedRows,
  model: BetaGeometricModel,
): (logParameters: ArrayLike<number>) => number {
  const shift = chancesBeyondRepeats(model);
  const { counts, countWeights, countStart, ages, ageWeights, ageRepeats, lasts } = folded;
  const { rowLast, rowAge, rowWeight, customers } = folded;
  const chances = counts.map((x) => x + shift);
  const orders = new Float64Array(counts.length);
  const stay = new Float64Array(counts.length);
  const both = new Float64Array(counts.length);
  const ageLog = new Float64Array(ages.length);
  const lastLog = new Float64Array(lasts.length);
  return (logParameters) => {
    const logAlpha = logParameters[1] as number;
    const logA = logParameters[2] as number;
    const r = Math.exp(logParameters[0] as number);
    const alpha = Math.exp(logAlpha);
    const b = Math.exp(logParameters[3] as number);
    risingLogarithms(r, counts, orders);
    risingLogarithms(b, chances, stay);
    risingLogarithms(Math.exp(logA) + b, chances, both);
    for (let k = 0; k < lasts.length; k += 1) lastLog[k] = Math.log(alpha + (lasts[k] as number));
    let value = customers * r * logAlpha;
    for (let k = 0; k < ages.length; k += 1) {
      const logarithm = Math.log(alpha + (ages[k] as number));
      ageLog[k] = logarithm;
      value -= (r * (ageWeights[k] as number) + (ageRepeats[k] as number)) * logarithm;
    }
    let product = 1;
    for (let k = 0; k < counts.length; k += 1) {
      value +=
        (countWeights[k] as number) *
        ((orders[k] as number) + (stay[k] as number) - (both[k] as number));
      const x = counts[k] as number;
      if (x + shift === 0) continue;
      const exponent = r + x;
      const leave = logA - Math.log(b + x + shift - 1);
      const end = countStart[k + 1] as number;
      for (let row = countStart[k] as number; row < end; row += 1) {
        const rows = rowWeight[row] as number;
        const stretch =
          (ageLog[rowAge[row] as number] as number) - (lastLog[rowLast[row] as number] as number);
        const z = leave + exponent * stretch;
        if (z > mostExponent) value += rows * z;
        else if (rows === 1) {
          product *= 1 + Math.exp(z);
          if (product > mostProduct) {
            value += Math.log(product);
            product = 1;
          }
        } else value += rows * Math.log1p(Math.exp(z));
      }
    }
    return value + Math.log(product);
  };
}

/** The log-likelihood at one point, as `betaGeometricEvaluation`. */
export function betaGeometricValue(
  folded: FoldedRows,
  model: BetaGeometricModel,
  logParameters: ArrayLike<number>,
): number {
  return betaGeometricDensity(folded, model)(logParameters);
}
