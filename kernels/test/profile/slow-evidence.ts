import type { RandomStream } from "../../src/numeric/random-stream.ts";
import type { Trait } from "../../src/profile/trait.ts";

/** The penalty of the fit score once more, slowly and plainly: Laplace's evidence with its prior on ever finer grids. */
export function slowPenalty(traits: readonly Trait[], labels: readonly number[]): number {
  const rows = fullRows(traits, labels);
  let best = { value: Number.NEGATIVE_INFINITY, at: 1.5 };
  for (const step of [0.5, 0.05, 0.005]) {
    const centre = best.at;
    for (let at = centre - 10 * step; at <= centre + 10 * step; at += step) {
      const value = evidence(rows, labels, Math.exp(at)) + priorOf(at);
      if (value > best.value) best = { value, at };
    }
  }
  return Math.exp(best.at);
}

/** Mean and standard deviation of each customer's log-odds under the whole posterior, by Metropolis' random walk. */
export function slowPosterior(
  traits: readonly Trait[],
  labels: readonly number[],
  random: RandomStream,
): { readonly mean: Float64Array; readonly deviation: Float64Array } {
  const rows = fullRows(traits, labels);
  const size = rows[0]?.length ?? 0;
  const oddsOf = (beta: readonly number[]) =>
    rows.map((row) => row.reduce((sum, x, k) => sum + x * (beta[k] as number), 0));
  const density = (state: readonly number[], odds: readonly number[]) => {
    const at = state[size] as number;
    let value = priorOf(at) + 0.5 * (size - 1) * at;
    for (let k = 0; k < size - 1; k += 1) value -= 0.5 * Math.exp(at) * (state[k] as number) ** 2;
    for (const [i, own] of odds.entries())
      value += (labels[i] as number) * own - Math.log1p(Math.exp(own));
    return value;
  };
  let state: number[] = [...new Array(size).fill(0), 1];
  let odds = oddsOf(state);
  let value = density(state, odds);
  const mean = new Float64Array(rows.length);
  const squares = new Float64Array(rows.length);
  const kept = 25000;
  for (let step = -2000; step < kept; step += 1) {
    const next = state.map((own, k) => own + (k === size ? 0.5 : 0.22) * random.normal());
    const nextOdds = oddsOf(next);
    const there = density(next, nextOdds);
    if (Math.log(random.uniform()) < there - value) [state, odds, value] = [next, nextOdds, there];
    if (step < 0) continue;
    for (const [i, own] of odds.entries()) {
      mean[i] = (mean[i] as number) + own / kept;
      squares[i] = (squares[i] as number) + own ** 2 / kept;
    }
  }
  return {
    mean,
    deviation: squares.map((square, i) => Math.sqrt(square - (mean[i] as number) ** 2)),
  };
}

function priorOf(logPenalty: number): number {
  return -0.5 * ((logPenalty - Math.log(4)) / 1.5) ** 2;
}

/** A column per level but the most frequent, and one of ones. */
function fullRows(traits: readonly Trait[], labels: readonly number[]): number[][] {
  return labels.map((_, row) => {
    const cells = traits.flatMap(({ levels, codes }) => {
      const counts = Array.from({ length: levels }, (_, level) => codesOf(codes, level));
      const reference = counts.indexOf(Math.max(...counts));
      return Array.from({ length: levels }, (_, level) => level)
        .filter((level) => level !== reference)
        .map((level) => (codes[row] === level ? 1 : 0));
    });
    return [...cells, 1];
  });
}

function codesOf(codes: ArrayLike<number>, level: number): number {
  return Array.from(codes).filter((code) => code === level).length;
}

function evidence(rows: readonly number[][], labels: readonly number[], penalty: number): number {
  const size = rows[0]?.length ?? 0;
  const ridge = (k: number) => (k < size - 1 ? penalty : 0);
  let beta: number[] = new Array(size).fill(0);
  let determinant = 0;
  let logOdds: number[] = [];
  for (let step = 0; step < 40; step += 1) {
    logOdds = rows.map((row) => row.reduce((sum, x, k) => sum + x * (beta[k] as number), 0));
    const chances = logOdds.map((odds) => 1 / (1 + Math.exp(-odds)));
    const matrix = beta.map((_, k) => [
      ...beta.map((_, j) =>
        rows.reduce(
          (sum, row, i) =>
            sum +
            (row[k] as number) *
              (row[j] as number) *
              (chances[i] as number) *
              (1 - (chances[i] as number)),
          k === j ? ridge(k) : 0,
        ),
      ),
      rows.reduce(
        (sum, row, i) =>
          sum + (row[k] as number) * ((labels[i] as number) - (chances[i] as number)),
        -ridge(k) * (beta[k] as number),
      ),
    ]);
    determinant = eliminate(matrix);
    beta = beta.map((value, k) => value + (matrix[k]?.[size] as number));
    if (matrix.every((row) => Math.abs(row[size] as number) < 1e-9)) break;
  }
  let value = 0.5 * (size - 1) * Math.log(penalty) - 0.5 * determinant;
  for (const [i, odds] of logOdds.entries())
    value += (labels[i] as number) * odds - Math.log1p(Math.exp(odds));
  for (const [k, own] of beta.entries()) value -= 0.5 * ridge(k) * own * own;
  return value;
}

/** Gauss-Jordan in place; returns the logarithm of the determinant. */
function eliminate(matrix: number[][]): number {
  let logDeterminant = 0;
  for (const [k, pivotRow] of matrix.entries()) {
    const pivot = pivotRow[k] as number;
    logDeterminant += Math.log(pivot);
    for (let j = 0; j < pivotRow.length; j += 1) pivotRow[j] = (pivotRow[j] as number) / pivot;
    for (const [i, row] of matrix.entries()) {
      if (i === k) continue;
      const factor = row[k] as number;
      for (let j = 0; j < row.length; j += 1)
        row[j] = (row[j] as number) - factor * (pivotRow[j] as number);
    }
  }
  return logDeterminant;
}
