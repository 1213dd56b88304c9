import { minorUnitExponent } from "../money/currency.ts";

/** The currency that a text names, as ISO code: `eur`, `€`, `Euro - EUR`; undefined for any other text. */
export function currencyOf(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const upper = text.toUpperCase();
  if (minorUnitExponent(upper) !== undefined) return upper;
  const sign = { "€": "EUR", "£": "GBP", $: "USD" }[text.trim()];
  if (sign) return sign;
  // Harvest writes "Euro - EUR".
  const last = /\b([A-Z]{3})\s*\)?$/.exec(upper)?.[1];
  if (last !== undefined && minorUnitExponent(last) !== undefined) return last;
  return upper === "EURO" ? "EUR" : undefined;
}
