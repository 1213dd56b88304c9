/** Amounts above ten thousand billion are typing errors or misread identifiers. */
const mostDigits = 15;

export type MinorUnits = { readonly amount: bigint; readonly rounded: boolean };

/**
 * A plain decimal as minor units. Decimals beyond the minor unit are rounded half away from zero, and said
 * to be. Undefined for amounts of more than fifteen digits.
 */
export function minorUnits(decimal: string, exponent: number): MinorUnits | undefined {
  const negative = decimal.startsWith("-");
  const [whole = "0", fraction = ""] = (negative ? decimal.slice(1) : decimal).split(".");
  const kept = fraction.slice(0, exponent).padEnd(exponent, "0");
  const rest = fraction.slice(exponent);
  if (whole.replace(/^0+/, "").length + exponent > mostDigits) return undefined;
  let amount = BigInt(whole + kept);
  const rounded = /[1-9]/.test(rest);
  if (rounded && rest >= "5") amount += 1n;
  return { amount: negative ? -amount : amount, rounded };
}
