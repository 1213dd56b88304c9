const decimal = /^([+-]?)(\d*)(?:\.(\d*))?$/;

// Eighteen digits fit a signed 64-bit integer.
const mostDigits = 18;

/**
 * Reads a plain decimal (the `xs:decimal` of XML: point for decimals, no grouping, no exponent) exactly
 * to minor units: `parseDecimal("1436.5", 2)` is `143650n`. Surrounding white space is ignored.
 *
 * @param exponent how many decimals the currency has (`minorUnitExponent`)
 * @returns `undefined` when the text is no such number, when it is finer than the minor unit (`0.005`
 *   euro), or when it has more than eighteen digits; never a rounded value and never a quiet zero
 */
export function parseDecimal(text: string, exponent: number): bigint | undefined {
  const match = decimal.exec(text.trim());
  const [, sign, whole = "", fraction = ""] = match ?? [];
  if (match === null || whole + fraction === "") return undefined;
  const significant = fraction.replace(/0+$/, "");
  if (significant.length > exponent) return undefined;
  const digits = (whole + significant.padEnd(exponent, "0")).replace(/^0+(?=\d)/, "");
  if (digits.length > mostDigits) return undefined;
  return sign === "-" ? -BigInt(digits) : BigInt(digits);
}

/** True for a plain decimal of any precision: a quantity, a unit price. */
export function isDecimal(text: string): boolean {
  const match = decimal.exec(text.trim());
  return match !== null && (match[2] ?? "") + (match[3] ?? "") !== "";
}

/** Writes minor units as a plain decimal: `formatMinor(-143650n, 2)` is `"-1436.50"`. */
export function formatMinor(amount: bigint, exponent: number): string {
  const digits = (amount < 0n ? -amount : amount).toString().padStart(exponent + 1, "0");
  const sign = amount < 0n ? "-" : "";
  if (exponent === 0) return sign + digits;
  return `${sign}${digits.slice(0, -exponent)}.${digits.slice(-exponent)}`;
}
