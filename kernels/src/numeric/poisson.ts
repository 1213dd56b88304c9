import { logGamma } from "./gamma-functions.ts";
import type { RandomStream } from "./random-stream.ts";

/**
 * A Poisson number: by products of uniforms for a small mean, by transformed rejection for a
 * larger one (Hörmann 1993, *Insurance: Mathematics and Economics* 12, algorithm PTRS).
 *
 * @param mean finite and from 0
 * @throws RangeError for a mean that cannot be
 */
export function drawPoisson(stream: RandomStream, mean: number): number {
  if (!(mean >= 0 && mean < Number.POSITIVE_INFINITY))
    throw new RangeError(`a Poisson draw needs a finite mean from 0, got ${mean}`);
  if (mean < 10) {
    const least = Math.exp(-mean);
    let product = stream.uniform();
    let count = 0;
    while (product > least) {
      product *= stream.uniform();
      count += 1;
    }
    return count;
  }
  const logMean = Math.log(mean);
  const b = 0.931 + 2.53 * Math.sqrt(mean);
  const a = -0.059 + 0.02483 * b;
  const inverseAlpha = 1.1239 + 1.1328 / (b - 3.4);
  const accepted = 0.9277 - 3.6224 / (b - 2);
  for (;;) {
    const u = stream.uniform() - 0.5;
    const v = stream.uniform();
    const side = 0.5 - Math.abs(u);
    const count = Math.floor(((2 * a) / side + b) * u + mean + 0.43);
    if (side >= 0.07 && v <= accepted) return count;
    if (count < 0 || (side < 0.013 && v > side)) continue;
    const height = Math.log((v * inverseAlpha) / (a / (side * side) + b));
    if (height <= count * logMean - mean - logGamma(count + 1)) return count;
  }
}
