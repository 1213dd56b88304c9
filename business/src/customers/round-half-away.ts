/** `numerator / denominator` to the nearest whole number, halves away from zero. */
export function roundHalfAway(numerator: bigint, denominator: bigint): bigint {
  if (denominator <= 0n) throw new RangeError("a denominator is positive");
  const doubled = numerator * 2n;
  return numerator < 0n
    ? -((-doubled + denominator) / (denominator * 2n))
    : (doubled + denominator) / (denominator * 2n);
}
