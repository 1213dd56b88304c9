import { type Design, rowProduct } from "./design-matrix.ts";
import {
  fitRidge,
  logistic,
  type RidgeFit,
  type RidgeStart,
  rowVariance,
} from "./ridge-logistic.ts";

/** The ridge at the penalty that the data themselves make most likely. */
export type EvidenceFit = RidgeFit & {
  /** Laplace's log evidence less that of a model without traits: above 0 the traits tell something. */
  readonly evidenceGain: number;
  /** Variance of the logarithm of the penalty, by the curvature of the evidence. */
  readonly logPenaltyVariance: number;
  /** How the coefficients move with the logarithm of the penalty. */
  readonly coefficientsMove: Float64Array;
};

const lowestLogPenalty = Math.log(1e-3);
const highestLogPenalty = Math.log(1e5);
// A level moves log-odds by about 1 / sqrt(4) = 0.5; within a factor 20 anything is believed.
const usualLogPenalty = Math.log(4);
const logPenaltyDeviation = 1.5;

type Point = {
  readonly at: number;
  readonly fit: RidgeFit;
  readonly slope: number;
  readonly move: Float64Array;
  readonly curvature?: number;
};

/**
 * Empirical Bayes: coefficients are normal with mean 0 and variance 1/penalty, and the penalty is where
 * Laplace's approximation of the evidence has no slope (MacKay 1992, "The evidence framework applied to
 * classification networks"), with the change of the weights under the penalty taken along. Few customers leave the
 * evidence nearly flat and its top anywhere from no shrinking to nothing but the base rate; a weak prior on the
 * logarithm of the penalty (normal, around 4) steadies it there and is not felt where there are many. The top nearest
 * to a penalty of 1 is taken, between 1e-3 and 1e5.
 */
export function fitByEvidence(design: Design, labels: ArrayLike<number>): EvidenceFit {
  const empty = new Float64Array(design.columns + 1);
  let positive = 0;
  for (let row = 0; row < design.rows; row += 1) positive += labels[row] as number;
  empty[design.columns] = Math.log(positive / (design.rows - positive));
  let last: Point | null = null;
  function visit(at: number): Point {
    last = evidenceSlope(design, labels, at, last === null ? empty : last);
    return last;
  }

  let low = visit(0);
  let high = low;
  const upward = low.slope > 0;
  for (let at = 0; low.slope <= 0 && at > lowestLogPenalty; ) {
    high = low;
    at = Math.max(lowestLogPenalty, at - 1.5);
    low = visit(at);
  }
  for (let at = 0; upward && high.slope > 0 && at < highestLogPenalty; ) {
    low = high;
    at = Math.min(highestLogPenalty, at + 1.5);
    high = visit(at);
  }
  const top =
    low.slope > 0 && high.slope <= 0 ? between(visit, low, high) : low.slope > 0 ? high : low;
  const curvature = top.curvature ?? 0;
  const { fit } = top;
  return {
    ...fit,
    evidenceGain: logEvidence(fit, design) - emptyEvidence(design.rows, positive),
    logPenaltyVariance: curvature < 0 ? -1 / curvature : 0,
    coefficientsMove: top.move,
  };
}

/** Where the slope is 0 between two points, by false position (Illinois), and how it falls there. */
function between(visit: (at: number) => Point, lowest: Point, highest: Point): Point {
  let low = lowest;
  let high = highest;
  let lowSlope = low.slope;
  let highSlope = high.slope;
  let best: Point = Math.abs(low.slope) < Math.abs(high.slope) ? low : high;
  let last: Point | null = null;
  let curvature = (high.slope - low.slope) / (high.at - low.at);
  // Within a ten-thousandth of the penalty nothing that is shown changes.
  for (let step = 0; step < 60 && Math.abs(best.slope) > 1e-4 * Math.abs(curvature); step += 1) {
    const at = (low.at * highSlope - high.at * lowSlope) / (highSlope - lowSlope);
    const next = visit(at);
    if (next.at !== best.at) curvature = (next.slope - best.slope) / (next.at - best.at);
    best = next;
    // The end that stays twice counts for half, else it would stay for ever.
    if (next.slope > 0) {
      if (low === last) highSlope /= 2;
      low = next;
      lowSlope = next.slope;
    } else {
      if (high === last) lowSlope /= 2;
      high = next;
      highSlope = next.slope;
    }
    last = next;
    if (high.at - low.at < 1e-9) break;
  }
  return { ...best, curvature };
}

/** Log evidence but for constants that no penalty changes. */
function logEvidence(fit: RidgeFit, { columns }: Design): number {
  let squares = 0;
  for (let k = 0; k < columns; k += 1) squares += (fit.coefficients[k] as number) ** 2;
  return (
    fit.logLikelihood -
    0.5 * fit.penalty * squares +
    0.5 * columns * Math.log(fit.penalty) -
    0.5 * fit.logDeterminant
  );
}

/** The same of a model with an intercept alone. */
function emptyEvidence(rows: number, positive: number): number {
  const share = positive / rows;
  return (
    positive * Math.log(share) +
    (rows - positive) * Math.log(1 - share) -
    0.5 * Math.log(rows * share * (1 - share))
  );
}

/** The fit at a logarithm of the penalty, and the slope of the log evidence in it. */
function evidenceSlope(
  design: Design,
  labels: ArrayLike<number>,
  at: number,
  from: Float64Array | Point,
): Point {
  const penalty = Math.exp(at);
  const fit = fitRidge(design, labels, penalty, startFrom(from, at));
  const { columns } = design;
  const size = columns + 1;
  let squares = 0;
  let trace = 0;
  const move = new Float64Array(size);
  for (let k = 0; k < size; k += 1) {
    let sum = 0;
    for (let j = 0; j < columns; j += 1)
      sum += (fit.covariance[k * size + j] as number) * (fit.coefficients[j] as number);
    move[k] = -penalty * sum;
    if (k === columns) continue;
    squares += (fit.coefficients[k] as number) ** 2;
    trace += fit.covariance[k * size + k] as number;
  }
  let bend = 0;
  for (let row = 0; row < design.rows; row += 1) {
    const probability = logistic(fit.logOdds[row] as number);
    const change = rowProduct(design, row, move) + (move[columns] as number);
    bend +=
      probability *
      (1 - probability) *
      (1 - 2 * probability) *
      change *
      rowVariance(design, row, fit.covariance);
  }
  const prior = (usualLogPenalty - at) / logPenaltyDeviation ** 2;
  return { at, fit, move, slope: prior + 0.5 * (columns - penalty * (squares + trace) - bend) };
}

/** Coefficients as the last point foresees them, where it is near. */
function startFrom(from: Float64Array | Point, at: number): RidgeStart {
  if (from instanceof Float64Array) return { coefficients: from, curvature: null };
  const { fit, move } = from;
  const step = Math.max(-1, Math.min(1, at - from.at));
  return {
    coefficients: fit.coefficients.map((value, k) => value + step * (move[k] as number)),
    curvature: fit.curvature,
  };
}
