import { logistic, softplus } from "./ridge-logistic.ts";
import type { Patterns } from "./scorecard-patterns.ts";
import type { Candidate } from "./scorecard-search.ts";

/** Whole points per condition, and the line that turns their total into log-odds. */
export type RoundedCard = {
  readonly points: Int8Array;
  /** Log-odds of a total of zero. */
  readonly intercept: number;
  /** Points that make one of log-odds: chance = logistic(intercept + total / multiplier). */
  readonly multiplier: number;
  readonly loss: number;
};

/**
 * Rounds coefficients to whole points (Liu and others 2022, FasterRisk, algorithms 3 and 4: star ray search): along the
 * ray through the coefficients, multipliers are tried that make the largest between 1 and `mostPoints`; each is rounded
 * to the nearest, then improved by single points up or down for as long as that helps.
 */
export function roundCard(
  { patterns, fit }: Candidate,
  {
    mostPoints,
    rays,
    penalty,
  }: { readonly mostPoints: number; readonly rays: number; readonly penalty: number },
): RoundedCard | null {
  const weights = fit.coefficients.subarray(0, -1);
  const largest = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0);
  if (largest === 0) return null;
  let best: RoundedCard | null = null;
  const tried = new Map<string, RoundedCard>();
  function rate(points: Int8Array): RoundedCard {
    const key = points.join();
    const known = tried.get(key);
    if (known !== undefined) return known;
    const rated = { points, ...lineThrough(points, patterns, penalty) };
    tried.set(key, rated);
    return rated;
  }
  for (let ray = 0; ray < rays; ray += 1) {
    const top = 1 + ((mostPoints - 1) * ray) / Math.max(1, rays - 1);
    let card = rate(Int8Array.from(weights, (weight) => Math.round((weight * top) / largest)));
    for (let improved = true; improved; ) {
      improved = false;
      for (let k = 0; k < weights.length; k += 1)
        for (const step of [-1, 1]) {
          const points = Int8Array.from(card.points);
          points[k] = (points[k] as number) + step;
          if (Math.abs(points[k] as number) > mostPoints) continue;
          const other = rate(points);
          if (other.loss < card.loss - 1e-12) {
            card = other;
            improved = true;
          }
        }
    }
    if (best === null || card.loss < best.loss - 1e-12) best = card;
  }
  return best !== null && best.loss < Number.POSITIVE_INFINITY ? best : null;
}

/** Intercept and slope by logistic regression on the total, the slope held by a weak penalty. */
function lineThrough(
  points: Int8Array,
  { customers, inside, filled }: Patterns,
  penalty: number,
): { readonly intercept: number; readonly multiplier: number; readonly loss: number } {
  const low = points.reduce((sum, value) => sum + Math.min(0, value), 0);
  const high = points.reduce((sum, value) => sum + Math.max(0, value), 0);
  const width = high - low + 1;
  const counts = new Float64Array(width);
  const hits = new Float64Array(width);
  for (const pattern of filled) {
    const place = totalOf(points, pattern) - low;
    counts[place] = (counts[place] as number) + (customers[pattern] as number);
    hits[place] = (hits[place] as number) + (inside[pattern] as number);
  }
  // The same penalty that the coefficients bore, written in points.
  const squares = penalty * points.reduce((sum, value) => sum + value * value, 0);
  function lossAt(intercept: number, slope: number): number {
    let loss = 0.5 * squares * slope * slope;
    for (let place = 0; place < width; place += 1) {
      if (counts[place] === 0) continue;
      const odds = intercept + slope * (place + low);
      loss += (counts[place] as number) * softplus(odds) - (hits[place] as number) * odds;
    }
    return loss;
  }
  let intercept = 0;
  let slope = 0;
  let loss = lossAt(intercept, slope);
  for (let step = 0; step < 100; step += 1) {
    let g0 = 0;
    let g1 = -squares * slope;
    let h00 = 1e-12;
    let h01 = 0;
    let h11 = squares + 1e-12;
    for (let place = 0; place < width; place += 1) {
      if (counts[place] === 0) continue;
      const total = place + low;
      const probability = logistic(intercept + slope * total);
      const residual = (hits[place] as number) - (counts[place] as number) * probability;
      const weight = (counts[place] as number) * probability * (1 - probability);
      g0 += residual;
      g1 += residual * total;
      h00 += weight;
      h01 += weight * total;
      h11 += weight * total * total;
    }
    const determinant = h00 * h11 - h01 * h01;
    const move0 = (h11 * g0 - h01 * g1) / determinant;
    const move1 = (h00 * g1 - h01 * g0) / determinant;
    if (move0 * g0 + move1 * g1 < 1e-12) break;
    let part = 1;
    let there = lossAt(intercept + move0, slope + move1);
    while (there >= loss && part > 1e-6) {
      part /= 2;
      there = lossAt(intercept + part * move0, slope + part * move1);
    }
    if (there >= loss) break;
    intercept += part * move0;
    slope += part * move1;
    loss = there;
  }
  // Points that say nothing, or the opposite of what they should, are no card.
  if (!(slope > 1e-9)) return { intercept, multiplier: 1, loss: Number.POSITIVE_INFINITY };
  return { intercept, multiplier: 1 / slope, loss };
}

export function totalOf(points: Int8Array, pattern: number): number {
  let sum = 0;
  for (let k = 0; k < points.length; k += 1)
    if ((pattern & (1 << k)) !== 0) sum += points[k] as number;
  return sum;
}
