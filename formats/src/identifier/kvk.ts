import { isPlaceholder } from "./placeholder.ts";
import { type Reading, sureValue } from "./reading.ts";
import { isScientific } from "./scientific.ts";

/**
 * Reads a number of the Dutch chamber of commerce (KvK): eight digits, no check digit exists. Seven
 * digits are doubtful (a spreadsheet dropped the leading zero); twelve more digits glued on, or a
 * branch number alone, is a question.
 */
export function readKvk(text: string): Reading {
  const trimmed = text.trim();
  if (trimmed === "") return { verdict: "empty" };
  if (isPlaceholder(trimmed)) return { verdict: "doubtful", why: "placeholder" };
  if (isScientific(trimmed)) return { verdict: "refused", why: "spreadsheet notation" };
  const digits = trimmed
    .replace(/^(?:nl[:\s-]*)?kvk(?:[\s-]*(?:nummer|nr))?[\s.:-]*/i, "")
    .replace(/[\s.]/g, "");
  if (!/^\d+$/.test(digits)) return { verdict: "refused", why: "not digits" };
  if (/^0+$/.test(digits)) return { verdict: "refused", why: "only zeros" };
  if (digits.length === 8) return { verdict: "sure", value: digits };
  if (digits.length === 7) {
    return { verdict: "doubtful", value: digits.padStart(8, "0"), why: "leading zero lost" };
  }
  if (digits.length === 12 || digits.length === 20) {
    return { verdict: "question", why: "branch number" };
  }
  return { verdict: "refused", why: "not eight digits" };
}

/** The eight digits, or `undefined` when the text is not surely a KvK number. */
export function normaliseKvk(text: string): string | undefined {
  return sureValue(readKvk(text));
}
