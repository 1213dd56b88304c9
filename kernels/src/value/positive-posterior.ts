import type { Evaluation } from "../numeric/maximise.ts";
import type { RandomStream } from "../numeric/random-stream.ts";
import { importancePosterior, type Posterior } from "./importance-posterior.ts";
import { logPrior, type Prior, withPrior } from "./prior.ts";

/** A log-likelihood in the logarithms of positive parameters. */
export type PositiveLikelihood = {
  readonly value: (logParameters: Float64Array) => number;
  readonly evaluation: (logParameters: Float64Array) => Evaluation;
};

/** The posterior of positive parameters around the mode that a fit under the same prior found. */
export function positivePosterior(
  likelihood: PositiveLikelihood,
  mode: readonly number[],
  prior: Prior,
  count: number,
  stream: RandomStream,
): Posterior {
  const logMode = Float64Array.from(mode, Math.log);
  const top = withPrior(likelihood.evaluation(logMode), prior, logMode);
  return importancePosterior(
    (point) => likelihood.value(point) + logPrior(prior, point),
    logMode,
    top.hessian.map((entry) => -entry),
    count,
    stream,
  );
}

/** Refuses a level of an interval that cannot be (RangeError). */
export function checkLevel(level: number): void {
  if (!(level > 0 && level < 1))
    throw new RangeError(`the level lies strictly between 0 and 1, got ${level}`);
}
