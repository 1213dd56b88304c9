import { isPlaceholder } from "./placeholder.ts";
import { type Reading, sureValue } from "./reading.ts";
import { isScientific } from "./scientific.ts";

/** Reads a telephone number; Dutch national numbers come out as `+31…`. Two in one cell is a question. */
export function readPhone(text: string): Reading {
  const trimmed = text.normalize("NFKC").trim();
  if (trimmed === "") return { verdict: "empty" };
  if (isPlaceholder(trimmed)) return { verdict: "doubtful", why: "placeholder" };
  if (isScientific(trimmed)) return { verdict: "refused", why: "spreadsheet notation" };
  const formula = /^['"]?=/.test(trimmed);
  const bare = trimmed.replace(/^['"]?=/, "").replace(/^tel[.:]?\s*/i, "");
  if (
    bare.split(/[/;,|]| of | or /).filter((part) => /\d{5}/.test(part.replace(/\D/g, ""))).length >
    1
  ) {
    return { verdict: "question", why: "two numbers" };
  }
  if (!/^\+?[\d\s().-]+$/.test(bare)) return { verdict: "refused", why: "not a number" };
  const digits = bare.replace(/\(0\)/, "").replace(/[\s().-]/g, "");
  const international = digits.replace(/^00/, "+");
  if (formula) return { verdict: "doubtful", value: withPlus(international), why: "formula sign" };
  if (/^\+[1-9]\d{6,14}$/.test(international)) return { verdict: "sure", value: international };
  if (/^0[1-9]\d{8}$/.test(digits)) return { verdict: "sure", value: `+31${digits.slice(1)}` };
  if (/^[1-9]\d{8}$/.test(digits)) return { verdict: "question", why: "leading zero lost" };
  return { verdict: "refused", why: "length" };
}

function withPlus(digits: string): string {
  return digits.startsWith("+") ? digits : `+${digits}`;
}

/** The number with its country code, or `undefined` when it is not surely one. */
export function normalisePhone(text: string): string | undefined {
  return sureValue(readPhone(text));
}
