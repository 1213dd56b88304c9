import { type Reading, sureValue } from "./reading.ts";

// What a letter in front says, as on envelopes: B-1000, D-10115.
const prefixes: ReadonlyMap<string, string> = new Map([
  ["A", "AT"],
  ["B", "BE"],
  ["CH", "CH"],
  ["D", "DE"],
  ["DK", "DK"],
  ["F", "FR"],
  ["I", "IT"],
  ["L", "LU"],
]);

const patterns: ReadonlyMap<string, RegExp> = new Map([
  ["AT", /^\d{4}$/],
  ["BE", /^[1-9]\d{3}$/],
  ["CH", /^\d{4}$/],
  ["DE", /^\d{5}$/],
  ["DK", /^\d{4}$/],
  ["ES", /^\d{5}$/],
  ["FR", /^\d{5}$/],
  ["GB", /^(?:[BEGLMNSW]|[A-Z]{2})\d[A-Z\d]? ?\d[A-Z]{2}$/],
  ["IT", /^\d{5}$/],
  ["LU", /^\d{4}$/],
  ["NO", /^\d{4}$/],
  ["PL", /^\d{2}-\d{3}$/],
  ["SE", /^\d{3} ?\d{2}$/],
]);

/**
 * Reads a postcode. Dutch ones come out as `1234 AB` (never a leading zero, never SA, SD or SS); those of
 * neighbours as that country writes them. Four digits alone are a question unless `country`
 * (ISO 3166-1 alpha-2) says whose they are.
 */
export function readPostcode(text: string, country?: string): Reading {
  const compact = text.normalize("NFKC").replace(/\s+/g, " ").trim().toUpperCase();
  if (compact === "") return { verdict: "empty" };
  const marked = /^(?:NL-?)?(\d{4}) ?([A-Z]{2})$/.exec(compact);
  if (marked !== null && (country === undefined || country === "NL")) {
    return readDutch(marked[1] ?? "", marked[2] ?? "");
  }
  const prefixed = /^([A-Z]{1,2})-(\d{4,5})$/.exec(compact);
  const stated = prefixed === null ? country : prefixes.get(prefixed[1] ?? "");
  const bare = prefixed?.[2] ?? compact;
  if (stated === "NL") {
    return /^\d{4}$/.test(bare)
      ? { verdict: "doubtful", value: bare, why: "letters missing" }
      : { verdict: "refused", why: "not the pattern" };
  }
  if (stated !== undefined) {
    const pattern = patterns.get(stated);
    if (pattern === undefined || pattern.test(bare)) return { verdict: "sure", value: bare };
    return { verdict: "refused", why: "not the pattern" };
  }
  if (/^\d{4,5}$/.test(bare)) return { verdict: "question", why: "which country" };
  if (patterns.get("GB")?.test(bare)) return { verdict: "sure", value: bare };
  return { verdict: "refused", why: "not the pattern" };
}

function readDutch(digits: string, letters: string): Reading {
  if (digits.startsWith("0")) return { verdict: "refused", why: "starts with zero" };
  if (/^S[ADS]$/.test(letters)) return { verdict: "refused", why: "letters not issued" };
  return { verdict: "sure", value: `${digits} ${letters}` };
}

/** The postcode in its country's form, or `undefined` when it is not surely one. */
export function normalisePostcode(text: string, country?: string): string | undefined {
  return sureValue(readPostcode(text, country));
}
