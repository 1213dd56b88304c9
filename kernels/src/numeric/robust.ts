import { normalQuantile } from "./normal.ts";
import { quantile } from "./quantile.ts";

/** Middle value (the mean of the two middle ones of an even number). RangeError as `quantile`. */
export function median(values: ArrayLike<number>): number {
  return quantile(values, 0.5);
}

/** Turns a median absolute deviation into the standard deviation of normal values: 1.4826. */
const normalFactor = 1 / normalQuantile(0.75);

/**
 * Median absolute deviation from the median, times 1.4826, so that for normal values it is their
 * standard deviation (R's `mad`). Up to half of the values may be wild.
 *
 * @throws RangeError as `quantile`
 */
export function medianAbsoluteDeviation(values: ArrayLike<number>): number {
  const middle = median(values);
  return normalFactor * median(Array.from(values, (value) => Math.abs(value - middle)));
}

/**
 * Mean without a share of the values at each end (R's `mean(x, trim)`): the number left out at each
 * end is rounded down; a half or more gives the median.
 *
 * @param share at each end, from 0 up to 0.5
 * @throws RangeError for a share outside, or as `quantile`
 */
export function trimmedMean(values: ArrayLike<number>, share: number): number {
  if (!(share >= 0 && share <= 0.5))
    throw new RangeError(`the share lies between 0 and 0.5, got ${share}`);
  const middle = median(values);
  if (share === 0.5) return middle;
  const sorted = Float64Array.from(values).sort();
  const cut = Math.floor(share * sorted.length);
  let sum = 0;
  for (let k = cut; k < sorted.length - cut; k += 1) sum += sorted[k] as number;
  return sum / (sorted.length - 2 * cut);
}

/**
 * Huber's estimate of the centre: values further than `bend` deviations from it count only by their
 * direction. The deviation is the median absolute deviation, held fixed (as `huber` in R's MASS).
 *
 * @param bend in deviations, above 0; 1.5 loses about 4 % of precision for normal values
 * @returns the median where at least half of the values are equal
 * @throws RangeError for a bend that is not above 0, or as `quantile`
 */
export function huberMean(values: ArrayLike<number>, bend = 1.5): number {
  if (!(bend > 0)) throw new RangeError(`the bend is not above 0: ${bend}`);
  const deviation = medianAbsoluteDeviation(values);
  let centre = median(values);
  if (deviation === 0) return centre;
  const reach = bend * deviation;
  for (let step = 0; step < 500; step += 1) {
    let sum = 0;
    for (let k = 0; k < values.length; k += 1)
      sum += Math.max(centre - reach, Math.min(centre + reach, values[k] as number));
    const next = sum / values.length;
    if (Math.abs(next - centre) <= 1e-14 * deviation) return next;
    centre = next;
  }
  return centre;
}
