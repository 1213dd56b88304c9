import type { Evaluation } from "../numeric/maximise.ts";

/**
 * What is held about positive parameters before the data. `none`: nothing, the fit is maximum
 * likelihood. `flat`: every value above 0 alike (needed to be named for a posterior; improper).
 * `normal-of-logarithm`: the logarithms are independent and normal with these centres and
 * deviations, in the order of the model's parameters.
 *
 * A mode under a prior is the mode in the logarithms of the parameters.
 */
export type Prior =
  | { readonly kind: "none" }
  | { readonly kind: "flat" }
  | {
      readonly kind: "normal-of-logarithm";
      readonly centres: readonly number[];
      readonly deviations: readonly number[];
    };

/** Refuses a prior that does not fit a model of this many parameters (RangeError). */
export function checkPrior(prior: Prior, size: number): void {
  if (prior.kind !== "normal-of-logarithm") return;
  if (prior.centres.length !== size || prior.deviations.length !== size)
    throw new RangeError(`the prior needs ${size} centres and deviations`);
  prior.centres.forEach((centre, k) => {
    const deviation = prior.deviations[k] as number;
    if (!Number.isFinite(centre) || !(deviation > 0 && Number.isFinite(deviation)))
      throw new RangeError(`prior ${k}: the centre or the deviation cannot be`);
  });
}

/** Logarithm of the prior's density in the logarithms of the parameters, but for a constant. */
export function logPrior(prior: Prior, logParameters: ArrayLike<number>): number {
  let sum = 0;
  for (let k = 0; k < logParameters.length; k += 1) {
    const at = logParameters[k] as number;
    if (prior.kind === "flat") sum += at;
    else if (prior.kind === "normal-of-logarithm") {
      const distance = (at - (prior.centres[k] as number)) / (prior.deviations[k] as number);
      sum -= 0.5 * distance * distance;
    }
  }
  return sum;
}

/** Adds the prior to a log-likelihood and its derivatives. */
export function withPrior(
  likelihood: Evaluation,
  prior: Prior,
  logParameters: ArrayLike<number>,
): Evaluation {
  if (prior.kind === "none") return likelihood;
  const size = logParameters.length;
  const gradient = Float64Array.from(likelihood.gradient);
  const hessian = Float64Array.from(likelihood.hessian);
  for (let k = 0; k < size; k += 1) {
    if (prior.kind === "flat") {
      gradient[k] = (gradient[k] as number) + 1;
      continue;
    }
    const variance = (prior.deviations[k] as number) ** 2;
    const distance = (logParameters[k] as number) - (prior.centres[k] as number);
    gradient[k] = (gradient[k] as number) - distance / variance;
    const own = k * size + k;
    hessian[own] = (hessian[own] as number) - 1 / variance;
  }
  return { value: likelihood.value + logPrior(prior, logParameters), gradient, hessian };
}
