import { type Design, rowProduct } from "./design-matrix.ts";
import {
  fitRidge,
  logistic,
  type RidgeFit,
  type RidgeStart,
  rowVariance,
} from "./ridge-logistic.ts";

/** A ridge whose penalty is learned from the data, averaged over what penalty remains possible. */
export type EvidenceFit = {
  /** The penalty that the data make most likely. */
  readonly penalty: number;
  /** Laplace's log evidence less that of a model without traits: above 0 the traits tell something. */
  readonly evidenceGain: number;
  /** Posterior means; the intercept is the last. */
  readonly coefficients: Float64Array;
  /** Posterior covariance, row by row. */
  readonly covariance: Float64Array;
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
  /** How the coefficients move with the logarithm of the penalty. */
  readonly move: Float64Array;
  /** Variance of each customer's log-odds. */
  readonly variances: Float64Array;
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
  return {
    penalty: top.fit.penalty,
    evidenceGain: logEvidence(top.fit, design) - emptyEvidence(design.rows, positive),
    ...averaged(visit, top, design),
  };
}

/** Gauss-Hermite's three points: exact for a normal of the logarithm of the penalty up to its fifth power. */
const nodes = [
  { deviations: 0, share: 2 / 3 },
  { deviations: -Math.sqrt(3), share: 1 / 6 },
  { deviations: Math.sqrt(3), share: 1 / 6 },
] as const;

const straight = 0.3;

/** Mean and covariance over the penalties that the curvature of the evidence leaves possible. */
function averaged(
  visit: (at: number) => Point,
  top: Point,
  design: Design,
): { readonly coefficients: Float64Array; readonly covariance: Float64Array } {
  const curvature = top.curvature ?? 0;
  const deviation = curvature < 0 ? Math.sqrt(-1 / curvature) : 0;
  const centre = posteriorMean(top, design);
  const parts = nodes.map(({ deviations, share }) => {
    const step = deviations * deviation;
    // Many customers leave so little of the penalty open that a straight line does.
    if (deviation < straight)
      return {
        share,
        mean: centre.map((value, k) => value + step * (top.move[k] as number)),
        covariance: top.fit.covariance,
      };
    const point = deviations === 0 ? top : visit(top.at + step);
    return { share, mean: posteriorMean(point, design), covariance: point.fit.covariance };
  });
  const size = design.columns + 1;
  const coefficients = new Float64Array(size);
  for (const { share, mean } of parts)
    for (let k = 0; k < size; k += 1)
      coefficients[k] = (coefficients[k] as number) + share * (mean[k] as number);
  const covariance = new Float64Array(size * size);
  for (const { share, mean, covariance: own } of parts) {
    const away = mean.map((value, k) => value - (coefficients[k] as number));
    for (let k = 0; k < size; k += 1)
      for (let j = 0; j < size; j += 1) {
        const place = k * size + j;
        covariance[place] =
          (covariance[place] as number) +
          share * ((own[place] as number) + (away[k] as number) * (away[j] as number));
      }
  }
  return { coefficients, covariance };
}

/**
 * The posterior leans outward, so its mean lies beyond its mode: to second order by C times half the sum over customers
 * of x, the third derivative and the variance of the log-odds (Tierney and Kadane 1986).
 */
function posteriorMean({ fit, variances }: Point, design: Design): Float64Array {
  const { columns, starts, column, value } = design;
  const size = columns + 1;
  const lean = new Float64Array(size);
  for (let row = 0; row < design.rows; row += 1) {
    const probability = logistic(fit.logOdds[row] as number);
    const third = probability * (1 - probability) * (1 - 2 * probability);
    const pull = -0.5 * third * (variances[row] as number);
    for (let entry = starts[row] as number; entry < (starts[row + 1] as number); entry += 1) {
      const own = column[entry] as number;
      lean[own] = (lean[own] as number) + pull * (value[entry] as number);
    }
    lean[columns] = (lean[columns] as number) + pull;
  }
  return fit.coefficients.map((mode, k) => {
    let sum = mode;
    for (let j = 0; j < size; j += 1)
      sum += (fit.covariance[k * size + j] as number) * (lean[j] as number);
    return sum;
  });
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
  // A hundredth of what is not known of the penalty anyway changes nothing that is shown.
  for (
    let step = 0;
    step < 60 && Math.abs(best.slope) > 0.01 * Math.sqrt(Math.abs(curvature));
    step += 1
  ) {
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
  const variances = new Float64Array(design.rows);
  let bend = 0;
  for (let row = 0; row < design.rows; row += 1) {
    const probability = logistic(fit.logOdds[row] as number);
    const change = rowProduct(design, row, move) + (move[columns] as number);
    variances[row] = rowVariance(design, row, fit.covariance);
    bend +=
      probability * (1 - probability) * (1 - 2 * probability) * change * (variances[row] as number);
  }
  const prior = (usualLogPenalty - at) / logPenaltyDeviation ** 2;
  return {
    at,
    fit,
    move,
    variances,
    slope: prior + 0.5 * (columns - penalty * (squares + trace) - bend),
  };
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
