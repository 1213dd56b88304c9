import { mod97 } from "./mod-97.ts";
import { isPlaceholder } from "./placeholder.ts";
import { type Reading, sureValue } from "./reading.ts";
import { isScientific } from "./scientific.ts";

// Lengths of the ISO 13616 registry.
const lengths: ReadonlyMap<string, number> = new Map(
  (
    "AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27 DK18 " +
    "DO28 EE20 EG29 ES24 FI18 FK18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HN28 HR21 HU28 IE22 IL23 " +
    "IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 MN20 MR27 " +
    "MT31 MU30 NI28 NL18 NO15 OM23 PK24 PL28 PS29 PT25 QA29 RO24 RS22 RU33 SA24 SC31 SD18 SE24 SI19 " +
    "SK24 SM27 SO23 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20 YE30"
  )
    .split(" ")
    .map((entry) => [entry.slice(0, 2), Number(entry.slice(2))]),
);

/** Reads an IBAN: right length for its country, mod 97 equal to 1. An old account number is a question. */
export function readIban(text: string): Reading {
  const trimmed = text.trim();
  if (trimmed === "") return { verdict: "empty" };
  if (isPlaceholder(trimmed)) return { verdict: "doubtful", why: "placeholder" };
  if (isScientific(trimmed)) return { verdict: "refused", why: "spreadsheet notation" };
  const compact = trimmed
    .replace(/^iban[\s:]*/i, "")
    .replace(/[\s.-]/g, "")
    .toUpperCase();
  if (/^P?\d{3,10}$/.test(compact)) return { verdict: "question", why: "old account number" };
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]+$/.test(compact))
    return { verdict: "refused", why: "not the pattern" };
  const length = lengths.get(compact.slice(0, 2));
  if (length === undefined) return { verdict: "refused", why: "no such country" };
  if (compact.length !== length) return { verdict: "refused", why: "length" };
  if (mod97(compact.slice(4) + compact.slice(0, 4)) !== 1) {
    return { verdict: "doubtful", value: compact, why: "check digits" };
  }
  return { verdict: "sure", value: compact };
}

/** `NL91ABNA0417164300`, or `undefined` when the text is not surely an IBAN. */
export function normaliseIban(text: string): string | undefined {
  return sureValue(readIban(text));
}
