import type { Evaluation } from "../numeric/maximise.ts";
import type { FoldedHistory } from "./fold-history.ts";
import { risingSums } from "./rising-sums.ts";

/**
 * Which model: in `bg-nbd` a customer can leave after each repeat order, in `mbg-nbd` also right
 * after the first order.
 */
export type BetaGeometricModel = "bg-nbd" | "mbg-nbd";

/** How many more chances to leave a customer has had than repeat orders. */
export function chancesBeyondRepeats(model: BetaGeometricModel): 0 | 1 {
  return model === "bg-nbd" ? 0 : 1;
}

/**
 * Log-likelihood over the folded rows with gradient and Hessian in log(r), log(alpha), log(a),
 * log(b). Everything is in log space: rows with hundreds of orders stay finite.
 */
export function betaGeometricEvaluation(
  folded: FoldedHistory,
  model: BetaGeometricModel,
  logParameters: ArrayLike<number>,
): Evaluation {
  const shift = chancesBeyondRepeats(model);
  const [r, alpha, a, b] = Array.from(logParameters, Math.exp) as [number, number, number, number];
  const logAlpha = logParameters[1] as number;
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

  const ageLog = new Float64Array(ages.length);
  const ageInverse = new Float64Array(ages.length);
  for (let k = 0; k < ages.length; k += 1) {
    const sum = alpha + (ages[k] as number);
    const logarithm = Math.log(sum);
    const inverse = 1 / sum;
    ageLog[k] = logarithm;
    ageInverse[k] = inverse;
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
  }

  const logA = logParameters[2] as number;
  const inverseA = 1 / a;
  const { rowCount, rowLast, rowAge, rowWeight } = folded;
  for (let row = 0; row < rowCount.length; row += 1) {
    const x = counts[rowCount[row] as number] as number;
    if (x + shift === 0) continue;
    const age = rowAge[row] as number;
    const last = rowLast[row] as number;
    const weight = rowWeight[row] as number;
    const stayed = b + x + shift - 1;
    const exponent = r + x;
    const stretch = (ageLog[age] as number) - (lastLog[last] as number);
    const z = logA - Math.log(stayed) + exponent * stretch;
    const small = Math.exp(-Math.abs(z));
    value += weight * (Math.max(z, 0) + Math.log1p(small));
    const left = (z > 0 ? 1 : small) / (1 + small);
    const pull = weight * left;
    const spread = (pull * (z > 0 ? small : 1)) / (1 + small);
    const rate = (ageInverse[age] as number) - (lastInverse[last] as number);
    const zl = exponent * rate;
    const zb = -1 / stayed;
    gr += pull * stretch;
    gl += pull * zl;
    ga += pull * inverseA;
    gb += pull * zb;
    hrr += spread * stretch * stretch;
    hrl += pull * rate + spread * stretch * zl;
    hra += spread * stretch * inverseA;
    hrb += spread * stretch * zb;
    hll +=
      spread * zl * zl - pull * zl * ((ageInverse[age] as number) + (lastInverse[last] as number));
    hla += spread * zl * inverseA;
    hlb += spread * zl * zb;
    haa += (spread - pull) * inverseA * inverseA;
    hab += spread * zb * inverseA;
    hbb += (spread + pull) * zb * zb;
  }

  const scale = [r, alpha, a, b];
  const gradient = Float64Array.of(gr * r, gl * alpha, ga * a, gb * b);
  const hessian = Float64Array.of(
    hrr,
    hrl,
    hra,
    hrb,
    hrl,
    hll,
    hla,
    hlb,
    hra,
    hla,
    haa,
    hab,
    hrb,
    hlb,
    hab,
    hbb,
  ).map(
    (entry, k) =>
      entry * (scale[k >> 2] as number) * (scale[k & 3] as number) +
      (k >> 2 === (k & 3) ? (gradient[k & 3] as number) : 0),
  );
  return { value, gradient, hessian };
}

/** The log-likelihood alone, as `betaGeometricEvaluation`; several times quicker. */
export function betaGeometricValue(
  folded: FoldedHistory,
  model: BetaGeometricModel,
  logParameters: ArrayLike<number>,
): number {
  const shift = chancesBeyondRepeats(model);
  const [r, alpha, a, b] = Array.from(logParameters, Math.exp) as [number, number, number, number];
  const { counts, countWeights, ages, ageWeights, ageRepeats, lasts, customers } = folded;
  let value = customers * r * (logParameters[1] as number);
  const ageLog = ages.map((time) => Math.log(alpha + time));
  const lastLog = lasts.map((time) => Math.log(alpha + time));
  for (let k = 0; k < ages.length; k += 1)
    value -= (r * (ageWeights[k] as number) + (ageRepeats[k] as number)) * (ageLog[k] as number);
  const chances = counts.map((x) => x + shift);
  const orders = risingSums(r, counts).logarithm;
  const stay = risingSums(b, chances).logarithm;
  const both = risingSums(a + b, chances).logarithm;
  for (let k = 0; k < counts.length; k += 1)
    value +=
      (countWeights[k] as number) *
      ((orders[k] as number) + (stay[k] as number) - (both[k] as number));
  const leave = counts.map((x) =>
    x + shift === 0
      ? Number.NEGATIVE_INFINITY
      : (logParameters[2] as number) - Math.log(b + x + shift - 1),
  );
  const { rowCount, rowLast, rowAge, rowWeight } = folded;
  for (let row = 0; row < rowCount.length; row += 1) {
    const count = rowCount[row] as number;
    const z =
      (leave[count] as number) +
      (r + (counts[count] as number)) *
        ((ageLog[rowAge[row] as number] as number) - (lastLog[rowLast[row] as number] as number));
    value +=
      (rowWeight[row] as number) * (z > 0 ? z + Math.log1p(Math.exp(-z)) : Math.log1p(Math.exp(z)));
  }
  return value;
}
