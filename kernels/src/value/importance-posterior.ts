import { cholesky, solveLower, solveLowerTransposed } from "../numeric/cholesky.ts";
import { type SmoothedWeights, smoothImportanceWeights } from "../numeric/pareto-smoothing.ts";
import type { RandomStream } from "../numeric/random-stream.ts";

/** Draws from a posterior, with what is needed to judge them. */
export type Posterior = {
  /** The draws, row by row, in the logarithms of the parameters. */
  readonly logDraws: Float64Array;
  readonly size: number;
  /** Weights of the draws; they add up to 1. */
  readonly weights: Float64Array;
  readonly kHat: number;
  readonly effectiveSize: number;
  /** `laplace`: drawn around the mode. `adapted`: around the draws of a round before. */
  readonly proposal: "laplace" | "adapted";
  /** Whether k-hat is at most 0.7: else the draws are a rough picture only. */
  readonly reliable: boolean;
};

const freedom = 7;

/** Draws from a multivariate t around a centre and weighs them. */
function round(
  logDensity: (point: Float64Array) => number,
  centre: ArrayLike<number>,
  precisionLower: Float64Array,
  count: number,
  stream: RandomStream,
): { draws: Float64Array; smoothed: SmoothedWeights } {
  const size = centre.length;
  const draws = new Float64Array(count * size);
  const ratios = new Float64Array(count);
  for (let draw = 0; draw < count; draw += 1) {
    const unit = Float64Array.from({ length: size }, stream.normal);
    const stretch = Math.sqrt(freedom / (2 * stream.gamma(freedom / 2)));
    let square = 0;
    for (const entry of unit) square += entry * entry;
    const move = solveLowerTransposed(precisionLower, unit);
    const point = move.map((entry, k) => (centre[k] as number) + stretch * entry);
    draws.set(point, draw * size);
    const density = logDensity(point);
    ratios[draw] = Number.isFinite(density)
      ? density + 0.5 * (freedom + size) * Math.log1p((square * stretch * stretch) / freedom)
      : Number.NEGATIVE_INFINITY;
  }
  return { draws, smoothed: smoothImportanceWeights(ratios) };
}

/** Centre and lower triangle of the precision of weighted draws; null if they do not spread. */
function moments(
  draws: Float64Array,
  weights: Float64Array,
  size: number,
): { centre: Float64Array; lower: Float64Array } | null {
  const centre = new Float64Array(size);
  const covariance = new Float64Array(size * size);
  for (let draw = 0; draw < weights.length; draw += 1)
    for (let k = 0; k < size; k += 1)
      centre[k] =
        (centre[k] as number) + (weights[draw] as number) * (draws[draw * size + k] as number);
  for (let draw = 0; draw < weights.length; draw += 1)
    for (let k = 0; k < size * size; k += 1) {
      const row = Math.floor(k / size);
      const column = k % size;
      covariance[k] =
        (covariance[k] as number) +
        (weights[draw] as number) *
          ((draws[draw * size + row] as number) - (centre[row] as number)) *
          ((draws[draw * size + column] as number) - (centre[column] as number));
    }
  const own = cholesky(covariance, size);
  if (own === null) return null;
  const precision = new Float64Array(size * size);
  for (let column = 0; column < size; column += 1) {
    const unit = new Float64Array(size);
    unit[column] = 1;
    precision.set(solveLowerTransposed(own, solveLower(own, unit)), column * size);
  }
  const lower = cholesky(precision, size);
  return lower === null ? null : { centre, lower };
}

/**
 * Draws from a posterior by importance sampling: a multivariate t around the mode, weights
 * smoothed by Pareto's tail. Where k-hat is above 0.7 the proposal is moved to the mean and
 * spread of the weighted draws, up to six times; the best round is kept.
 *
 * @param logDensity of the posterior in the logarithms of the parameters, but for a constant
 * @param mode where it is highest
 * @param negativeHessian there, row by row, positive definite
 * @param count how many draws, at least 100
 * @throws RangeError for a count below 100 or a Hessian that does not curve down
 */
export function importancePosterior(
  logDensity: (point: Float64Array) => number,
  mode: ArrayLike<number>,
  negativeHessian: ArrayLike<number>,
  count: number,
  stream: RandomStream,
): Posterior {
  if (!(Number.isSafeInteger(count) && count >= 100))
    throw new RangeError(`at least 100 draws are needed, got ${count}`);
  const size = mode.length;
  const lower = cholesky(negativeHessian, size);
  if (lower === null) throw new RangeError("the density does not curve down at the mode");
  const peak = logDensity(Float64Array.from(mode));
  const centred = (point: Float64Array) => logDensity(point) - peak;
  let best = round(centred, mode, lower, count, stream.split(0));
  let proposal: Posterior["proposal"] = "laplace";
  let latest = best;
  for (let attempt = 1; attempt <= 6 && best.smoothed.kHat > 0.7; attempt += 1) {
    const next = moments(latest.draws, latest.smoothed.weights, size);
    if (next === null) break;
    latest = round(centred, next.centre, next.lower, count, stream.split(attempt));
    if (latest.smoothed.kHat < best.smoothed.kHat) {
      best = latest;
      proposal = "adapted";
    }
  }
  const { weights, kHat, effectiveSize } = best.smoothed;
  return {
    logDraws: best.draws,
    size,
    weights,
    kHat,
    effectiveSize,
    proposal,
    reliable: kHat <= 0.7,
  };
}
