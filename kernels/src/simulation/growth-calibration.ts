import { cholesky, inverseCholesky, solveLower } from "../numeric/cholesky.ts";
import { type Evaluation, maximise } from "../numeric/maximise.ts";
import { normalQuantile } from "../numeric/normal.ts";
import { followHistory, type GrowthHistory, readGrowthHistory } from "./growth-history.ts";
import {
  type GrowthParameterName,
  type GrowthParameters,
  growthParameterNames,
  growthParameters,
  growthRecord,
} from "./growth-parameters.ts";
import { type GrowthSeriesName, growthSeriesNames } from "./growth-series.ts";

/** What the figures say of one parameter. */
export type GrowthEstimate = {
  readonly name: GrowthParameterName;
  readonly unit: string;
  readonly value: number;
  /** Bounds of the middle 80 and 95 %. */
  readonly bounds80: readonly [number, number];
  readonly bounds95: readonly [number, number];
  /** Part of the prior's variance that the figures took away: 0 nothing learned, near 1 all. */
  readonly learned: number;
  /** Where the value is from: the figures (learned 0.5 or more), the prior (below 0.1), or both. */
  readonly from: "figures" | "both" | "prior";
};

/** The growth model fitted to a firm, or why that cannot be done. */
export type GrowthCalibration =
  | {
      readonly kind: "calibrated";
      readonly parameters: GrowthParameters;
      readonly estimates: readonly GrowthEstimate[];
      /**
       * Logarithms of the parameters at the mode, in the order of `growthParameterNames`, and their
       * covariance by rows.
       */
      readonly logMode: Float64Array;
      readonly logCovariance: Float64Array;
      readonly months: number;
      /** Series that were not given, or hold nothing. */
      readonly missing: readonly GrowthSeriesName[];
    }
  | { readonly kind: "too-few-months"; readonly have: number; readonly need: number }
  | { readonly kind: "no-customers" }
  | { readonly kind: "no-maximum" };

/** Fewest months with a figure: below a year a season is taken for a course. */
export const fewestGrowthMonths = 12;

/**
 * Figures that never vary were rounded or made up: none is believed closer than this part of
 * itself.
 */
const leastGap = 0.002;

const noises = new Set<number>(
  growthParameterNames.flatMap((name, at) => (name.endsWith("Noise") ? [at] : [])),
);
const centres = growthParameterNames.map((name) => Math.log(growthParameters[name].typical));
const spreads = growthParameterNames.map((name) => growthParameters[name].spread);

/**
 * Fits the growth model to a firm's months: the mode of the posterior under the priors of
 * `growthParameters` (normal in the logarithms), each month predicted from the one before it.
 * Counts of customers vary as Poisson's, other figures by a deviation of their logarithm that is
 * fitted too. Uncertainty by Laplace's approximation with the expected information (Fisher scoring,
 * McCullagh and Nelder 1989, section 2.5).
 *
 * A parameter about which the figures say nothing keeps its prior, and says so in `from`.
 *
 * @throws RangeError for series that differ in length or a figure that cannot be, with its month
 */
export function calibrateGrowth(history: GrowthHistory): GrowthCalibration {
  const read = readGrowthHistory(history);
  const { series, months } = read;
  const known = (name: GrowthSeriesName, month: number) => (series[name]?.[month] ?? null) !== null;
  let have = 0;
  for (let month = 0; month < months; month += 1)
    if (growthSeriesNames.some((name) => name !== "price" && known(name, month))) have += 1;
  if (have < fewestGrowthMonths) return { kind: "too-few-months", have, need: fewestGrowthMonths };
  const won = [...(series.wonCore ?? []), ...(series.wonRest ?? [])];
  if (history.core + history.rest === 0 && !won.some((count) => count !== null && count > 0))
    return { kind: "no-customers" };

  const size = growthParameterNames.length;
  const observed: number[] = [];
  const noiseOf: number[] = [];
  followHistory(
    growthRecord((name) => growthParameters[name].typical),
    read,
    (value, _predicted, noise) => {
      observed.push(noise === null ? value : Math.log(value));
      noiseOf.push(noise === null ? -1 : growthParameterNames.indexOf(noise));
    },
  );

  function logPredictions(point: Float64Array): Float64Array {
    const predictions = new Float64Array(observed.length);
    let at = 0;
    const parameters = growthRecord((_name, index) => Math.exp(point[index] as number));
    followHistory(parameters, read, (_value, predicted) => {
      // A count of which none is expected would make its logarithm infinite.
      predictions[at] = Math.log(Math.max(predicted, 1e-9));
      at += 1;
    });
    return predictions;
  }

  function evaluate(point: Float64Array): Evaluation {
    let value = 0;
    const gradient = new Float64Array(size);
    const hessian = new Float64Array(size * size);
    for (let k = 0; k < size; k += 1) {
      const distance = ((point[k] as number) - (centres[k] as number)) / (spreads[k] as number);
      value -= distance ** 2 / 2;
      gradient[k] = -distance / (spreads[k] as number);
      hessian[k * size + k] = -1 / (spreads[k] as number) ** 2;
    }
    const predictions = logPredictions(point);
    const scores = new Float64Array(observed.length);
    const weights = new Float64Array(observed.length);
    for (let row = 0; row < observed.length; row += 1) {
      const noise = noiseOf[row] as number;
      const gap = (observed[row] as number) - (predictions[row] as number);
      if (noise < 0) {
        const mean = Math.exp(predictions[row] as number);
        value += (observed[row] as number) * (predictions[row] as number) - mean;
        scores[row] = (observed[row] as number) - mean;
        weights[row] = mean;
        continue;
      }
      const precision = Math.exp(-2 * (point[noise] as number));
      const square = gap ** 2 + leastGap ** 2;
      value -= (square * precision) / 2 + (point[noise] as number);
      scores[row] = gap * precision;
      weights[row] = precision;
      gradient[noise] = (gradient[noise] as number) + square * precision - 1;
      hessian[noise * size + noise] = (hessian[noise * size + noise] as number) - 2;
    }
    const slopes = growthParameterNames.map((_name, k) =>
      noises.has(k) ? null : slopesOf(logPredictions, point, k),
    );
    for (const [k, own] of slopes.entries()) {
      if (own === null) continue;
      for (let row = 0; row < own.length; row += 1)
        gradient[k] = (gradient[k] as number) + (own[row] as number) * (scores[row] as number);
      for (const [other, others] of slopes.entries()) {
        if (others === null || other > k) continue;
        let sum = 0;
        for (let row = 0; row < own.length; row += 1)
          sum += (own[row] as number) * (weights[row] as number) * (others[row] as number);
        hessian[k * size + other] = (hessian[k * size + other] as number) - sum;
        if (other < k) hessian[other * size + k] = hessian[k * size + other] as number;
      }
    }
    return { value, gradient, hessian };
  }

  const top = maximise(evaluate, centres, 1e-4, 60);
  const lower = cholesky(
    top.at.hessian.map((entry) => -entry),
    size,
  );
  if (lower === null || !(stepLeft(lower, top.at.gradient) < 0.2)) return { kind: "no-maximum" };
  const logCovariance = inverseCholesky(lower, size);
  return {
    kind: "calibrated",
    parameters: growthRecord((_name, at) => Math.exp(top.point[at] as number)),
    estimates: growthParameterNames.map((name, at) =>
      estimateOf(name, top.point[at] as number, logCovariance[at * size + at] as number),
    ),
    logMode: top.point,
    logCovariance,
    months,
    missing: growthSeriesNames.filter(
      (name) => !(series[name] ?? []).some((value) => value !== null),
    ),
  };
}

/** How far the top still is, in standard deviations of the posterior. */
function stepLeft(lower: Float64Array, gradient: Float64Array): number {
  return Math.hypot(...solveLower(lower, gradient));
}

function slopesOf(
  predictionsAt: (point: Float64Array) => Float64Array,
  point: Float64Array,
  at: number,
): Float64Array {
  const width = 1e-4;
  const shifted = (by: number): Float64Array => {
    const moved = Float64Array.from(point);
    moved[at] = (moved[at] as number) + by;
    return predictionsAt(moved);
  };
  const below = shifted(-width);
  return shifted(width).map((above, row) => (above - (below[row] as number)) / (2 * width));
}

function estimateOf(name: GrowthParameterName, mode: number, variance: number): GrowthEstimate {
  const { unit, spread } = growthParameters[name];
  const deviation = Math.sqrt(variance);
  const bounds = (quantile: number): readonly [number, number] => [
    Math.exp(mode - quantile * deviation),
    Math.exp(mode + quantile * deviation),
  ];
  const learned = Math.max(0, 1 - variance / spread ** 2);
  return {
    name,
    unit,
    value: Math.exp(mode),
    bounds80: bounds(normalQuantile(0.9)),
    bounds95: bounds(normalQuantile(0.975)),
    learned,
    from: learned >= 0.5 ? "figures" : learned < 0.1 ? "prior" : "both",
  };
}
