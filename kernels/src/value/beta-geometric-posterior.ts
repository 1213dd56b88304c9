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
import type { Posterior } from "./importance-posterior.ts";
import type { OrderHistory } from "./order-history.ts";
import { checkLevel, positivePosterior } from "./positive-posterior.ts";
import {
  checkedDraws,
  evenDraws,
  type ParameterSummary,
  summariseDraws,
} from "./posterior-summary.ts";
import { type Band, predictionBands } from "./prediction-bands.ts";
import type { Prior } from "./prior.ts";

export type { ParameterSummary };

/** The posterior of a BG/NBD or MBG/NBD, or why there is none. */
export type BetaGeometricPosterior =
  | (Posterior & {
      readonly kind: "drawn";
      readonly model: BetaGeometricModel;
      readonly mode: BetaGeometricParameters;
      readonly summary: Readonly<Record<keyof BetaGeometricParameters, ParameterSummary>>;
    })
  | Exclude<BetaGeometricFit, { readonly kind: "fitted" }>;

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
  checkLevel(level);
  const fit = fitBetaGeometric(history, model, prior);
  if (fit.kind !== "fitted") return fit;
  const chosen = prior === "weak" ? weakBetaGeometricPrior(history) : prior;
  const folded = foldRows(history);
  const { r, alpha, a, b } = fit.parameters;
  const posterior = positivePosterior(
    {
      value: betaGeometricDensity(folded, model),
      evaluation: (point) => betaGeometricEvaluation(folded, model, point),
    },
    [r, alpha, a, b],
    chosen,
    count,
    stream,
  );
  return {
    kind: "drawn",
    ...posterior,
    model,
    mode: fit.parameters,
    summary: {
      r: summariseDraws(posterior, 0, level),
      alpha: summariseDraws(posterior, 1, level),
      a: summariseDraws(posterior, 2, level),
      b: summariseDraws(posterior, 3, level),
    },
  };
}

/**
 * Parameter sets that stand for the posterior, each alike: to try a prediction on.
 *
 * @param draws how many, a whole number from 20
 * @param stream for the systematic choice
 * @throws RangeError for fewer than 20 draws
 */
export function betaGeometricDraws(
  posterior: Extract<BetaGeometricPosterior, { readonly kind: "drawn" }>,
  draws: number,
  stream: RandomStream,
): readonly BetaGeometricParameters[] {
  return evenDraws(posterior, checkedDraws(draws), stream).map(betaGeometricParameters);
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
  const sets = betaGeometricDraws(posterior, draws, stream);
  const { mean, bands } = predictionBands(sets.map(predict), [level]);
  const { lower, upper } = bands[0] as Band;
  return { mean, lower, upper };
}
