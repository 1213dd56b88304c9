import { roundHalfAway } from "./round-half-away.ts";

/** A whole number of the last decimal as a decimal: `decimalText(-123450n, 2)` is `"-1234.50"`. */
export function decimalText(value: bigint, decimals: number): string {
  const safe = value > -9_007_199_254_740_991n && value < 9_007_199_254_740_991n;
  const negative = value < 0n;
  const digits = (safe ? Math.abs(Number(value)) : negative ? -value : value).toString();
  if (decimals === 0) return negative ? `-${digits}` : digits;
  const padded = digits.length > decimals ? digits : digits.padStart(decimals + 1, "0");
  const point = padded.length - decimals;
  return `${negative ? "-" : ""}${padded.slice(0, point)}.${padded.slice(point)}`;
}

/** An exact ratio to so many decimals, rounded once. */
export function ratioText(numerator: bigint, denominator: bigint, decimals: number): string {
  const scaled = numerator * 10n ** BigInt(decimals);
  return decimalText(
    denominator < 0n ? roundHalfAway(-scaled, -denominator) : roundHalfAway(scaled, denominator),
    decimals,
  );
}

/** Hours to two decimals. */
export function hoursText(seconds: bigint): string {
  return ratioText(seconds, 3600n, 2);
}
