import { normalQuantile } from "../numeric/normal.ts";
import { forecastGroups } from "./calibration-brier.ts";
import { checkForecasts } from "./calibration-forecasts.ts";

/** Forecasts of about the same size, and what came of them. */
export type ReliabilityBin = {
  readonly customers: number;
  readonly forecast: number;
  readonly came: number;
  /** Wilson's interval of what came. */
  readonly low: number;
  readonly high: number;
};

/**
 * What came beside what was forecast, in bins of about as many customers; equal forecasts stay together.
 *
 * @throws RangeError as `brierScore`, unless `bins` is a whole number above 0, or for a level outside 0..1
 */
export function reliabilityBins(
  probabilities: ArrayLike<number>,
  labels: ArrayLike<number>,
  { bins = 10, level = 0.95 }: { readonly bins?: number; readonly level?: number } = {},
): readonly ReliabilityBin[] {
  checkForecasts(probabilities, labels);
  return forecastGroups(probabilities, bins).map((rows) => {
    let forecast = 0;
    let inside = 0;
    for (const row of rows) {
      forecast += (probabilities[row] as number) / rows.length;
      inside += labels[row] as number;
    }
    return { customers: rows.length, forecast, ...shareInterval(inside, rows.length, level) };
  });
}

/**
 * A share with Wilson's interval (1927).
 *
 * @throws RangeError for a level outside 0..1, or more inside than there are
 */
export function shareInterval(
  inside: number,
  customers: number,
  level: number,
): { readonly came: number; readonly low: number; readonly high: number } {
  if (!(level > 0 && level < 1)) throw new RangeError(`a level between 0 and 1, got ${level}`);
  if (!(customers > 0 && customers <= 1e15 && inside >= 0 && inside <= customers))
    throw new RangeError(`${inside} of ${customers} is no share`);
  const z = normalQuantile(0.5 + level / 2);
  const came = inside / customers;
  const centre = (inside + (z * z) / 2) / (customers + z * z);
  const half = (z / (customers + z * z)) * Math.sqrt(customers * came * (1 - came) + (z * z) / 4);
  return {
    came,
    low: inside === 0 ? 0 : Math.max(0, centre - half),
    high: inside === customers ? 1 : Math.min(1, centre + half),
  };
}
