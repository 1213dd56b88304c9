import { weightedQuantiles } from "../numeric/quantile.ts";
import type { RandomStream } from "../numeric/random-stream.ts";
import {
  type BetaGeometricFit,
  type BetaGeometricParameters,
  betaGeometricParameters,
  fitBetaGeometric,
  weakBetaGeometricPrior,
} from "./beta-geometric-fit.ts";
import {
  type BetaGeometricModel,
  betaGeometricDensity,
  betaGeometricEvaluation,
} from "./beta-geometric-likelihood.ts";
import { foldRows } from "./fold-history.ts";
import { importancePosterior, type Posterior } from "./importance-posterior.ts";
import type { OrderHistory } from "./order-history.ts";
import { logPrior, type Prior, withPrior } from "./prior.ts";

/** Mean, deviation and interval of one parameter. */
export type ParameterSummary = {
  readonly mean: number;
  readonly deviation: number;
  readonly lower: number;
  readonly upper: number;
};

/** The posterior of a BG/NBD or MBG/NBD, or why there is none. */
export type BetaGeometricPosterior =
  | (Posterior & {
      readonly kind: "drawn";
      readonly model: BetaGeometricModel;
      readonly mode: BetaGeometricParameters;
      readonly summary: Readonly<Record<keyof BetaGeometricParameters, ParameterSummary>>;
    })
  | Exclude<BetaGeometricFit, { readonly kind: "fitted" }>;

function summarise(values: Float64Array, weights: Float64Array, level: number): ParameterSummary {
  let mean = 0;
  values.forEach((value, draw) => {
    mean += value * (weights[draw] as number);
  });
  let variance = 0;
  values.forEach((value, draw) => {
    variance += (value - mean) ** 2 * (weights[draw] as number);
  });
  const [lower, upper] = weightedQuantiles(values, weights, [(1 - level) / 2, (1 + level) / 2]) as [
    number,
    number,
  ];
  return { mean, deviation: Math.sqrt(variance), lower, upper };
}

/**
 * The posterior of the parameters, by draws around the mode with smoothed importance weights.
 *
 * @param prior `weak`, `flat` (every value above 0 alike) or a prior of the caller's
 * @param stream the randomness; the same stream gives the same draws
 * @param count how many draws, at least 100
 * @param level of the equal-tailed intervals in `summary`
 * @throws RangeError with the index of a customer that cannot be, or for a count below 100 or a
 *   level outside 0..1
 */
export function betaGeometricPosterior(
  history: OrderHistory,
  model: BetaGeometricModel,
  prior: Exclude<Prior, { readonly kind: "none" }> | "weak",
  stream: RandomStream,
  count = 4000,
  level = 0.95,
): BetaGeometricPosterior {
  if (!(level > 0 && level < 1))
    throw new RangeError(`the level lies strictly between 0 and 1, got ${level}`);
  const fit = fitBetaGeometric(history, model, prior);
  if (fit.kind !== "fitted") return fit;
  const chosen = prior === "weak" ? weakBetaGeometricPrior(history) : prior;
  const folded = foldRows(history);
  const { r, alpha, a, b } = fit.parameters;
  const mode = Float64Array.of(r, alpha, a, b).map(Math.log);
  const top = withPrior(betaGeometricEvaluation(folded, model, mode), chosen, mode);
  const likelihood = betaGeometricDensity(folded, model);
  const posterior = importancePosterior(
    (point) => likelihood(point) + logPrior(chosen, point),
    mode,
    top.hessian.map((entry) => -entry),
    count,
    stream,
  );
  const summaryOf = (place: number) =>
    summarise(
      Float64Array.from({ length: count }, (_, draw) =>
        Math.exp(posterior.logDraws[draw * 4 + place] as number),
      ),
      posterior.weights,
      level,
    );
  return {
    kind: "drawn",
    ...posterior,
    model,
    mode: fit.parameters,
    summary: { r: summaryOf(0), alpha: summaryOf(1), a: summaryOf(2), b: summaryOf(3) },
  };
}

/** A prediction per customer: mean and equal-tailed interval over the posterior. */
export type PredictionInterval = {
  readonly mean: Float64Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
};

/**
 * Carries the uncertainty of the parameters over to a prediction for each customer. The interval
 * is that of the expectation (P(alive), expected orders, value), not of the orders that come.
 *
 * @param predict the prediction for given parameters, such as
 *   `(parameters) => expectedOrders(history, model, parameters, 52)`
 * @param stream for the systematic choice of draws
 * @param draws how many parameter sets are tried, at least 20
 * @param level of the interval
 * @throws RangeError for fewer than 20 draws or a level outside 0..1
 */
export function predictionInterval(
  posterior: Extract<BetaGeometricPosterior, { readonly kind: "drawn" }>,
  predict: (parameters: BetaGeometricParameters) => Float64Array,
  stream: RandomStream,
  draws = 200,
  level = 0.95,
): PredictionInterval {
  if (!(Number.isSafeInteger(draws) && draws >= 20))
    throw new RangeError(`at least 20 draws are needed, got ${draws}`);
  if (!(level > 0 && level < 1))
    throw new RangeError(`the level lies strictly between 0 and 1, got ${level}`);
  const { weights, logDraws } = posterior;
  const offset = stream.uniform();
  const predictions: Float64Array[] = [];
  let reached = weights[0] as number;
  let at = 0;
  for (let draw = 0; draw < draws; draw += 1) {
    while (reached < (draw + offset) / draws && at < weights.length - 1) {
      at += 1;
      reached += weights[at] as number;
    }
    const chosen = logDraws.subarray(at * 4, at * 4 + 4).map(Math.exp);
    predictions.push(predict(betaGeometricParameters(chosen)));
  }
  const customers = (predictions[0] as Float64Array).length;
  const mean = new Float64Array(customers);
  const lower = new Float64Array(customers);
  const upper = new Float64Array(customers);
  const column = new Float64Array(draws);
  const last = draws - 1;
  for (let customer = 0; customer < customers; customer += 1) {
    let sum = 0;
    for (let draw = 0; draw < draws; draw += 1) {
      const value = (predictions[draw] as Float64Array)[customer] as number;
      column[draw] = value;
      sum += value;
    }
    mean[customer] = sum / draws;
    const sorted = column.toSorted();
    lower[customer] = sorted[Math.floor((last * (1 - level)) / 2)] as number;
    upper[customer] = sorted[Math.ceil((last * (1 + level)) / 2)] as number;
  }
  return { mean, lower, upper };
}
