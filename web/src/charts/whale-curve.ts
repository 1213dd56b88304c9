/** One customer on the curve. */
export type WhalePoint = {
  readonly index: number;
  readonly value: number;
  readonly cumulative: number;
};

/**
 * The whale curve: customers by what they bring, best first, and the running sum. `index` points back
 * into `values`; unknown values (null) are left out. O(n log n).
 */
export function whaleCurve(values: readonly (string | null)[]): readonly WhalePoint[] {
  const known = values
    .map((text, index) => ({ index, value: text === null ? Number.NaN : Number(text) }))
    .filter(({ value }) => !Number.isNaN(value))
    .sort((a, b) => b.value - a.value || a.index - b.index);
  let cumulative = 0;
  return known.map(({ index, value }) => {
    cumulative += value;
    return { index, value, cumulative };
  });
}

/** Ranks that keep the curve's shape: the peak, and at most `most` evenly spaced ones with both ends. */
export function thinned(points: readonly WhalePoint[], most: number): readonly number[] {
  if (points.length <= most) return points.map((_, rank) => rank);
  const kept = new Set([0, points.length - 1, peakRank(points)]);
  for (let step = 0; step < most; step++)
    kept.add(Math.round((step * (points.length - 1)) / (most - 1)));
  return [...kept].sort((a, b) => a - b);
}

/** The rank (from 0) at which the running sum is largest. */
export function peakRank(points: readonly WhalePoint[]): number {
  let best = 0;
  points.forEach((point, rank) => {
    if (point.cumulative > (points[best]?.cumulative ?? 0)) best = rank;
  });
  return best;
}
