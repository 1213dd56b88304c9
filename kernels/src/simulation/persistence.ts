import type { MonthlySeries } from "./growth-series.ts";

/** A monthly series without its straight line, and how much of a month stays in the next. */
export type Persistence = {
  /** Months that are known. */
  readonly known: number;
  /** Deviation from the line fitted by least squares; NaN inside where a month is not known. */
  readonly residuals: Float64Array;
  /** First autocorrelation, corrected for bias and kept between 0 and 0.95. */
  readonly correlation: number;
};

/**
 * First autocorrelation of what a straight line leaves of a series, over months of which the one before is known too.
 * Taking out the line lowers it; (m r + 2) / (m - 4) undoes that (Hamed 2009, equation 15). Null where nothing varies.
 */
export function persistenceOf(series: MonthlySeries): Persistence | null {
  let known = 0;
  let months = 0;
  let values = 0;
  for (const [month, value] of series.entries()) {
    if (value === null) continue;
    known += 1;
    months += month;
    values += value;
  }
  let across = 0;
  let along = 0;
  for (const [month, value] of series.entries()) {
    if (value === null) continue;
    along += (month - months / known) ** 2;
    across += (month - months / known) * (value - values / known);
  }
  const slope = along === 0 ? 0 : across / along;
  const residuals = Float64Array.from(series, (value, month) =>
    value === null ? Number.NaN : value - values / known - slope * (month - months / known),
  );
  let squares = 0;
  let products = 0;
  let pairs = 0;
  for (const [month, value] of residuals.entries()) {
    if (Number.isNaN(value)) continue;
    squares += value ** 2;
    const before = residuals[month - 1] ?? Number.NaN;
    if (Number.isNaN(before)) continue;
    products += value * before;
    pairs += 1;
  }
  const largest = series.reduce<number>((most, value) => Math.max(most, Math.abs(value ?? 0)), 0);
  if (!(Math.sqrt(squares) > 1e-12 * largest * Math.sqrt(known))) return null;
  // Where months are missing there are fewer products than squares.
  const found = pairs === 0 ? 0 : (products / squares) * ((known - 1) / pairs);
  const corrected = known > 4 ? (known * found + 2) / (known - 4) : found;
  return { known, residuals, correlation: Math.min(0.95, Math.max(0, corrected)) };
}
