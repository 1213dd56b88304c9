import type { RandomStream } from "../numeric/random-stream.ts";
import { foldRows } from "./fold-history.ts";
import type { Posterior } from "./importance-posterior.ts";
import type { OrderHistory } from "./order-history.ts";
import {
  fitPareto,
  type ParetoFit,
  type ParetoParameters,
  paretoParameters,
  weakParetoPrior,
} from "./pareto-nbd-fit.ts";
import { paretoEvaluation, paretoValue } from "./pareto-nbd-likelihood.ts";
import { paretoRows } from "./pareto-nbd-rows.ts";
import { checkLevel, positivePosterior } from "./positive-posterior.ts";
import {
  checkedDraws,
  evenDraws,
  type ParameterSummary,
  summariseDraws,
} from "./posterior-summary.ts";
import type { Prior } from "./prior.ts";

/** The posterior of a Pareto/NBD, or why there is none. */
export type ParetoPosterior =
  | (Posterior & {
      readonly kind: "drawn";
      readonly mode: ParetoParameters;
      readonly summary: Readonly<Record<keyof ParetoParameters, ParameterSummary>>;
    })
  | Exclude<ParetoFit, { readonly kind: "fitted" }>;

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
export function paretoPosterior(
  history: OrderHistory,
  prior: Exclude<Prior, { readonly kind: "none" }> | "weak",
  stream: RandomStream,
  count = 4000,
  level = 0.95,
): ParetoPosterior {
  checkLevel(level);
  const fit = fitPareto(history, prior);
  if (fit.kind !== "fitted") return fit;
  const chosen = prior === "weak" ? weakParetoPrior(history) : prior;
  const rows = paretoRows(foldRows(history), 1);
  const { r, alpha, s, beta } = fit.parameters;
  const posterior = positivePosterior(
    {
      value: (point) => paretoValue(rows, point),
      evaluation: (point) => paretoEvaluation(rows, point),
    },
    [r, alpha, s, beta],
    chosen,
    count,
    stream,
  );
  return {
    kind: "drawn",
    ...posterior,
    mode: fit.parameters,
    summary: {
      r: summariseDraws(posterior, 0, level),
      alpha: summariseDraws(posterior, 1, level),
      s: summariseDraws(posterior, 2, level),
      beta: summariseDraws(posterior, 3, level),
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
export function paretoDraws(
  posterior: Extract<ParetoPosterior, { readonly kind: "drawn" }>,
  draws: number,
  stream: RandomStream,
): readonly ParetoParameters[] {
  return evenDraws(posterior, checkedDraws(draws), stream).map(paretoParameters);
}
