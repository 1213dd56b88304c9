import { checkForecasts } from "./calibration-forecasts.ts";

/** Murphy's parts of a Brier score over groups of forecasts (1973). */
export type BrierParts = {
  /** Mean squared distance of forecast and outcome; 0 is perfect, a coin 0.25. */
  readonly brier: number;
  /** How far groups lie from what came: less is better. */
  readonly reliability: number;
  /** How far what came differs between groups: more is better. */
  readonly resolution: number;
  /** Base rate times its complement: what nobody can help. */
  readonly uncertainty: number;
  /** What forecasts scatter within groups: brier = reliability - resolution + uncertainty + within. */
  readonly within: number;
};

/**
 * Brier score of forecasts (Brier 1950).
 *
 * @param probabilities forecasts between 0 and 1
 * @param labels what came, 0 or 1
 * @throws RangeError with the index of a forecast outside 0..1 or a label that is neither 0 nor 1; for lengths that
 *   differ, or none
 */
export function brierScore(probabilities: ArrayLike<number>, labels: ArrayLike<number>): number {
  const count = checkForecasts(probabilities, labels);
  let sum = 0;
  for (let row = 0; row < count; row += 1)
    sum += ((probabilities[row] as number) - (labels[row] as number)) ** 2;
  return sum / count;
}

/**
 * The Brier score in parts, over groups of about as many forecasts each in ascending order; equal forecasts stay
 * together. `within` is what Murphy's parts leave where a group holds different forecasts (Stephenson and others 2008),
 * so the parts add up always.
 *
 * @throws RangeError as `brierScore`, or unless `groups` is a whole number above 0
 */
export function brierParts(
  probabilities: ArrayLike<number>,
  labels: ArrayLike<number>,
  groups = 10,
): BrierParts {
  const count = checkForecasts(probabilities, labels);
  const brier = brierScore(probabilities, labels);
  let inside = 0;
  for (let row = 0; row < count; row += 1) inside += labels[row] as number;
  const baseRate = inside / count;
  let reliability = 0;
  let resolution = 0;
  for (const rows of forecastGroups(probabilities, groups)) {
    let forecast = 0;
    let came = 0;
    for (const row of rows) {
      forecast += (probabilities[row] as number) / rows.length;
      came += (labels[row] as number) / rows.length;
    }
    reliability += (rows.length / count) * (forecast - came) ** 2;
    resolution += (rows.length / count) * (came - baseRate) ** 2;
  }
  const uncertainty = baseRate * (1 - baseRate);
  return {
    brier,
    reliability,
    resolution,
    uncertainty,
    within: brier - reliability + resolution - uncertainty,
  };
}

/** Rows in ascending order of forecast, in groups of about as many; equal forecasts stay together. */
export function forecastGroups(
  probabilities: ArrayLike<number>,
  groups: number,
): readonly Uint32Array[] {
  if (!(Number.isSafeInteger(groups) && groups > 0))
    throw new RangeError(`a whole number of groups above 0 is needed, got ${groups}`);
  const count = probabilities.length;
  const order = Uint32Array.from({ length: count }, (_, row) => row).sort(
    (one, other) =>
      (probabilities[one] as number) - (probabilities[other] as number) || one - other,
  );
  const found: Uint32Array[] = [];
  let start = 0;
  for (let group = 1; group <= groups && start < count; group += 1) {
    let end = Math.max(start + 1, Math.round((group * count) / groups));
    while (
      end < count &&
      probabilities[order[end] as number] === probabilities[order[end - 1] as number]
    )
      end += 1;
    found.push(order.subarray(start, end));
    start = end;
  }
  return found;
}
