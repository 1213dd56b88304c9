import type { RandomStream } from "../numeric/random-stream.ts";
import {
  type BetaBernoulliFit,
  type BetaBernoulliParameters,
  betaBernoulliParameters,
  fitBetaBernoulli,
  type OccasionHistory,
  weakBetaBernoulliPrior,
} from "./beta-bernoulli.ts";
import { betaBernoulliDensity, betaBernoulliEvaluation } from "./beta-bernoulli-likelihood.ts";
import type { Posterior } from "./importance-posterior.ts";
import { checkLevel, positivePosterior } from "./positive-posterior.ts";
import {
  checkedDraws,
  evenDraws,
  type ParameterSummary,
  summariseDraws,
} from "./posterior-summary.ts";
import type { Prior } from "./prior.ts";

/** The posterior of a BG/BB, or why there is none. */
export type BetaBernoulliPosterior =
  | (Posterior & {
      readonly kind: "drawn";
      readonly mode: BetaBernoulliParameters;
      readonly summary: Readonly<Record<keyof BetaBernoulliParameters, ParameterSummary>>;
    })
  | Exclude<BetaBernoulliFit, { readonly kind: "fitted" }>;

/**
 * The posterior of the parameters, by draws around the mode with smoothed importance weights.
 *
 * @param prior `weak`, `flat` (every value above 0 alike) or a prior of the caller's
 * @param stream the randomness; the same stream gives the same draws
 * @param count how many draws, at least 100
 * @param level of the equal-tailed intervals in `summary`
 * @throws RangeError with the row that cannot be, or for a count below 100 or a level outside 0..1
 */
export function betaBernoulliPosterior(
  history: OccasionHistory,
  prior: Exclude<Prior, { readonly kind: "none" }> | "weak",
  stream: RandomStream,
  count = 4000,
  level = 0.95,
): BetaBernoulliPosterior {
  checkLevel(level);
  const fit = fitBetaBernoulli(history, prior);
  if (fit.kind !== "fitted") return fit;
  const { alpha, beta, gamma, delta } = fit.parameters;
  const posterior = positivePosterior(
    {
      value: betaBernoulliDensity(history),
      evaluation: (point) => betaBernoulliEvaluation(history, point),
    },
    [alpha, beta, gamma, delta],
    prior === "weak" ? weakBetaBernoulliPrior : prior,
    count,
    stream,
  );
  return {
    kind: "drawn",
    ...posterior,
    mode: fit.parameters,
    summary: {
      alpha: summariseDraws(posterior, 0, level),
      beta: summariseDraws(posterior, 1, level),
      gamma: summariseDraws(posterior, 2, level),
      delta: summariseDraws(posterior, 3, level),
    },
  };
}

/**
 * Parameter sets that stand for the posterior, each alike: to try a prediction on.
 *
 * @param draws how many, a whole number from 20
 * @throws RangeError for fewer than 20 draws
 */
export function betaBernoulliDraws(
  posterior: Extract<BetaBernoulliPosterior, { readonly kind: "drawn" }>,
  draws: number,
  stream: RandomStream,
): readonly BetaBernoulliParameters[] {
  return evenDraws(posterior, checkedDraws(draws), stream).map(betaBernoulliParameters);
}
