import type { RandomStream } from "../numeric/random-stream.ts";
import type { ScaledCriterion } from "./core-criteria.ts";
import { valueAt } from "./core-select.ts";

/** Who is a member in which part of the draws, and where the core ends. */
export type CoreRule =
  | { readonly kind: "share"; readonly share: number }
  | { readonly kind: "threshold"; readonly threshold: number };

/** Draws of weights: a row per draw, adding up to 1. */
export function drawWeights(
  weights: Float64Array,
  concentration: number,
  draws: number,
  random: RandomStream,
): Float64Array {
  const criteria = weights.length;
  const drawn = new Float64Array(draws * criteria);
  for (let draw = 0; draw < draws; draw += 1) {
    let total = 0;
    for (const [criterion, weight] of weights.entries()) {
      const part = weight === 0 ? 0 : random.gamma(concentration * weight);
      drawn[draw * criteria + criterion] = part;
      total += part;
    }
    for (let criterion = 0; criterion < criteria; criterion += 1) {
      const place = draw * criteria + criterion;
      // So little concentration that all underflowed: the owner's own weights.
      drawn[place] = total > 0 ? (drawn[place] as number) / total : (weights[criterion] as number);
    }
  }
  return drawn;
}

/**
 * In what part of the draws each customer is in the core.
 *
 * @param standing per customer 1 if it competes, 2 if it is in whatever comes, else 0
 * @param random unknown values are drawn from it, by customer, so that what is known does not change them
 */
export function membershipOver(
  criteria: readonly ScaledCriterion[],
  drawn: Float64Array,
  standing: Uint8Array,
  rule: CoreRule,
  random: RandomStream,
): Float64Array {
  const competing = Uint32Array.from(standing.keys()).filter((row) => standing[row] === 1);
  const pinned = standing.reduce((sum, state) => sum + (state === 2 ? 1 : 0), 0);
  const places =
    rule.kind === "share"
      ? Math.max(0, Math.max(1, Math.round(rule.share * (competing.length + pinned))) - pinned)
      : 0;
  const weightOf = criteria.length;
  const draws = drawn.length / weightOf;
  const counted = new Float64Array(standing.length);
  const scores = new Float64Array(competing.length);
  const scratch = new Float64Array(competing.length);
  const gathered = criteria.map(({ scaled }) =>
    Float64Array.from(competing, (row) => scaled[row] as number),
  );
  const unknown = gathered.map((values) =>
    Uint32Array.from(values.keys()).filter((place) => Number.isNaN(values[place])),
  );
  const values = gathered.map((own) => own.map((value) => (Number.isNaN(value) ? 0 : value)));
  for (let draw = 0; draw < draws; draw += 1) {
    scores.fill(0);
    for (const [criterion, { known }] of criteria.entries()) {
      const weight = drawn[draw * weightOf + criterion] as number;
      addWeighted(scores, weight, values[criterion] as Float64Array);
      if (known.length === 0) continue;
      for (const place of unknown[criterion] as Uint32Array) {
        const guess = known[random.integer(known.length)] as number;
        scores[place] = (scores[place] as number) + weight * guess;
      }
    }
    if (rule.kind === "share") countBest(scores, scratch, competing, places, counted);
    else countAbove(scores, rule.threshold, competing, counted);
  }
  return counted.map((count, row) => (standing[row] === 2 ? 1 : count / draws));
}

function addWeighted(scores: Float64Array, weight: number, values: Float64Array): void {
  for (let place = 0; place < scores.length; place += 1)
    scores[place] = (scores[place] as number) + weight * (values[place] as number);
}

function countAbove(
  scores: Float64Array,
  threshold: number,
  competing: Uint32Array,
  counted: Float64Array,
): void {
  for (let place = 0; place < scores.length; place += 1) {
    if ((scores[place] as number) < threshold - 1e-12) continue;
    const row = competing[place] as number;
    counted[row] = (counted[row] as number) + 1;
  }
}

/** Adds 1 for those in the best `places`; equals at the edge share what is left. */
function countBest(
  scores: Float64Array,
  scratch: Float64Array,
  competing: Uint32Array,
  places: number,
  counted: Float64Array,
): void {
  if (places === 0) return;
  if (places >= scores.length) {
    for (const row of competing) counted[row] = (counted[row] as number) + 1;
    return;
  }
  scratch.set(scores);
  const edge = valueAt(scratch, scratch.length - places);
  // Scores that differ by rounding alone are equal.
  const slack = 1e-12 * (1 + Math.abs(edge));
  let above = 0;
  let equal = 0;
  for (const score of scores) {
    if (score > edge + slack) above += 1;
    else if (score >= edge - slack) equal += 1;
  }
  const part = (places - above) / equal;
  for (let place = 0; place < scores.length; place += 1) {
    const score = scores[place] as number;
    if (score < edge - slack) continue;
    const row = competing[place] as number;
    counted[row] = (counted[row] as number) + (score > edge + slack ? 1 : part);
  }
}
