import { normaliseEmail } from "./email.ts";
import { publicMailDomains } from "./public-mail-domains.ts";

// Under a country's own suffix these are not a firm's name: example.co.uk, example.com.au.
const secondLevel = new Set([
  "ac",
  "co",
  "com",
  "edu",
  "gov",
  "gv",
  "ne",
  "net",
  "nom",
  "or",
  "org",
]);

/**
 * The domain under which a firm is registered: `example.nl` for `info@mail.example.nl`, `example.co.uk`
 * for a British one. A rule of thumb in place of the public suffix list: good enough to propose that two
 * records are one firm, and a person confirms.
 */
export function registrableDomain(domain: string): string {
  const labels = domain.toLowerCase().replace(/\.$/, "").split(".");
  const country = labels.at(-1) ?? "";
  const second = labels.at(-2) ?? "";
  return labels.slice(country.length === 2 && secondLevel.has(second) ? -3 : -2).join(".");
}

/**
 * The firm's domain of an e-mail address, or `undefined` when the address is no good or its domain is a
 * public mail provider's (gmail.com, ziggo.nl): two customers of one provider are not one firm.
 */
export function firmDomain(email: string): string | undefined {
  const address = normaliseEmail(email);
  if (address === undefined) return undefined;
  const domain = registrableDomain(address.slice(address.lastIndexOf("@") + 1));
  return publicMailDomains.has(domain) ? undefined : domain;
}
