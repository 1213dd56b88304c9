import { cholesky, inverseCholesky } from "../numeric/cholesky.ts";
import { type Evaluation, maximise } from "../numeric/maximise.ts";
import { checkPrior, logPrior, type Prior, withPrior } from "./prior.ts";

/** A fit of positive parameters, in the order of the model. */
export type PositiveFit =
  | {
      readonly kind: "fitted";
      readonly parameters: readonly number[];
      /** By the delta method from the inverse Hessian in the logarithms. */
      readonly standardErrors: readonly number[];
      /** Covariance of the logarithms of the parameters, row by row. */
      readonly logCovariance: Float64Array;
      /** Of the data alone, without the prior. */
      readonly logLikelihood: number;
      readonly evaluations: number;
    }
  | { readonly kind: "no-maximum" };

/** Fits in the logarithms; `no-maximum` where the likelihood only rises towards an edge. */
export function fitPositive(
  likelihood: (logParameters: Float64Array) => Evaluation,
  start: readonly number[],
  size: number,
  prior: Prior,
): PositiveFit {
  checkPrior(prior, start.length);
  const top = maximise(
    (point) => withPrior(likelihood(point), prior, point),
    start,
    1e-11 * Math.max(1, size),
  );
  const lower = cholesky(
    top.at.hessian.map((entry) => -entry),
    start.length,
  );
  // A parameter that ran off to nothing or to the sky is an edge, however flat it is there; under a
  // prior with a centre it has not run off, but was sent by the data.
  const ranOff = prior.kind !== "normal-of-logarithm" && top.point.some((at) => Math.abs(at) > 30);
  if (!top.converged || lower === null || ranOff) return { kind: "no-maximum" };
  const logCovariance = inverseCholesky(lower, start.length);
  // On a ridge only rounding makes the surface curve down: nothing is known along it.
  for (let k = 0; k < start.length; k += 1)
    if (!((logCovariance[k * start.length + k] as number) < 1e4)) return { kind: "no-maximum" };
  const parameters = Array.from(top.point, Math.exp);
  const standardErrors = parameters.map(
    (parameter, k) => parameter * Math.sqrt(logCovariance[k * start.length + k] as number),
  );
  return {
    kind: "fitted",
    parameters,
    standardErrors,
    logCovariance,
    logLikelihood: top.at.value - logPrior(prior, top.point),
    evaluations: top.evaluations,
  };
}
