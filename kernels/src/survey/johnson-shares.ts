import type { Correlations } from "./correlations.ts";
import { symmetricEigen } from "./symmetric-eigen.ts";

/**
 * Relative weights of Johnson (2000): the drivers are replaced by the nearest uncorrelated set, the outcome is
 * explained by that, and each part goes back to the drivers by their squared loadings. Null when drivers
 * determine each other.
 */
export function johnsonShares({ among, withOutcome }: Correlations): Float64Array | null {
  const count = withOutcome.length;
  const { values, vectors } = symmetricEigen(among, count);
  if (!values.every((value) => value > 1e-10)) return null;
  const loadings = new Float64Array(count * count);
  const effects = new Float64Array(count);
  for (let k = 0; k < count; k += 1) {
    const root = Math.sqrt(values[k] as number);
    let along = 0;
    for (let a = 0; a < count; a += 1)
      along += (vectors[a * count + k] as number) * (withOutcome[a] as number);
    for (let a = 0; a < count; a += 1) {
      const vector = vectors[a * count + k] as number;
      effects[a] = (effects[a] as number) + (vector * along) / root;
      for (let b = 0; b < count; b += 1)
        loadings[a * count + b] =
          (loadings[a * count + b] as number) + vector * root * (vectors[b * count + k] as number);
    }
  }
  return Float64Array.from({ length: count }, (_, a) => {
    let share = 0;
    for (let b = 0; b < count; b += 1)
      share += (loadings[a * count + b] as number) ** 2 * (effects[b] as number) ** 2;
    return share;
  });
}
