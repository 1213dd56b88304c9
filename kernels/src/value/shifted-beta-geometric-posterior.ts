import type { RandomStream } from "../numeric/random-stream.ts";
import type { Posterior } from "./importance-posterior.ts";
import { checkLevel, positivePosterior } from "./positive-posterior.ts";
import {
  checkedDraws,
  evenDraws,
  type ParameterSummary,
  summariseDraws,
} from "./posterior-summary.ts";
import type { Prior } from "./prior.ts";
import {
  fitShiftedBetaGeometric,
  type RenewalHistory,
  type ShiftedBetaGeometricFit,
  type ShiftedBetaGeometricParameters,
  shiftedBetaGeometricEvaluation,
  shiftedBetaGeometricParameters,
  weakShiftedBetaGeometricPrior,
} from "./shifted-beta-geometric.ts";

/** The posterior of a shifted beta-geometric, or why there is none. */
export type ShiftedBetaGeometricPosterior =
  | (Posterior & {
      readonly kind: "drawn";
      readonly mode: ShiftedBetaGeometricParameters;
      readonly summary: Readonly<Record<keyof ShiftedBetaGeometricParameters, ParameterSummary>>;
    })
  | Exclude<ShiftedBetaGeometricFit, { readonly kind: "fitted" }>;

/**
 * The posterior of the parameters, by draws around the mode with smoothed importance weights.
 *
 * @param prior `weak`, `flat` (every value above 0 alike) or a prior of the caller's
 * @param stream the randomness; the same stream gives the same draws
 * @param count how many draws, at least 100
 * @param level of the equal-tailed intervals in `summary`
 * @throws RangeError with the period of a count that cannot be, or for a count of draws below 100
 *   or a level outside 0..1
 */
export function shiftedBetaGeometricPosterior(
  history: RenewalHistory,
  prior: Exclude<Prior, { readonly kind: "none" }> | "weak",
  stream: RandomStream,
  count = 4000,
  level = 0.95,
): ShiftedBetaGeometricPosterior {
  checkLevel(level);
  const fit = fitShiftedBetaGeometric(history, prior);
  if (fit.kind !== "fitted") return fit;
  const posterior = positivePosterior(
    {
      value: (point) => shiftedBetaGeometricEvaluation(history, point).value,
      evaluation: (point) => shiftedBetaGeometricEvaluation(history, point),
    },
    [fit.parameters.alpha, fit.parameters.beta],
    prior === "weak" ? weakShiftedBetaGeometricPrior : prior,
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
    },
  };
}

/**
 * Parameter sets that stand for the posterior, each alike: to try a prediction on.
 *
 * @param draws how many, a whole number from 20
 * @throws RangeError for fewer than 20 draws
 */
export function shiftedBetaGeometricDraws(
  posterior: Extract<ShiftedBetaGeometricPosterior, { readonly kind: "drawn" }>,
  draws: number,
  stream: RandomStream,
): readonly ShiftedBetaGeometricParameters[] {
  return evenDraws(posterior, checkedDraws(draws), stream).map(shiftedBetaGeometricParameters);
}
