import { roundHalfAway } from "./round-half-away.ts";

const largestSafe = BigInt(Number.MAX_SAFE_INTEGER);
const hundredths = Array.from({ length: 100 }, (_, value) => `.${String(value).padStart(2, "0")}`);

/** A whole number of the last decimal as a decimal: `decimalText(-123450n, 2)` is `"-1234.50"`. */
export function decimalText(value: bigint, decimals: number): string {
  // By far the most figures of a large firm: written with as few pieces of text as can be.
  if (decimals === 2 && value <= largestSafe && value >= -largestSafe) {
    const cents = Number(value);
    if (cents === 0) return "0.00";
    const whole = Math.trunc(cents / 100);
    const rest = Math.abs(cents - whole * 100);
    const text = `${whole}${hundredths[rest]}`;
    return cents < 0 && whole === 0 ? `-${text}` : text;
  }
  const digits = (value < 0n ? -value : value).toString().padStart(decimals + 1, "0");
  const sign = value < 0n ? "-" : "";
  if (decimals === 0) return sign + digits;
  return `${sign}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
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
