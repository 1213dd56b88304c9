const short = /^-?[1-9]\d*(?:\.\d*[1-9])?$/;
const numeric = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d{1,3})?$/;

/** A number in JavaScript's notation as a plain decimal, without exponent. */
function withoutExponent(text: string): string {
  const [mantissa = "", exponent] = text.toLowerCase().split("e");
  if (exponent === undefined) return mantissa;
  const negative = mantissa.startsWith("-");
  const [whole = "", fraction = ""] = mantissa.replace("-", "").split(".");
  const point = whole.length + Number(exponent);
  const digits = whole + fraction;
  const padded = point <= 0 ? "0".repeat(1 - point) + digits : digits.padEnd(point, "0");
  const at = Math.max(point, 1);
  const decimal = padded.length > at ? `${padded.slice(0, at)}.${padded.slice(at)}` : padded;
  return (negative ? "-" : "") + decimal;
}

/**
 * The decimal that a person sees behind the binary number in a workbook: spreadsheets calculate in doubles
 * and show at most fifteen digits, so `0.30000000000000004` is 0.3 and `1234.5599999999999` is 1234.56.
 * Undefined for what is no finite number, and for whole numbers of more than fifteen digits, whose last
 * digits a spreadsheet has already lost.
 */
export function exactDecimal(text: string): string | undefined {
  // At most fifteen digits, without exponent: the text is already what is meant.
  if (text.length <= 15 && short.test(text)) return text;
  const trimmed = text.trim();
  if (!numeric.test(trimmed)) return undefined;
  const value = Number(trimmed);
  if (!Number.isFinite(value) || Math.abs(value) >= 1e15) return undefined;
  if (value === 0) return "0";
  const plain = withoutExponent(value.toPrecision(15));
  return plain.includes(".") ? plain.replace(/\.?0+$/, "") : plain;
}
