import type { Margin } from "./raking.ts";

/**
 * What the categories of the margins leave of values: residuals of the weighted least-squares
 * regression on all of them at once, by fitting each margin in turn until nothing moves (Gauss and
 * Seidel; the fit is unique where the effects are not).
 */
export function residualsWithin(
  values: ArrayLike<number>,
  weights: ArrayLike<number>,
  margins: readonly Margin[],
): Float64Array {
  const residuals = Float64Array.from(values);
  let largest = 0;
  for (const value of residuals) largest = Math.max(largest, Math.abs(value));
  for (let round = 0; round < 1000; round += 1) {
    let moved = 0;
    for (const { categories, totals } of margins) {
      const sums = new Float64Array(totals.length);
      const masses = new Float64Array(totals.length);
      for (const [row, residual] of residuals.entries()) {
        const category = categories[row] as number;
        const weight = weights[row] as number;
        sums[category] = (sums[category] as number) + weight * residual;
        masses[category] = (masses[category] as number) + weight;
      }
      for (const [row, residual] of residuals.entries()) {
        const category = categories[row] as number;
        const mass = masses[category] as number;
        const mean = mass === 0 ? 0 : (sums[category] as number) / mass;
        residuals[row] = residual - mean;
        moved = Math.max(moved, Math.abs(mean));
      }
    }
    if (moved <= 1e-14 * largest) break;
  }
  return residuals;
}
