import { digamma, logGamma, trigamma } from "../numeric/gamma-functions.ts";

/** log(Gamma(start + n) / Gamma(start)) with its first two derivatives to `start`. */
export type RisingSums = {
  readonly logarithm: Float64Array;
  readonly first: Float64Array;
  readonly second: Float64Array;
};

/**
 * The sums for each of the steps n, which ascend. Neighbouring steps follow from one another by
 * adding terms; only a long jump needs the gamma functions.
 */
export function risingSums(start: number, steps: Float64Array): RisingSums {
  const size = steps.length;
  const logarithm = new Float64Array(size);
  const first = new Float64Array(size);
  const second = new Float64Array(size);
  let reached = 0;
  let sum = 0;
  let slope = 0;
  let bend = 0;
  for (let k = 0; k < size; k += 1) {
    const step = steps[k] as number;
    if (step - reached > 64) {
      const from = start + reached;
      const to = start + step;
      sum += logGamma(to) - logGamma(from);
      slope += digamma(to) - digamma(from);
      bend += trigamma(to) - trigamma(from);
      reached = step;
    }
    for (; reached < step; reached += 1) {
      const inverse = 1 / (start + reached);
      sum += Math.log(start + reached);
      slope += inverse;
      bend -= inverse * inverse;
    }
    logarithm[k] = sum;
    first[k] = slope;
    second[k] = bend;
  }
  return { logarithm, first, second };
}

/** The logarithms of `risingSums` alone, written into `target`. */
export function risingLogarithms(start: number, steps: Float64Array, target: Float64Array): void {
  let reached = 0;
  let sum = 0;
  for (let k = 0; k < steps.length; k += 1) {
    const step = steps[k] as number;
    if (step - reached > 64) {
      sum += logGamma(start + step) - logGamma(start + reached);
      reached = step;
    }
    for (; reached < step; reached += 1) sum += Math.log(start + reached);
    target[k] = sum;
  }
}
