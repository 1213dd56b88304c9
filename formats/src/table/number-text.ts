import { minorUnitExponent } from "../money/currency.ts";

/** Which sign stands before the decimals; the other one, a space or an apostrophe groups thousands. */
export type NumberConvention = "comma" | "point";

/**
 * What a text says about how its column writes numbers: `plain` fits both conventions and means the same,
 * `either` fits both and means something else in each (`1.234`), `none` is no number.
 */
export type NumberShape = "plain" | NumberConvention | "either" | "none";

type Stripped = { readonly body: string; readonly negative: boolean; readonly currency?: string };

const space = "[ \\u00a0\\u2009\\u202f]";
const currencyBefore = new RegExp(`^(?:([A-Z]{3})|(?:US)?([€$£]))${space}*`, "i");
const currencyAfter = new RegExp(`${space}*(?:([A-Z]{3})|([€$£]))$`, "i");
const signs: Readonly<Record<string, string>> = { "€": "EUR", $: "USD", "£": "GBP" };

/** Takes off brackets, minus signs, currency and the Dutch `,-`; undefined when a sign is there twice. */
function strip(text: string): Stripped | undefined {
  let body = text.trim();
  let minus = 0;
  let currency: string | undefined;
  if (body.startsWith("(") && body.endsWith(")")) {
    body = body.slice(1, -1).trim();
    minus++;
  }
  const takeSign = () => {
    if (/^[-−]/.test(body)) minus++;
    else if (!body.startsWith("+")) return;
    body = body.slice(1).trimStart();
  };
  takeSign();
  const before = currencyBefore.exec(body);
  const after = before ? null : currencyAfter.exec(body);
  const found = before ?? after;
  const code = found?.[1]?.toUpperCase() ?? signs[found?.[2] ?? ""];
  if (found && code !== undefined && minorUnitExponent(code) !== undefined) {
    currency = code;
    body = before ? body.slice(before[0].length) : body.slice(0, after?.index);
    if (minus === 0) takeSign();
  }
  // "12,-" and "12,--" are twelve whole euros; a minus after a digit is a negative amount.
  if (/\d[,.][-–=]{1,2}$/.test(body)) body = body.replace(/[-–=]{1,2}$/, "00");
  else if (/\d\s?[-−]$/.test(body)) {
    body = body.replace(/\s?[-−]$/, "");
    minus++;
  }
  if (minus > 1) return undefined;
  return { body, negative: minus === 1, ...(currency && { currency }) };
}

const grouped = /^(?:\d{1,3}(?:([. '’\u00a0\u2009\u202f,])\d{3})(?:\1\d{3})*)$/;

function shapeOfBody(body: string): NumberShape {
  if (/^\d+$/.test(body)) return "plain";
  const comma = body.lastIndexOf(",");
  const point = body.lastIndexOf(".");
  if (comma < 0 && point < 0) return grouped.test(body) ? "plain" : "none";
  const decimal: NumberConvention = comma > point ? "comma" : "point";
  const at = Math.max(comma, point);
  const whole = body.slice(0, at);
  const fraction = body.slice(at + 1);
  const other = decimal === "comma" ? "." : ",";
  const own = decimal === "comma" ? "," : ".";
  if (!/^\d*$/.test(fraction)) return "none";
  if (whole.includes(own)) {
    // The sign occurs twice: it groups, and the other one would be the decimal sign.
    return grouped.test(body) ? (decimal === "comma" ? "point" : "comma") : "none";
  }
  if (fraction === "") return "none";
  if (/^\d*$/.test(whole)) {
    if (fraction.length !== 3 || whole.length > 3) return decimal;
    return whole === "" || whole.startsWith("0") ? decimal : "either";
  }
  if (!grouped.test(whole) || whole.includes(own)) return "none";
  return whole.includes(other) || /[ '’\u00a0\u2009\u202f]/.test(whole) ? decimal : "none";
}

const someDigit = /\d/;
const simple = /^-?\d+(?:([.,])(\d{1,2}|\d{4,}))?$/;

// The commonest forms by far: without sign other than a minus, without leading zeros.
const plainComma = /^-?[1-9]\d*(?:,\d+)?$/;
const plainPoint = /^-?[1-9]\d*(?:\.\d+)?$/;
const groupedComma = /^-?[1-9]\d{0,2}(?:\.\d{3})+,\d+$/;
const groupedPoint = /^-?[1-9]\d{0,2}(?:,\d{3})+\.\d+$/;

/** Classifies one text. */
export function numberShape(text: string): NumberShape {
  const quick = simple.exec(text);
  if (quick) return quick[1] === undefined ? "plain" : quick[1] === "," ? "comma" : "point";
  if (!someDigit.test(text)) return "none";
  if (groupedComma.test(text)) return "comma";
  if (groupedPoint.test(text)) return "point";
  const stripped = strip(text);
  return stripped === undefined ? "none" : shapeOfBody(stripped.body);
}

/** The currency written beside an amount (`€ 12,00`, `12.00 USD`), as ISO code. */
export function currencyIn(text: string): string | undefined {
  return strip(text)?.currency;
}

/**
 * Reads a number in a known convention exactly, as plain decimal text: `(1.234,56)` with `comma` is
 * `-1234.56`. Undefined for anything that is no number in that convention; never a guess, never zero.
 */
export function parseNumber(text: string, convention: NumberConvention): string | undefined {
  if ((convention === "comma" ? groupedComma : groupedPoint).test(text))
    return convention === "comma"
      ? text.replaceAll(".", "").replace(",", ".")
      : text.replaceAll(",", "");
  if ((convention === "comma" ? plainComma : plainPoint).test(text))
    return convention === "comma" ? text.replace(",", ".") : text;
  const stripped = strip(text);
  if (stripped === undefined) return undefined;
  const { body, negative } = stripped;
  const shape = shapeOfBody(body);
  if (shape === "none" || (shape !== "plain" && shape !== "either" && shape !== convention))
    return undefined;
  const decimalSign = convention === "comma" ? "," : ".";
  const at = shape === "plain" ? -1 : body.lastIndexOf(decimalSign);
  const whole = (at < 0 ? body : body.slice(0, at)).replace(/\D/g, "").replace(/^0+(?=\d)/, "");
  const fraction = at < 0 ? "" : body.slice(at + 1);
  const digits = `${whole || "0"}${fraction && `.${fraction}`}`;
  return negative && /[1-9]/.test(digits) ? `-${digits}` : digits;
}
