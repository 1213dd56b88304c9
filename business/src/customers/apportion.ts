import { roundHalfAway } from "./round-half-away.ts";

/**
 * Rounds `numerators[i] / denominator` to whole units so that the parts add up to the rounded whole:
 * each is rounded down, and what is left goes to the largest remainders, earlier parts first where two
 * are equal.
 */
export function roundParts(numerators: readonly bigint[], denominator: bigint): bigint[] {
  if (denominator <= 0n) throw new RangeError("a denominator is positive");
  let sum = 0n;
  let floors = 0n;
  const scale = Number(denominator);
  const parts: bigint[] = new Array(numerators.length);
  const fractions = new Float64Array(numerators.length);
  for (const [index, numerator] of numerators.entries()) {
    let whole = numerator / denominator;
    if (whole * denominator > numerator) whole -= 1n;
    parts[index] = whole;
    fractions[index] = Number(numerator - whole * denominator) / scale;
    sum += numerator;
    floors += whole;
  }
  const left = Number(roundHalfAway(sum, denominator) - floors);
  if (left === 0) return parts;
  // The smallest remainder that still gets one; of those equal to it the first ones do.
  const smallest = fractions.toSorted()[fractions.length - left] as number;
  let equal = left - fractions.reduce((above, one) => above + (one > smallest ? 1 : 0), 0);
  for (const [index, fraction] of fractions.entries()) {
    if (fraction < smallest || (fraction === smallest && equal === 0)) continue;
    if (fraction === smallest) equal -= 1;
    parts[index] = (parts[index] as bigint) + 1n;
  }
  return parts;
}

/** Divides a whole amount over weights; the parts add up to it. `undefined` when there is no weight. */
export function apportion(amount: bigint, weights: readonly bigint[]): bigint[] | undefined {
  const total = weights.reduce((sum, weight) => sum + weight, 0n);
  if (total <= 0n) return undefined;
  return roundParts(
    weights.map((weight) => weight * amount),
    total,
  );
}
