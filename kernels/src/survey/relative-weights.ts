import { quantiles } from "../numeric/quantile.ts";
import type { RandomStream } from "../numeric/random-stream.ts";
import { type Correlations, correlationsOf } from "./correlations.ts";
import { johnsonShares } from "./johnson-shares.ts";
import { lindemanShares } from "./lindeman-shares.ts";

/** How a driver's share is reckoned: `lindeman` (LMG) or `johnson` (relative weights). */
export type RelativeWeightMethod = "lindeman" | "johnson";

/** What each driver explains of an outcome, or why that cannot be said. */
export type RelativeWeights =
  | {
      readonly kind: "explained";
      /** Share of the outcome's variance that all drivers explain together. */
      readonly explained: number;
      /** The part of `explained` of each driver; they add up to it. */
      readonly shares: Float64Array;
    }
  | { readonly kind: "too-few-answers"; readonly have: number; readonly need: number }
  | { readonly kind: "outcome-does-not-vary" }
  | { readonly kind: "driver-does-not-vary"; readonly driver: number }
  /** Some driver follows from the others: leave one out. */
  | { readonly kind: "drivers-determine-each-other" };

/** Percentile intervals of shares from a bootstrap over answers. */
export type RelativeWeightIntervals = {
  readonly kind: "intervals";
  readonly low: readonly number[];
  readonly high: readonly number[];
  /** Resamples that gave shares; those in which a driver did not vary are left out. */
  readonly used: number;
  readonly drawn: number;
};

/** LMG goes over every subset of drivers, so more than this is refused. */
export const mostLindemanDrivers = 16;

/**
 * Which drivers explain an outcome, and how much of it: shares of R squared that add up to it, fair to
 * drivers that move together.
 *
 * @param drivers one column per driver, one value per answer
 * @throws RangeError for columns of different length, a value that is not finite (with its index), no driver, or
 *   more than 16 drivers for `lindeman`
 */
export function relativeWeights(
  drivers: readonly ArrayLike<number>[],
  outcome: ArrayLike<number>,
  method: RelativeWeightMethod,
): RelativeWeights {
  checkColumns(drivers, outcome, method);
  const need = drivers.length + 2;
  if (outcome.length < need) return { kind: "too-few-answers", have: outcome.length, need };
  const rows = Int32Array.from({ length: outcome.length }, (_, index) => index);
  const correlations = correlationsOf(drivers, outcome, rows);
  if ("constant" in correlations)
    return correlations.constant === drivers.length
      ? { kind: "outcome-does-not-vary" }
      : { kind: "driver-does-not-vary", driver: correlations.constant };
  const shares = sharesOf(correlations, method);
  if (shares === null) return { kind: "drivers-determine-each-other" };
  return { kind: "explained", explained: shares.reduce((sum, share) => sum + share, 0), shares };
}

/**
 * Bootstrap intervals of the shares: answers are drawn with replacement and the middle part of the resampled
 * shares is kept. The named cases are those of `relativeWeights`; too few resamples that could be used is
 * one of them as well.
 *
 * @param level two-sided, strictly between 0 and 1
 * @throws RangeError as `relativeWeights`, for fewer than 100 resamples, or a level outside 0..1
 */
export function relativeWeightIntervals(
  drivers: readonly ArrayLike<number>[],
  outcome: ArrayLike<number>,
  method: RelativeWeightMethod,
  random: RandomStream,
  { resamples = 1000, level = 0.95 }: { readonly resamples?: number; readonly level?: number } = {},
): RelativeWeightIntervals | Exclude<RelativeWeights, { readonly kind: "explained" }> {
  if (!Number.isSafeInteger(resamples) || resamples < 100)
    throw new RangeError(`at least 100 resamples are needed, got ${resamples}`);
  if (!(level > 0 && level < 1)) throw new RangeError(`a level between 0 and 1, got ${level}`);
  const whole = relativeWeights(drivers, outcome, method);
  if (whole.kind !== "explained") return whole;
  const answers = outcome.length;
  const rows = new Int32Array(answers);
  const drawn: number[][] = drivers.map(() => []);
  let used = 0;
  for (let resample = 0; resample < resamples; resample += 1) {
    for (let index = 0; index < answers; index += 1) rows[index] = random.integer(answers);
    const correlations = correlationsOf(drivers, outcome, rows);
    const shares = "constant" in correlations ? null : sharesOf(correlations, method);
    if (shares === null) continue;
    used += 1;
    for (const [driver, column] of drawn.entries()) column.push(shares[driver] as number);
  }
  if (used < resamples / 2) return { kind: "too-few-answers", have: answers, need: 2 * answers };
  const ends = drawn.map((column) => quantiles(column, [(1 - level) / 2, (1 + level) / 2]));
  return {
    kind: "intervals",
    low: ends.map((pair) => pair[0] as number),
    high: ends.map((pair) => pair[1] as number),
    used,
    drawn: resamples,
  };
}

function sharesOf(correlations: Correlations, method: RelativeWeightMethod): Float64Array | null {
  return method === "lindeman" ? lindemanShares(correlations) : johnsonShares(correlations);
}

function checkColumns(
  drivers: readonly ArrayLike<number>[],
  outcome: ArrayLike<number>,
  method: RelativeWeightMethod,
): void {
  if (drivers.length === 0) throw new RangeError("there is no driver");
  if (method === "lindeman" && drivers.length > mostLindemanDrivers)
    throw new RangeError(`${drivers.length} drivers are more than ${mostLindemanDrivers}`);
  for (const [index, column] of [...drivers, outcome].entries()) {
    const name = index === drivers.length ? "outcome" : `driver ${index}`;
    if (column.length !== outcome.length)
      throw new RangeError(`${name} has ${column.length} values, not ${outcome.length}`);
    for (let row = 0; row < column.length; row += 1)
      if (!Number.isFinite(column[row]))
        throw new RangeError(`value ${row} of ${name} is ${column[row]}`);
  }
}
