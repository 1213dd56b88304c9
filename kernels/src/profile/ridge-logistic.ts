import { cholesky, inverseCholesky, solveCholesky } from "../numeric/cholesky.ts";
import { type Design, rowProduct } from "./design-matrix.ts";

/** A ridge logistic regression at one penalty. The intercept is the last coefficient and bears no penalty. */
export type RidgeFit = {
  readonly penalty: number;
  readonly coefficients: Float64Array;
  /** Minus the Hessian of the log-likelihood, its lower triangle, row by row. */
  readonly curvature: Float64Array;
  /** Log-likelihood, without the penalty. */
  readonly logLikelihood: number;
  /** Inverse of minus the Hessian of the penalised log-likelihood, row by row. */
  readonly covariance: Float64Array;
  /** Logarithm of the determinant of minus that Hessian. */
  readonly logDeterminant: number;
  /** Log-odds of each customer. */
  readonly logOdds: Float64Array;
};

/** 1 / (1 + exp(-x)). */
export function logistic(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds));
}

/** log(1 + exp(x)) without overflow. */
export function softplus(x: number): number {
  return x > 0 ? x + Math.log1p(Math.exp(-x)) : Math.log1p(Math.exp(x));
}

/** Where a search for the mode starts; `curvature` as an earlier fit found it nearby, or null. */
export type RidgeStart = {
  readonly coefficients: Float64Array;
  readonly curvature: Float64Array | null;
};

/**
 * The mode of log-likelihood - penalty/2 * sum of squared coefficients, by Newton steps that are halved where
 * they overshoot. The matrix of second derivatives is the costly part, so one serves for as many steps as it
 * keeps helping. The mode is finite for any data with both outcomes, separated or not.
 */
export function fitRidge(
  design: Design,
  labels: ArrayLike<number>,
  penalty: number,
  start: RidgeStart,
): RidgeFit {
  const size = design.columns + 1;
  let coefficients = start.coefficients;
  let logOdds = logOddsOf(design, coefficients);
  let goal = objective(logOdds, labels, coefficients, penalty);
  let curvature = start.curvature ?? curvatureOf(design, logOdds);
  let fresh = start.curvature === null;
  let lower = factor(curvature, penalty, size);
  let lastGain = Number.POSITIVE_INFINITY;
  for (let step = 0; step < 200; step += 1) {
    const gradient = gradientOf(design, labels, logOdds, coefficients, penalty);
    const move = solveCholesky(lower, gradient);
    let gain = 0;
    for (let k = 0; k < size; k += 1) gain += (move[k] as number) * (gradient[k] as number);
    if (gain < 1e-14 * (1 + Math.abs(goal))) break;
    let moved = false;
    for (let part = 1; part > (fresh ? 1e-6 : 0.5) && !moved; part /= 2) {
      const next = coefficients.map((value, k) => value + part * (move[k] as number));
      const nextOdds = logOddsOf(design, next);
      const there = objective(nextOdds, labels, next, penalty);
      if (there > goal) {
        coefficients = next;
        logOdds = nextOdds;
        goal = there;
        moved = true;
      }
    }
    if (!moved && fresh) break;
    fresh = moved && gain < lastGain / 10;
    lastGain = gain;
    if (!fresh) {
      curvature = curvatureOf(design, logOdds);
      lower = factor(curvature, penalty, size);
      lastGain = Number.POSITIVE_INFINITY;
      fresh = true;
    }
  }
  curvature = curvatureOf(design, logOdds);
  lower = factor(curvature, penalty, size);
  let logDeterminant = 0;
  for (let k = 0; k < size; k += 1) logDeterminant += 2 * Math.log(lower[k * size + k] as number);
  return {
    penalty,
    coefficients,
    curvature,
    logLikelihood: objective(logOdds, labels, coefficients, 0),
    covariance: inverseCholesky(lower, size),
    logDeterminant,
    logOdds,
  };
}

/** x' C x of one row, the intercept's 1 included. */
export function rowVariance(design: Design, row: number, covariance: Float64Array): number {
  const size = design.columns + 1;
  const own = design.columns;
  const from = design.starts[row] as number;
  const to = design.starts[row + 1] as number;
  let sum = covariance[own * size + own] as number;
  for (let left = from; left < to; left += 1) {
    const place = (design.column[left] as number) * size;
    let inner = covariance[place + own] as number;
    for (let right = from; right < left; right += 1)
      inner +=
        (covariance[place + (design.column[right] as number)] as number) *
        (design.value[right] as number);
    const value = design.value[left] as number;
    sum +=
      value * (2 * inner + value * (covariance[place + (design.column[left] as number)] as number));
  }
  return sum;
}

function logOddsOf(design: Design, coefficients: Float64Array): Float64Array {
  const intercept = coefficients[design.columns] as number;
  const logOdds = new Float64Array(design.rows);
  for (let row = 0; row < design.rows; row += 1)
    logOdds[row] = intercept + rowProduct(design, row, coefficients);
  return logOdds;
}

function objective(
  logOdds: Float64Array,
  labels: ArrayLike<number>,
  coefficients: Float64Array,
  penalty: number,
): number {
  let sum = 0;
  for (let row = 0; row < logOdds.length; row += 1) {
    const odds = logOdds[row] as number;
    sum += (labels[row] as number) * odds - softplus(odds);
  }
  for (let k = 0; k < coefficients.length - 1; k += 1)
    sum -= 0.5 * penalty * (coefficients[k] as number) ** 2;
  return sum;
}

/** Gradient of the penalised log-likelihood. */
function gradientOf(
  design: Design,
  labels: ArrayLike<number>,
  logOdds: Float64Array,
  coefficients: Float64Array,
  penalty: number,
): Float64Array {
  const { columns, starts, column, value } = design;
  const gradient = new Float64Array(columns + 1);
  for (let row = 0; row < design.rows; row += 1) {
    const residual = (labels[row] as number) - logistic(logOdds[row] as number);
    for (let entry = starts[row] as number; entry < (starts[row + 1] as number); entry += 1) {
      const own = column[entry] as number;
      gradient[own] = (gradient[own] as number) + residual * (value[entry] as number);
    }
    gradient[columns] = (gradient[columns] as number) + residual;
  }
  for (let k = 0; k < columns; k += 1)
    gradient[k] = (gradient[k] as number) - penalty * (coefficients[k] as number);
  return gradient;
}

/** Minus the Hessian of the log-likelihood, its lower triangle. */
function curvatureOf(design: Design, logOdds: Float64Array): Float64Array {
  const { columns, starts, column, value } = design;
  const size = columns + 1;
  const curvature = new Float64Array(size * size);
  for (let row = 0; row < design.rows; row += 1) {
    const probability = logistic(logOdds[row] as number);
    const weight = probability * (1 - probability);
    const from = starts[row] as number;
    const to = starts[row + 1] as number;
    // Columns ascend within a row, so this fills the lower triangle.
    for (let left = from; left < to; left += 1) {
      const own = column[left] as number;
      const place = own * size;
      const weighted = weight * (value[left] as number);
      for (let right = from; right <= left; right += 1) {
        const at = place + (column[right] as number);
        curvature[at] = (curvature[at] as number) + weighted * (value[right] as number);
      }
      const last = columns * size + own;
      curvature[last] = (curvature[last] as number) + weighted;
    }
    const corner = columns * size + columns;
    curvature[corner] = (curvature[corner] as number) + weight;
  }
  return curvature;
}

function factor(curvature: Float64Array, penalty: number, size: number): Float64Array {
  const penalised = Float64Array.from(curvature);
  for (let k = 0; k < size - 1; k += 1)
    penalised[k * size + k] = (penalised[k * size + k] as number) + penalty;
  const lower = cholesky(penalised, size);
  if (lower === null)
    throw new RangeError(`a penalty of ${penalty} is too small for these columns`);
  return lower;
}
