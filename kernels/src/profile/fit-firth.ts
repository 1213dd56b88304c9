import { cholesky, inverseCholesky, solveCholesky } from "../numeric/cholesky.ts";
import { positives } from "./fit-score.ts";
import { logistic, softplus } from "./ridge-logistic.ts";

/** Firth's logistic regression, or why there is none. */
export type FirthFit =
  | {
      readonly kind: "fitted";
      /** Intercept first, then a coefficient per column: natural logarithms of odds ratios. */
      readonly coefficients: Float64Array;
      readonly standardErrors: Float64Array;
      /** Log-likelihood with half the log-determinant of the information. */
      readonly penalisedLogLikelihood: number;
    }
  | { readonly kind: "too-few-customers"; readonly have: number; readonly need: number }
  /** A column is constant or follows from the others: leave one out. */
  | { readonly kind: "columns-determine-each-other" };

type State = {
  readonly value: number;
  readonly score: Float64Array;
  readonly lower: Float64Array;
};

/**
 * Logistic regression with Jeffreys' prior as penalty (Firth 1993, Biometrika 80; Heinze and Schemper 2002,
 * Statistics in Medicine 21): finite odds ratios where a column separates the outcomes. For a few columns whose odds
 * ratios matter in themselves; for predictions take `fitScore`.
 *
 * @param columns numbers, one per customer
 * @param labels 0 or 1 per customer
 * @throws RangeError with the index of the row for a value that is not finite or a label that is neither 0 nor 1; for
 *   columns of different length
 */
export function fitFirth(
  columns: readonly ArrayLike<number>[],
  labels: ArrayLike<number>,
): FirthFit {
  const rows = labels.length;
  positives(labels, rows);
  for (const [index, column] of columns.entries()) {
    if (column.length !== rows)
      throw new RangeError(`column ${index} has ${column.length} values, not ${rows}`);
    for (let row = 0; row < rows; row += 1)
      if (!Number.isFinite(column[row]))
        throw new RangeError(`row ${row} of column ${index} is ${column[row]}`);
  }
  const size = columns.length + 1;
  if (rows <= size) return { kind: "too-few-customers", have: rows, need: size + 1 };
  const scales = columns.map(spread);
  if (scales.some((scale) => scale === 0)) return { kind: "columns-determine-each-other" };
  // Columns of about the same size keep the information well conditioned.
  const scaled = columns.map((column, index) =>
    Float64Array.from(column, (value) => value / (scales[index] as number)),
  );
  let beta = new Float64Array(size);
  let here = stateAt(scaled, labels, beta);
  if (here === null || dependent(here.lower, size)) return { kind: "columns-determine-each-other" };
  for (let step = 0; step < 500; step += 1) {
    const move = solveCholesky(here.lower, here.score);
    const longest = move.reduce((most, part) => Math.max(most, Math.abs(part)), 0);
    if (longest < 1e-11) break;
    let moved = false;
    for (let part = Math.min(1, 5 / longest); part > 1e-8 && !moved; part /= 2) {
      const next = beta.map((value, k) => value + part * (move[k] as number));
      const there = stateAt(scaled, labels, next);
      // Near the top rounding hides the last gains: there a whole step is taken on trust.
      if (there !== null && (there.value > here.value || longest < 1e-5)) {
        beta = next;
        here = there;
        moved = true;
      }
    }
    if (!moved) break;
  }
  const covariance = inverseCholesky(here.lower, size);
  const scaleOf = (k: number) => (k === 0 ? 1 : (scales[k - 1] as number));
  return {
    kind: "fitted",
    coefficients: beta.map((value, k) => value / scaleOf(k)),
    standardErrors: beta.map((_, k) => Math.sqrt(covariance[k * size + k] as number) / scaleOf(k)),
    penalisedLogLikelihood: here.value - scales.reduce((sum, scale) => sum - Math.log(scale), 0),
  };
}

/** Penalised log-likelihood, its modified score, and the factor of the information at `beta`. */
function stateAt(
  columns: readonly Float64Array[],
  labels: ArrayLike<number>,
  beta: Float64Array,
): State | null {
  const size = beta.length;
  const rows = labels.length;
  const entry = (k: number, row: number) =>
    k === 0 ? 1 : ((columns[k - 1] as Float64Array)[row] as number);
  const probabilities = new Float64Array(rows);
  const information = new Float64Array(size * size);
  let value = 0;
  for (let row = 0; row < rows; row += 1) {
    let odds = 0;
    for (let k = 0; k < size; k += 1) odds += (beta[k] as number) * entry(k, row);
    value += (labels[row] as number) * odds - softplus(odds);
    const probability = logistic(odds);
    probabilities[row] = probability;
    const weight = probability * (1 - probability);
    for (let k = 0; k < size; k += 1)
      for (let j = 0; j <= k; j += 1) {
        const own = k * size + j;
        information[own] = (information[own] as number) + weight * entry(k, row) * entry(j, row);
      }
  }
  const lower = cholesky(information, size);
  if (lower === null) return null;
  const covariance = inverseCholesky(lower, size);
  for (let k = 0; k < size; k += 1) value += Math.log(lower[k * size + k] as number);
  const score = new Float64Array(size);
  for (let row = 0; row < rows; row += 1) {
    const probability = probabilities[row] as number;
    let leverage = 0;
    for (let k = 0; k < size; k += 1)
      for (let j = 0; j < size; j += 1)
        leverage += (covariance[k * size + j] as number) * entry(k, row) * entry(j, row);
    leverage *= probability * (1 - probability);
    const residual = (labels[row] as number) - probability + leverage * (0.5 - probability);
    for (let k = 0; k < size; k += 1) score[k] = (score[k] as number) + residual * entry(k, row);
  }
  return { value, score, lower };
}

function dependent(lower: Float64Array, size: number): boolean {
  let largest = 0;
  let smallest = Number.POSITIVE_INFINITY;
  for (let k = 0; k < size; k += 1) {
    largest = Math.max(largest, lower[k * size + k] as number);
    smallest = Math.min(smallest, lower[k * size + k] as number);
  }
  return smallest < 1e-7 * largest;
}

function spread(column: ArrayLike<number>): number {
  let mean = 0;
  let squares = 0;
  for (let row = 0; row < column.length; row += 1) {
    const distance = (column[row] as number) - mean;
    mean += distance / (row + 1);
    squares += distance * ((column[row] as number) - mean);
  }
  return Math.sqrt(squares / column.length);
}
