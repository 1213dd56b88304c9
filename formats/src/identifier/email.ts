import { type Reading, sureValue } from "./reading.ts";

const roles = new Set(["postmaster", "abuse", "hostmaster", "webmaster", "noreply", "no-reply"]);
const reservedSuffix = /(?:^|\.)(?:invalid|test|example|localhost|local|onion)$/;
const placeholderDomain = /^(?:geen|onbekend|nvt|none|unknown)\./;

// Letters, digits and hyphens in ASCII; any letter or digit beyond it (internationalised domains).
const label = /^(?!-)[\p{L}\p{N}\p{M}-]{1,63}(?<!-)$/u;
const localPart = /^[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-]+(?:\.[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-]+)*$/u;

/**
 * Reads an e-mail address, lower-cased (nobody's mailbox differs from another's by case alone). Address
 * literals, quoted local parts, comments and line breaks (encoded ones too) are refused: they exist in the
 * standard, and in practice only in attacks. A display form or two addresses in one cell is a question.
 */
export function readEmail(text: string): Reading {
  const trimmed = text.replace(/^[ \t]+|[ \t]+$/g, "");
  if (trimmed === "") return { verdict: "empty" };
  for (const character of trimmed) {
    const code = character.codePointAt(0) ?? 0;
    if (code < 32 || code === 127) return { verdict: "refused", why: "control character" };
  }
  const addresses = trimmed.split(/[,;]/);
  if (addresses.length > 1 && addresses.every((part) => /^[^@\s]+@[^@\s]+$/.test(part.trim()))) {
    return { verdict: "question", why: "several addresses" };
  }
  if (/^[^<>@]*<[^<>@\s]+@[^<>@\s]+>$/.test(trimmed)) {
    return { verdict: "question", why: "display form" };
  }
  const at = trimmed.lastIndexOf("@");
  if (at < 1) return { verdict: "refused", why: "no at sign" };
  const local = trimmed.slice(0, at);
  const domain = trimmed
    .slice(at + 1)
    .normalize("NFC")
    .toLowerCase();
  if (/%[01][0-9a-f]/i.test(local)) return { verdict: "refused", why: "control character" };
  if (!localPart.test(local)) return { verdict: "refused", why: "local part" };
  if (local.length > 64 || trimmed.length > 254) return { verdict: "refused", why: "length" };
  const labels = domain.split(".");
  const last = labels.at(-1) ?? "";
  if (labels.length < 2 || !labels.every((part) => label.test(part)) || /^\d+$/.test(last)) {
    return { verdict: "refused", why: "domain" };
  }
  const value = `${local.toLowerCase()}@${domain}`;
  if (labels.some(mixesScripts)) return { verdict: "doubtful", value, why: "mixed alphabets" };
  if (reservedSuffix.test(domain)) return { verdict: "doubtful", value, why: "reserved domain" };
  if (placeholderDomain.test(domain)) return { verdict: "doubtful", value, why: "placeholder" };
  if (roles.has(local.toLowerCase())) return { verdict: "doubtful", value, why: "role address" };
  return { verdict: "sure", value };
}

// A Latin word with one Cyrillic or Greek letter in it is made to be misread.
function mixesScripts(text: string): boolean {
  return /\p{Script=Latin}/u.test(text) && /[\p{Script=Cyrillic}\p{Script=Greek}]/u.test(text);
}

/**
 * The address in lower case, or `undefined` when the text has none that is surely someone's. That of a
 * role (`postmaster@…`) is an address too.
 */
export function normaliseEmail(text: string): string | undefined {
  const reading = readEmail(text);
  if (reading.verdict === "doubtful" && reading.why === "role address") return reading.value;
  return sureValue(reading);
}
