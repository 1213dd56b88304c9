import { normalQuantile } from "../numeric/normal.ts";

/** How often a customer of the core scores above one outside it, with an interval. */
export type AreaUnderCurve =
  | {
      readonly kind: "measured";
      readonly area: number;
      readonly low: number;
      readonly high: number;
      /** DeLong's; 0 where every pair is in order. */
      readonly standardError: number;
    }
  | { readonly kind: "one-outcome-only" };

/** Per customer the share of the other outcome that it is in order with, ties for half. */
export type Placements = {
  readonly inside: Float64Array;
  readonly outside: Float64Array;
};

/**
 * Area under the ROC curve by ranks. Interval of DeLong, DeLong and Clarke-Pearson (1988) on the log-odds scale; where
 * all pairs are in order DeLong's variance is nothing and Newcombe's method 5 takes its place (2006, Statistics in
 * Medicine 25: Hanley and McNeil's variance, solved for the area).
 *
 * @param scores any numbers, more for the core
 * @throws RangeError with the index of a score that is not finite or a label that is neither 0 nor 1; for lengths that
 *   differ, or a level outside 0..1
 */
export function areaUnderCurve(
  scores: ArrayLike<number>,
  labels: ArrayLike<number>,
  level = 0.95,
): AreaUnderCurve {
  if (!(level > 0 && level < 1)) throw new RangeError(`a level between 0 and 1, got ${level}`);
  if (scores.length !== labels.length)
    throw new RangeError(`there are ${labels.length} labels for ${scores.length} scores`);
  for (let row = 0; row < scores.length; row += 1) {
    const label = labels[row] as number;
    if (!Number.isFinite(scores[row])) throw new RangeError(`score ${row} is ${scores[row]}`);
    if (label !== 0 && label !== 1) throw new RangeError(`label ${row} is ${label}, not 0 or 1`);
  }
  const { inside, outside } = placements(scores, labels);
  if (inside.length === 0 || outside.length === 0) return { kind: "one-outcome-only" };
  const area = meanOf(inside);
  const variance = spreadOf(inside) / inside.length + spreadOf(outside) / outside.length;
  return {
    kind: "measured",
    area,
    standardError: Math.sqrt(variance),
    ...areaInterval(area, variance, inside.length, outside.length, level),
  };
}

/** Interval of an area with a variance, over so many customers inside and outside the core. */
export function areaInterval(
  area: number,
  variance: number,
  inside: number,
  outside: number,
  level: number,
): { readonly low: number; readonly high: number } {
  const z = normalQuantile(0.5 + level / 2);
  if (!(variance > 0 && area > 0 && area < 1)) return newcombe(area, inside, outside, z);
  const odds = Math.log(area / (1 - area));
  const error = (z * Math.sqrt(variance)) / (area * (1 - area));
  return { low: 1 / (1 + Math.exp(error - odds)), high: 1 / (1 + Math.exp(-error - odds)) };
}

export function placements(scores: ArrayLike<number>, labels: ArrayLike<number>): Placements {
  const order = Uint32Array.from({ length: scores.length }, (_, row) => row).sort(
    (one, other) => (scores[one] as number) - (scores[other] as number) || one - other,
  );
  const insideCount = order.reduce((sum, row) => sum + (labels[row] as number), 0);
  const outsideCount = order.length - insideCount;
  const inside: number[] = [];
  const outside: number[] = [];
  let insideBelow = 0;
  let outsideBelow = 0;
  for (let start = 0; start < order.length; ) {
    const score = scores[order[start] as number];
    let end = start;
    let tiedInside = 0;
    while (end < order.length && scores[order[end] as number] === score) {
      tiedInside += labels[order[end] as number] as number;
      end += 1;
    }
    const tiedOutside = end - start - tiedInside;
    for (let tied = 0; tied < tiedInside; tied += 1)
      inside.push((outsideBelow + tiedOutside / 2) / outsideCount);
    for (let tied = 0; tied < tiedOutside; tied += 1)
      outside.push((insideCount - insideBelow - tiedInside / 2) / insideCount);
    insideBelow += tiedInside;
    outsideBelow += tiedOutside;
    start = end;
  }
  return { inside: Float64Array.from(inside), outside: Float64Array.from(outside) };
}

/** Variance with n - 1, and nothing of a single value. */
export function spreadOf(values: Float64Array): number {
  if (values.length < 2) return 0;
  const mean = meanOf(values);
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
}

export function meanOf(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function newcombe(
  area: number,
  inside: number,
  outside: number,
  z: number,
): { readonly low: number; readonly high: number } {
  const half = (inside + outside) / 2 - 1;
  function misses(candidate: number): boolean {
    const variance =
      (candidate *
        (1 - candidate) *
        (1 + half * ((1 - candidate) / (2 - candidate) + candidate / (1 + candidate)))) /
      (inside * outside);
    return (area - candidate) ** 2 > z * z * variance;
  }
  function edge(away: number): number {
    let near = area;
    let far = away;
    for (let step = 0; step < 60; step += 1) {
      const middle = (near + far) / 2;
      if (misses(middle)) far = middle;
      else near = middle;
    }
    return (near + far) / 2;
  }
  return { low: area === 0 ? 0 : edge(0), high: area === 1 ? 1 : edge(1) };
}
