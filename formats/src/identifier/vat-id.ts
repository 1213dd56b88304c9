import { passesElevenTest } from "./eleven-test.ts";
import { mod97 } from "./mod-97.ts";
import { isPlaceholder } from "./placeholder.ts";
import { type Reading, sureValue } from "./reading.ts";
import { isScientific } from "./scientific.ts";

// Greece is EL, Northern Ireland XI. Patterns of the European Commission's VIES.
const patterns: ReadonlyMap<string, RegExp> = new Map([
  ["AT", /^U\d{8}$/],
  ["BE", /^[01]\d{9}$/],
  ["BG", /^\d{9,10}$/],
  ["CY", /^\d{8}[A-Z]$/],
  ["CZ", /^\d{8,10}$/],
  ["DE", /^\d{9}$/],
  ["DK", /^\d{8}$/],
  ["EE", /^\d{9}$/],
  ["EL", /^\d{9}$/],
  ["ES", /^[A-Z0-9]\d{7}[A-Z0-9]$/],
  ["FI", /^\d{8}$/],
  ["FR", /^[A-HJ-NP-Z0-9]{2}\d{9}$/],
  ["GB", /^(?:\d{9}|\d{12}|GD[0-4]\d{2}|HA[5-9]\d{2})$/],
  ["HR", /^\d{11}$/],
  ["HU", /^\d{8}$/],
  ["IE", /^(?:\d[A-Z0-9+*]\d{5}[A-Z]|\d{7}[A-W][A-I])$/],
  ["IT", /^\d{11}$/],
  ["LT", /^(?:\d{9}|\d{12})$/],
  ["LU", /^\d{8}$/],
  ["LV", /^\d{11}$/],
  ["MT", /^\d{8}$/],
  ["NL", /^\d{9}B\d{2}$/],
  ["PL", /^\d{10}$/],
  ["PT", /^\d{9}$/],
  ["RO", /^\d{2,10}$/],
  ["SE", /^\d{10}01$/],
  ["SI", /^\d{8}$/],
  ["SK", /^\d{10}$/],
  ["XI", /^(?:\d{9}|\d{12}|GD[0-4]\d{2}|HA[5-9]\d{2})$/],
  ["CH", /^E\d{9}(?:MWST|TVA|IVA)?$/],
  ["NO", /^\d{9}(?:MVA)?$/],
]);

/**
 * Reads a VAT identification number (btw-id). Dutch numbers are checked: the eleven-test (legal
 * entities, and sole traders before 2020) or mod 97 of the whole (sole traders since 2020). Those of
 * other European countries are held to their pattern. The Dutch prefix may be missing, as in some
 * bookkeeping packages. A valid number is not proof of registration; only VIES knows.
 */
export function readVatId(text: string): Reading {
  const trimmed = text.trim();
  if (trimmed === "") return { verdict: "empty" };
  if (isPlaceholder(trimmed)) return { verdict: "doubtful", why: "placeholder" };
  if (isScientific(trimmed)) return { verdict: "refused", why: "spreadsheet notation" };
  const compact = trimmed
    .normalize("NFKC")
    .replace(/[\s.\-/]/g, "")
    .toUpperCase();
  if (/^\d{9}B\d{2}$/.test(compact)) return readDutch(`NL${compact}`);
  const country = compact.slice(0, 2);
  if (country === "GR" && patterns.get("EL")?.test(compact.slice(2))) {
    return { verdict: "doubtful", value: `EL${compact.slice(2)}`, why: "Greece is EL" };
  }
  const pattern = patterns.get(country);
  if (pattern === undefined) return { verdict: "refused", why: "no such country" };
  if (!pattern.test(compact.slice(2))) return { verdict: "refused", why: "not the pattern" };
  return country === "NL" ? readDutch(compact) : { verdict: "sure", value: compact };
}

function readDutch(value: string): Reading {
  if (passesElevenTest(value.slice(2, 11)) || mod97(value) === 1) return { verdict: "sure", value };
  return { verdict: "doubtful", value, why: "check digits" };
}

/** `NL164757740B01`, or `undefined` when the text is not surely a VAT id. */
export function normaliseVatId(text: string): string | undefined {
  return sureValue(readVatId(text));
}
