import { logGamma } from "./gamma-functions.ts";
import { normalQuantile } from "./normal.ts";

/** Sums take about the square root of the shape in terms: beyond this they would take long. */
const mostShape = 1e9;

function check(shape: number, x: number): void {
  if (!(shape > 0 && shape <= mostShape))
    throw new RangeError(`the shape does not lie above 0 and up to 1e9: ${shape}`);
  if (!(x >= 0)) throw new RangeError(`x is not a number from 0: ${x}`);
}

/** log(1 + z) - z without loss, for |z| below 1/2. */
function log1pLess(z: number): number {
  // With w = z / (2 + z): log(1 + z) = 2 (w + w^3 / 3 + w^5 / 5 + ...).
  const w = z / (2 + z);
  const square = w * w;
  let term = square * w;
  let sum = 0;
  for (let k = 3; k < 60; k += 2) {
    const part = term / k;
    sum += part;
    if (part === 0 || Math.abs(part) < Math.abs(sum) * 1e-17) break;
    term *= square;
  }
  return 2 * sum - z * w;
}

/** log(Gamma(z) sqrt(z / 2 pi) (e / z)^z): what Stirling's formula leaves. */
export function stirlingRest(z: number): number {
  if (z < 10) return logGamma(z) - (z - 0.5) * Math.log(z) + z - 0.9189385332046728;
  const inverse = 1 / z;
  const square = inverse * inverse;
  return (
    inverse *
    (1 / 12 -
      square *
        (1 / 360 -
          square *
            (1 / 1260 - square * (1 / 1680 - square * (1 / 1188 - square * (691 / 360360))))))
  );
}

/** size log(x / size) - (x - size), without loss where x is near size. */
export function logPowerLess(size: number, x: number): number {
  const away = (x - size) / size;
  return Math.abs(away) < 0.3 ? size * log1pLess(away) : size * Math.log(x / size) - (x - size);
}

/** Logarithm of x^shape e^-x / Gamma(shape + 1). */
function logFront(shape: number, x: number): number {
  // For large shapes the big terms are taken off before they are rounded.
  return shape < 10
    ? shape * Math.log(x) - x - logGamma(shape) - Math.log(shape)
    : logPowerLess(shape, x) - 0.5 * Math.log(2 * Math.PI * shape) - stirlingRest(shape);
}

/** The series of DLMF 8.7.1: P over the front. */
function series(shape: number, x: number): number {
  let term = 1;
  let sum = 1;
  for (let k = 1; k < 1e6; k += 1) {
    term *= x / (shape + k);
    sum += term;
    if (term < sum * 1e-17) break;
  }
  return sum;
}

/** The continued fraction of DLMF 8.9.2 by Lentz's way: Q over the front times the shape. */
function fraction(shape: number, x: number): number {
  const tiny = 1e-300;
  let b = x + 1 - shape;
  let c = 1 / tiny;
  let d = 1 / b;
  let whole = d;
  for (let k = 1; k < 1e6; k += 1) {
    const a = -k * (k - shape);
    b += 2;
    d = a * d + b;
    d = 1 / (Math.abs(d) < tiny ? tiny : d);
    c = b + a / c;
    if (Math.abs(c) < tiny) c = tiny;
    const factor = c * d;
    whole *= factor;
    if (Math.abs(factor - 1) < 1e-16) break;
  }
  return whole;
}

/** Both tails, the smaller one without loss. */
function tails(shape: number, x: number): { lower: number; upper: number } {
  check(shape, x);
  if (x === 0) return { lower: 0, upper: 1 };
  if (x === Number.POSITIVE_INFINITY) return { lower: 1, upper: 0 };
  if (x < shape + 1) {
    const lower = Math.min(1, Math.exp(logFront(shape, x)) * series(shape, x));
    return { lower, upper: shape < 0.5 && x < 1 ? smallUpper(shape, x) : 1 - lower };
  }
  const upper = Math.min(1, Math.exp(logFront(shape, x) + Math.log(shape)) * fraction(shape, x));
  return { lower: 1 - upper, upper };
}

/** Q for a small shape and x, where P is nearly 1: 1 - P by the series of the difference. */
function smallUpper(shape: number, x: number): number {
  // P = x^a / Gamma(a + 1) (1 - a sum), with the front 1 + expm1(log front).
  const logTop = shape * Math.log(x) - logGamma(1 + shape);
  let term = 1;
  let sum = 0;
  for (let k = 1; k < 200; k += 1) {
    term *= -x / k;
    const part = term / (shape + k);
    sum += part;
    if (Math.abs(part) < Math.abs(sum) * 1e-17) break;
  }
  return -Math.expm1(logTop) - Math.exp(logTop) * shape * sum;
}

/**
 * Regularised lower incomplete gamma function P(shape, x): the chance that a gamma number with
 * this shape and scale 1 is at most x (DLMF 8.2.4). Relative error about 1e-13, growing with the
 * square root of the shape.
 *
 * @throws RangeError unless the shape is above 0 and at most 1e9, and x at least 0
 */
export function incompleteGamma(shape: number, x: number): number {
  return tails(shape, x).lower;
}

/** Regularised upper incomplete gamma function Q = 1 - P, small values without loss. As P. */
export function upperIncompleteGamma(shape: number, x: number): number {
  return tails(shape, x).upper;
}

/**
 * The x at which P(shape, x) reaches a probability: quantile of the gamma distribution with scale
 * 1. Newton's steps on the logarithm of the smaller tail over log x, held between bounds.
 *
 * @param probability from 0 to 1; 1 gives Infinity
 * @throws RangeError outside, or unless the shape is above 0 and at most 1e9
 */
export function inverseIncompleteGamma(shape: number, probability: number): number {
  check(shape, 0);
  if (!(probability >= 0 && probability <= 1))
    throw new RangeError(`a probability lies between 0 and 1, got ${probability}`);
  if (probability === 0) return 0;
  if (probability === 1) return Number.POSITIVE_INFINITY;
  // For small x P is nearly x^shape / Gamma(shape + 1); else Wilson and Hilferty's cube.
  const low = (Math.log(probability) + logGamma(shape + 1)) / shape;
  const cube = 1 - 1 / (9 * shape) + normalQuantile(probability) / (3 * Math.sqrt(shape));
  const start = shape > 0.5 && cube > 0.1 ? Math.log(shape * cube ** 3) : low;
  return Math.exp(
    solveTail(start, probability, (logX) => {
      const x = Math.exp(logX);
      return { ...tails(shape, x), density: shape * Math.exp(logFront(shape, x)) };
    }),
  );
}

/**
 * Where the lower tail reaches a probability, by Newton's steps on the logarithm of the smaller
 * tail; a step that leaves the bounds found so far goes to their middle.
 */
export function solveTail(
  start: number,
  probability: number,
  at: (place: number) => { lower: number; upper: number; density: number },
): number {
  const rising = probability <= 0.5;
  const goal = rising ? probability : 1 - probability;
  // Logarithms of the smallest and the largest number there is.
  let from = -746;
  let to = 746;
  let place = Math.max(from, Math.min(to, start));
  for (let step = 0; step < 300; step += 1) {
    const { lower, upper, density } = at(place);
    const tail = rising ? lower : upper;
    if (tail === goal) return place;
    if (tail > goal === rising) to = place;
    else from = place;
    const move = ((rising ? -1 : 1) * Math.log(tail / goal) * tail) / density;
    // The steps square their error: after one as small as this nothing is left to gain.
    if (Math.abs(move) <= 1e-9 * Math.max(1e-3, Math.abs(place))) return place + move;
    const next = place + move;
    place = next > from && next < to ? next : (from + to) / 2;
  }
  return place;
}
