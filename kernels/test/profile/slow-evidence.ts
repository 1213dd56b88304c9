import type { Trait } from "../../src/profile/trait.ts";

/**
 * The fit score once more, slowly and plainly: full columns, Gauss-Jordan, and Laplace's evidence with the prior of the
 * penalty on grids that grow finer.
 */
export function slowEvidence(
  traits: readonly Trait[],
  labels: readonly number[],
): { readonly penalty: number; readonly logOdds: readonly number[] } {
  const rows = labels.map((_, row) => {
    const cells = traits.flatMap(({ levels, codes }) => {
      const counts = Array.from({ length: levels }, (_, level) => codesOf(codes, level));
      const reference = counts.indexOf(Math.max(...counts));
      return Array.from({ length: levels }, (_, level) => level)
        .filter((level) => level !== reference)
        .map((level) => (codes[row] === level ? 1 : 0));
    });
    return [...cells, 1];
  });
  let best = { value: Number.NEGATIVE_INFINITY, penalty: 0, logOdds: [] as number[] };
  for (const step of [0.5, 0.05, 0.005]) {
    const centre = step === 0.5 ? 1.5 : Math.log(best.penalty);
    for (let at = centre - 10 * step; at <= centre + 10 * step; at += step) {
      const penalty = Math.exp(at);
      const { value, logOdds } = evidence(rows, labels, penalty);
      const whole = value - 0.5 * ((at - Math.log(4)) / 1.5) ** 2;
      if (whole > best.value) best = { value: whole, penalty, logOdds };
    }
  }
  return best;
}

function codesOf(codes: ArrayLike<number>, level: number): number {
  return Array.from(codes).filter((code) => code === level).length;
}

function evidence(
  rows: readonly number[][],
  labels: readonly number[],
  penalty: number,
): { readonly value: number; readonly logOdds: number[] } {
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
  return { value, logOdds };
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
