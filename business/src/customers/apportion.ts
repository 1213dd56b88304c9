import { roundHalfAway } from "./round-half-away.ts";

/**
 * Rounds `numerators[i] / denominator` to whole units so that the parts add up to the rounded whole:
 * each is rounded down, and what is left goes to the largest remainders, earlier parts first where two
 * are equal.
 */
export function roundParts(numerators: ArrayLike<bigint>, denominator: bigint): BigInt64Array {
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
  // The smallest remainder that still gets one; of those equal to it the first ones do.
  const smallest = fractions.toSorted()[fractions.length - left] as number;
  let equal = left - fractions.reduce((above, one) => above + (one > smallest ? 1 : 0), 0);
  for (let index = 0; index < parts.length; index += 1) {
    const fraction = fractions[index] as number;
    if (fraction < smallest || (fraction === smallest && equal === 0)) continue;
    if (fraction === smallest) equal -= 1;
    parts[index] = (parts[index] as bigint) + 1n;
  }
  return parts;
}

/** Divides a whole amount over weights; the parts add up to it. `undefined` when there is no weight. */
export function apportion(amount: bigint, weights: ArrayLike<bigint>): BigInt64Array | undefined {
  let total = 0n;
  const numerators: bigint[] = new Array(weights.length);
  for (let index = 0; index < weights.length; index += 1) {
    const weight = weights[index] as bigint;
    total += weight;
    numerators[index] = weight * amount;
  }
  return total <= 0n ? undefined : roundParts(numerators, total);
}
