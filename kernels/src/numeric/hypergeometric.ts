import { logGamma } from "./gamma-functions.ts";

/**
 * Points and logarithms of weights for the mean of a function of t over Beta(b, d): the trapezoid
 * rule in v with logit(t) = top + width sinh(v), which converges exponentially.
 */
function logMean(b: number, d: number, logOf: (logT: number, logRest: number) => number): number {
  const top = Math.log(b / d);
  const width = Math.sqrt(1 / b + 1 / d);
  const step = Math.max(Math.min(0.03, 0.06 / width), 28 / 16_000);
  const weights: number[] = [];
  const values: number[] = [];
  let highest = Number.NEGATIVE_INFINITY;
  let highestWeight = Number.NEGATIVE_INFINITY;
  for (const direction of [1, -1])
    for (let k = direction === 1 ? 0 : 1; k * step < 14; k += 1) {
      const v = direction * k * step;
      const logit = top + width * Math.sinh(v);
      const tail = Math.log1p(Math.exp(-Math.abs(logit)));
      const logT = -tail + Math.min(0, logit);
      const logRest = -tail - Math.max(0, logit);
      const weight = b * logT + d * logRest + Math.log(Math.cosh(v));
      const value = weight + logOf(logT, logRest);
      weights.push(weight);
      values.push(value);
      highest = Math.max(highest, value);
      highestWeight = Math.max(highestWeight, weight);
      if (weight < highestWeight - 42 && value < highest - 42) break;
    }
  let total = 0;
  let mass = 0;
  values.forEach((value, k) => {
    total += Math.exp(value - highest);
    mass += Math.exp((weights[k] as number) - highestWeight);
  });
  return highest - highestWeight + Math.log(total / mass);
}

/**
 * Logarithm of Gauss' hypergeometric function 2F1(a, b; c; z) for 0 < b < c and z below 1, by
 * Euler's integral (DLMF 15.6.1) as a mean over Beta(b, c - b), which is positive there: no
 * overflow for any size of a or z. For |z| up to 1/2 and moderate a the series itself is summed.
 *
 * @param a any finite number
 * @param z a number below 1; also 1 if c - a - b is above 0 (Gauss' theorem, DLMF 15.4.20)
 * @throws RangeError unless the arguments are finite, 0 < b < c and z is as above
 */
export function logHypergeometric(a: number, b: number, c: number, z: number): number {
  if (![a, b, c, z].every(Number.isFinite))
    throw new RangeError(`the arguments are not finite: ${a}, ${b}, ${c}, ${z}`);
  if (!(b > 0 && c > b)) throw new RangeError(`0 < b < c is needed, got b ${b} and c ${c}`);
  if (z > 1 || (z === 1 && !(c - a - b > 0)))
    throw new RangeError(`z is not below 1, nor 1 with c above a + b: ${z}`);
  if (z === 1) return logGamma(c) + logGamma(c - a - b) - logGamma(c - b) - logGamma(c - a);
  if (a === 0 || z === 0) return 0;
  if (a > 0 && z > 0 && z <= 0.5 && a < 100 && b < 100) {
    let term = 1;
    let sum = 1;
    for (let k = 0; term > sum * 1e-18; k += 1) {
      term *= (((a + k) * (b + k)) / ((c + k) * (k + 1))) * z;
      sum += term;
    }
    return Math.log(sum);
  }
  const rest = Math.log1p(-z);
  return logMean(b, c - b, (logT, logRest) => {
    // log(1 - z t) as log((1 - t) + (1 - z) t) near 1, without cancellation.
    const t = Math.exp(logT);
    const log = z > 0.5 ? Math.log(Math.exp(logRest) + Math.exp(rest + logT)) : Math.log1p(-z * t);
    return -a * log;
  });
}
