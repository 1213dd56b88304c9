import { normaliseKvk } from "../identifier/kvk.ts";
import { normaliseOin } from "../identifier/oin.ts";
import { normaliseVatId } from "../identifier/vat-id.ts";

/** An identifier as an invoice writes it, with what it says about whose numbering it is. */
export type WrittenIdentifier = { readonly text: string; readonly scheme?: string };

export type PartyIdentifiers = {
  readonly kvk?: string;
  readonly oin?: string;
  readonly vatId?: string;
  readonly email?: string;
  readonly externalId?: string;
};

/**
 * Sorts the identifiers of a party by their scheme: 0106 is KvK, 0190 OIN, 9944 a Dutch VAT id, EM an
 * e-mail address; older Dutch guidelines write `NL:KVK`, or name the agency. A legal registration without
 * scheme is a KvK number when the party is Dutch and it has eight digits. Numbers that do not hold
 * (`kvk`, `oin`) are left out; a VAT id that does not hold is kept as written.
 */
export function sortIdentifiers(
  legal: readonly WrittenIdentifier[],
  others: readonly WrittenIdentifier[],
  vatIds: readonly string[],
  country: string | undefined,
): PartyIdentifiers {
  let kvk: string | undefined;
  let oin: string | undefined;
  let email: string | undefined;
  let schemeVatId: string | undefined;
  let externalId: string | undefined;
  const dutch = country === "NL" || vatIds.some((one) => /^NL/i.test(one));
  for (const [index, { text, scheme }] of [...legal, ...others].entries()) {
    const kind = kindOfScheme(scheme);
    if (kind === "kvk") kvk ??= normaliseKvk(text);
    else if (kind === "oin") oin ??= normaliseOin(text);
    else if (kind === "vat") schemeVatId ??= text;
    else if (kind === "email") email ??= text;
    else if (scheme === undefined && index < legal.length) {
      if (dutch) kvk ??= normaliseKvk(text);
      if (dutch) oin ??= normaliseOin(text);
    } else if (scheme === undefined) externalId ??= text;
  }
  const written =
    vatIds.find((one) => normaliseVatId(one) !== undefined) ?? vatIds[0] ?? schemeVatId;
  const vatId = written === undefined ? undefined : (normaliseVatId(written) ?? written);
  return {
    ...(kvk !== undefined && { kvk }),
    ...(oin !== undefined && { oin }),
    ...(vatId !== undefined && { vatId }),
    ...(email !== undefined && { email }),
    ...(externalId !== undefined && { externalId }),
  };
}

function kindOfScheme(scheme: string | undefined): "kvk" | "oin" | "vat" | "email" | undefined {
  const name = scheme?.trim().toUpperCase();
  if (name === "0106" || name === "NL:KVK" || name === "KVK") return "kvk";
  if (name === "0190" || name === "NL:OIN" || name === "OIN") return "oin";
  if (name === "9944" || name === "NL:VAT" || name === "BTW") return "vat";
  return name === "EM" ? "email" : undefined;
}
