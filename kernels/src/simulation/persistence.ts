import { cholesky, solveCholesky } from "../numeric/cholesky.ts";
import type { MonthlySeries } from "./growth-series.ts";

/** A monthly series without its course, and how much of a month's deviation stays in the next. */
export type Persistence = {
  /** Months that are known. */
  readonly known: number;
  /**
   * Deviation from the course in units of the largest value; NaN inside where a month is not known.
   */
  readonly residuals: Float64Array;
  /** First autocorrelation, corrected for bias and kept between 0 and 0.95. */
  readonly correlation: number;
};

/** From so many months on, the course may bend a year before the end. */
const bendFrom = 24;

/**
 * First autocorrelation of what the course of a series leaves, over months of which the one before
 * is known too. The course is a straight line; from 24 months on it may bend a year before the end,
 * so that a turn is not taken for persistence. Taking it out lowers the correlation: (m r + k) / (m
 * - k - 2) undoes that for k terms (Hamed 2009 for two). Null where nothing varies.
 */
export function persistenceOf(series: MonthlySeries): Persistence | null {
  const months = series.length;
  const terms = months >= bendFrom ? 3 : 2;
  const termsOf = (month: number): readonly number[] =>
    [1, month / months, Math.max(0, month - months + 12) / months].slice(0, terms);
  const largest = series.reduce<number>((most, value) => Math.max(most, Math.abs(value ?? 0)), 0);
  if (largest === 0) return null;
  const inUnits = series.map((value) => (value === null ? null : value / largest));
  const residuals = withoutCourse(inUnits, termsOf, terms);
  let [known, squares, products, pairs] = [0, 0, 0, 0];
  for (const [month, value] of residuals.entries()) {
    if (Number.isNaN(value)) continue;
    known += 1;
    squares += value ** 2;
    const before = residuals[month - 1] ?? Number.NaN;
    if (Number.isNaN(before)) continue;
    products += value * before;
    pairs += 1;
  }
  if (!(Math.sqrt(squares) > 1e-9 * Math.sqrt(known))) return null;
  // Where months are missing there are fewer products than squares.
  const found = pairs === 0 ? 0 : (products / squares) * ((known - 1) / pairs);
  const corrected = (known * found + terms) / Math.max(1, known - terms - 2);
  return { known, residuals, correlation: Math.min(0.95, Math.max(0, corrected)) };
}

/**
 * Residuals of the least-squares fit of the terms; the plain values where the months known cannot
 * tell them.
 */
function withoutCourse(
  series: MonthlySeries,
  termsOf: (month: number) => readonly number[],
  terms: number,
): Float64Array {
  const matrix = new Float64Array(terms * terms);
  const right = new Float64Array(terms);
  for (const [month, value] of series.entries()) {
    if (value === null) continue;
    const own = termsOf(month);
    for (const [row, term] of own.entries()) {
      right[row] = (right[row] as number) + term * value;
      for (const [column, other] of own.entries())
        matrix[row * terms + column] = (matrix[row * terms + column] as number) + term * other;
    }
  }
  const lower = cholesky(matrix, terms);
  const fitted = lower === null ? new Float64Array(terms) : solveCholesky(lower, right);
  return Float64Array.from(series, (value, month) =>
    value === null
      ? Number.NaN
      : termsOf(month).reduce((rest, term, at) => rest - term * (fitted[at] as number), value),
  );
}
