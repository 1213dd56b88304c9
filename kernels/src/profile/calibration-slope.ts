import { meanOf, spreadOf } from "./calibration-auc.ts";
import { checkForecasts } from "./calibration-forecasts.ts";
import { logistic } from "./ridge-logistic.ts";

/** How forecasts have to be stretched and shifted, in log-odds, to agree with what came. */
export type CalibrationLine =
  | {
      readonly kind: "measured";
      /** 1 is right; below 1 forecasts are too bold, above 1 too timid. */
      readonly slope: number;
      readonly slopeError: number;
      /** Intercept beside that slope. */
      readonly intercept: number;
      /** Shift of the log-odds with the slope held at 1 ("calibration in the large"): above 0 too low. */
      readonly shift: number;
      readonly shiftError: number;
    }
  | { readonly kind: "one-outcome-only" }
  /** All forecasts are alike, or they separate the outcomes. */
  | { readonly kind: "no-slope" };

const boldest = 1e-12;

/**
 * Calibration slope and intercept (Cox 1958): logistic regression of the outcome on the log-odds of the forecast.
 *
 * @throws RangeError as `brierScore`
 */
export function calibrationLine(
  probabilities: ArrayLike<number>,
  labels: ArrayLike<number>,
): CalibrationLine {
  const count = checkForecasts(probabilities, labels);
  let inside = 0;
  for (let row = 0; row < count; row += 1) inside += labels[row] as number;
  if (inside === 0 || inside === count) return { kind: "one-outcome-only" };
  const odds = Float64Array.from(probabilities, (probability) => {
    const kept = Math.min(1 - boldest, Math.max(boldest, probability));
    return Math.log(kept / (1 - kept));
  });
  if (!overlaps(odds, labels)) return { kind: "no-slope" };
  // On a scale of its own, so that timid forecasts are as easy as bold ones.
  const mean = meanOf(odds);
  const scale = Math.sqrt(spreadOf(odds));
  const both = newton(
    odds.map((value) => (value - mean) / scale),
    labels,
    0,
    false,
  );
  const shift = newton(odds, labels, 1, true);
  if (both === null || shift === null) return { kind: "no-slope" };
  return {
    kind: "measured",
    slope: both.slope / scale,
    slopeError: both.slopeError / scale,
    intercept: both.intercept - (both.slope * mean) / scale,
    shift: shift.intercept,
    shiftError: shift.interceptError,
  };
}

/** Whether neither outcome lies wholly above the other, so that a finite slope exists. */
function overlaps(odds: Float64Array, labels: ArrayLike<number>): boolean {
  const lowest = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  const highest = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const [row, value] of odds.entries()) {
    const label = labels[row] as number;
    lowest[label] = Math.min(lowest[label] as number, value);
    highest[label] = Math.max(highest[label] as number, value);
  }
  const [low0, low1] = lowest as [number, number];
  const [high0, high1] = highest as [number, number];
  return low1 < high0 && low0 < high1;
}

type Line = {
  readonly intercept: number;
  readonly interceptError: number;
  readonly slope: number;
  readonly slopeError: number;
};

function newton(
  odds: Float64Array,
  labels: ArrayLike<number>,
  startSlope: number,
  fixed: boolean,
): Line | null {
  let intercept = 0;
  let slope = startSlope;
  for (let step = 0; step < 200; step += 1) {
    let g0 = 0;
    let g1 = 0;
    let h00 = 1e-300;
    let h01 = 0;
    let h11 = 1e-300;
    for (const [row, value] of odds.entries()) {
      const probability = logistic(intercept + slope * value);
      const residual = (labels[row] as number) - probability;
      const weight = probability * (1 - probability);
      g0 += residual;
      g1 += residual * value;
      h00 += weight;
      h01 += weight * value;
      h11 += weight * value * value;
    }
    const determinant = h00 * h11 - h01 * h01;
    if (!fixed && !(determinant > 1e-12 * h00 * h11)) return null;
    const moveIntercept = fixed ? g0 / h00 : (h11 * g0 - h01 * g1) / determinant;
    const moveSlope = fixed ? 0 : (h00 * g1 - h01 * g0) / determinant;
    const gain = moveIntercept * g0 + moveSlope * g1;
    const longest = Math.max(Math.abs(moveIntercept), Math.abs(moveSlope));
    const part = Math.min(1, 1 / longest);
    intercept += part * moveIntercept;
    slope += part * moveSlope;
    if (gain < 1e-18 && part === 1)
      return {
        intercept,
        slope,
        interceptError: Math.sqrt(fixed ? 1 / h00 : h11 / determinant),
        slopeError: fixed ? 0 : Math.sqrt(h00 / determinant),
      };
  }
  return null;
}
