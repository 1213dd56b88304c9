import { logBeta, logGamma } from "./gamma-functions.ts";
import { logPowerLess, solveTail, stirlingRest } from "./incomplete-gamma.ts";

function check(a: number, b: number): void {
  for (const [name, value] of [
    ["a", a],
    ["b", b],
  ] as const)
    if (!(value > 0 && value <= 1e9))
      throw new RangeError(`${name} does not lie above 0 and up to 1e9: ${value}`);
}

/** log Gamma(from + by) - log Gamma(from), the large parts taken off before they are rounded. */
function logRise(from: number, by: number): number {
  return from < 10
    ? logGamma(from + by) - logGamma(from)
    : (from - 0.5) * Math.log1p(by / from) +
        by * Math.log(from + by) -
        by +
        stirlingRest(from + by) -
        stirlingRest(from);
}

/** Logarithm of x^a (1 - x)^b / B(a, b). */
function logFront(a: number, b: number, x: number, y: number): number {
  if (Math.min(a, b) < 10) {
    const small = Math.min(a, b);
    const large = Math.max(a, b);
    return (
      a * (x < y ? Math.log(x) : Math.log1p(-y)) +
      b * (x < y ? Math.log1p(-x) : Math.log(y)) -
      logGamma(small) +
      logRise(large, small)
    );
  }
  const sum = a + b;
  return (
    logPowerLess(a, x * sum) +
    logPowerLess(b, y * sum) +
    0.5 * Math.log((a * b) / (2 * Math.PI * sum)) +
    stirlingRest(sum) -
    stirlingRest(a) -
    stirlingRest(b)
  );
}

/** The continued fraction of DLMF 8.17.22 by Lentz's way, for x below (a + 1) / (a + b + 2). */
function fraction(a: number, b: number, x: number): number {
  const tiny = 1e-300;
  let c = 1;
  let d = 1 - ((a + b) * x) / (a + 1);
  d = 1 / (Math.abs(d) < tiny ? tiny : d);
  let whole = d;
  for (let k = 1; k < 1e6; k += 1) {
    const even = (k * (b - k) * x) / ((a + 2 * k - 1) * (a + 2 * k));
    d = 1 + even * d;
    d = 1 / (Math.abs(d) < tiny ? tiny : d);
    c = 1 + even / c;
    if (Math.abs(c) < tiny) c = tiny;
    whole *= c * d;
    const odd = (-(a + k) * (a + b + k) * x) / ((a + 2 * k) * (a + 2 * k + 1));
    d = 1 + odd * d;
    d = 1 / (Math.abs(d) < tiny ? tiny : d);
    c = 1 + odd / c;
    if (Math.abs(c) < tiny) c = tiny;
    const factor = c * d;
    whole *= factor;
    if (Math.abs(factor - 1) < 1e-16) break;
  }
  return whole;
}

/**
 * I_x by its power series, whose terms are all above 0 (DLMF 8.17.8): for small values where the
 * continued fraction gives the other tail.
 */
function shareOf(a: number, b: number, x: number, front: number): number {
  let term = 1;
  let sum = 1;
  for (let k = 1; k < 1e6; k += 1) {
    term *= ((a + b + k - 1) / (a + k)) * x;
    sum += term;
    if (term < sum * 1e-17) break;
  }
  return (front / a) * sum;
}

/** 1 - I_x for a below 1 and small x, where I_x is nearly x^a (DLMF 8.17.7). */
function restOf(a: number, b: number, x: number): number {
  let term = 1;
  let sum = 0;
  for (let k = 1; k < 500; k += 1) {
    term *= ((k - b) / k) * x;
    const part = term / (a + k);
    sum += part;
    if (Math.abs(part) <= Math.abs(sum) * 1e-17) break;
  }
  const logTop = a * Math.log(x) + logRise(b, a) - logGamma(1 + a);
  return -Math.expm1(logTop + Math.log1p(a * sum));
}

/** The tail at x that is not 1 less what the continued fraction gave, where that would lose digits. */
function otherTail(a: number, b: number, x: number, y: number, front: number, tail: number) {
  if (tail < 0.9 || a >= 1) return 1 - tail;
  return x * Math.max(1, b) < 0.5 ? restOf(a, b, x) : shareOf(b, a, y, front);
}

/** Both tails at x, with y = 1 - x given for its digits. */
function tails(a: number, b: number, x: number, y: number): { lower: number; upper: number } {
  if (x <= 0) return { lower: 0, upper: 1 };
  if (y <= 0) return { lower: 1, upper: 0 };
  const front = Math.exp(logFront(a, b, x, y));
  if (x < (a + 1) / (a + b + 2)) {
    const lower = Math.min(1, (front / a) * fraction(a, b, x));
    return { lower, upper: otherTail(a, b, x, y, front, lower) };
  }
  const upper = Math.min(1, (front / b) * fraction(b, a, y));
  return { lower: otherTail(b, a, y, x, front, upper), upper };
}

/**
 * Regularised incomplete beta function I_x(a, b): the chance that a beta number with a and b is at
 * most x (DLMF 8.17.2). Relative error about 1e-13, growing with the square root of a + b.
 *
 * @param x from 0 to 1
 * @throws RangeError outside, or unless a and b are above 0 and at most 1e9
 */
export function incompleteBeta(a: number, b: number, x: number): number {
  check(a, b);
  if (!(x >= 0 && x <= 1)) throw new RangeError(`x does not lie between 0 and 1: ${x}`);
  return tails(a, b, x, 1 - x).lower;
}

/**
 * The x at which I_x(a, b) reaches a probability: quantile of the beta distribution. Newton's steps
 * on the logarithm of the smaller tail over the logit of x, held between bounds.
 *
 * @param probability from 0 to 1
 * @throws RangeError outside, or unless a and b are above 0 and at most 1e9
 */
export function inverseIncompleteBeta(a: number, b: number, probability: number): number {
  check(a, b);
  if (!(probability >= 0 && probability <= 1))
    throw new RangeError(`a probability lies between 0 and 1, got ${probability}`);
  if (probability === 0 || probability === 1) return probability;
  // From the end that the probability lies at, where I_x is a power of x; else from the mean.
  const low = (Math.log(probability) + Math.log(a) + logBeta(a, b)) / a;
  const high = (Math.log1p(-probability) + Math.log(b) + logBeta(a, b)) / b;
  const mean = Math.log(a / b);
  const start = low < mean - 2 ? low : high < -mean - 2 ? -high : mean;
  const logit = solveTail(start, probability, (at) => {
    const x = 1 / (1 + Math.exp(-at));
    const y = 1 / (1 + Math.exp(at));
    return { ...tails(a, b, x, y), density: Math.exp(logFront(a, b, x, y)) };
  });
  return 1 / (1 + Math.exp(-logit));
}
