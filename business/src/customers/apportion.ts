import { roundHalfAway } from "./round-half-away.ts";

/** Which of two parts with equal remainders, by their places, comes first. */
export type Precedence = (one: number, other: number) => number;

const byPlace: Precedence = (one, other) => one - other;

/**
 * Rounds `numerators[i] / denominator` to whole units so that the parts add up to the rounded whole:
 * each is rounded down, and what is left goes to the largest remainders. Where two are equal
 * `precedence` decides, so that the same books give the same parts whatever order they are read in.
 */
export function roundParts(
  numerators: ArrayLike<bigint>,
  denominator: bigint,
  precedence = byPlace,
): BigInt64Array {
  if (denominator <= 0n) throw new RangeError("a denominator is positive");
  let sum = 0n;
  let floors = 0n;
  const scale = Number(denominator);
  const parts = new BigInt64Array(numerators.length);
  const fractions = new Float64Array(numerators.length);
  for (let index = 0; index < parts.length; index += 1) {
    const numerator = numerators[index] as bigint;
    let whole = numerator / denominator;
    if (whole * denominator > numerator) whole -= 1n;
    parts[index] = whole;
    fractions[index] = Number(numerator - whole * denominator) / scale;
    sum += numerator;
    floors += whole;
  }
  const left = Number(roundHalfAway(sum, denominator) - floors);
  if (left === 0) return parts;
  const smallest = fractions.toSorted()[fractions.length - left] as number;
  const equal: number[] = [];
  let above = 0;
  for (let index = 0; index < parts.length; index += 1) {
    const fraction = fractions[index] as number;
    if (fraction === smallest) equal.push(index);
    if (fraction <= smallest) continue;
    above += 1;
    parts[index] = (parts[index] as bigint) + 1n;
  }
  for (const index of equal.sort(precedence).slice(0, left - above)) {
    parts[index] = (parts[index] as bigint) + 1n;
  }
  return parts;
}

/** Divides a whole amount over weights; the parts add up to it. `undefined` when there is no weight. */
export function apportion(
  amount: bigint,
  weights: ArrayLike<bigint>,
  precedence = byPlace,
): BigInt64Array | undefined {
  let total = 0n;
  const numerators: bigint[] = new Array(weights.length);
  for (let index = 0; index < weights.length; index += 1) {
    const weight = weights[index] as bigint;
    total += weight;
    numerators[index] = weight * amount;
  }
  return total <= 0n ? undefined : roundParts(numerators, total, precedence);
}
