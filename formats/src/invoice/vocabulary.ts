import type { OpenElement } from "../element/read-elements.ts";
import type { Format } from "../reader.ts";
import { refusal } from "../refusal.ts";

const ubl = "urn:oasis:names:specification:ubl:schema:xsd:";
// The Dutch government's own extension of UBL 2.0 (OHNL).
const dutchUbl = "urn:digi-inkoop:ubl:";
const cii = "urn:un:unece:uncefact:data:standard:";

const roots: ReadonlyMap<string, { readonly namespace: string; readonly format: Format }> = new Map(
  [
    ["Invoice", { namespace: `${ubl}Invoice-2`, format: "ubl-invoice" }],
    ["CreditNote", { namespace: `${ubl}CreditNote-2`, format: "ubl-credit-note" }],
    ["CrossIndustryInvoice", { namespace: `${cii}CrossIndustryInvoice:100`, format: "cii" }],
  ],
);

/** The format of a root element, `undefined` when it is not the root of an invoice. */
export function formatOfRoot(name: string): Format | undefined {
  return roots.get(name)?.format;
}

/** The Peppol network puts invoices in one; a file saved from an access point may still have it. */
export function isEnvelope(name: string): boolean {
  return name === "StandardBusinessDocument";
}

/** True for the namespaces that invoices are written in; signatures and extensions are not read. */
export function isInvoiceNamespace(namespace: string): boolean {
  if (namespace.startsWith(ubl)) return !namespace.includes("Extension");
  return namespace.startsWith(dutchUbl) || namespace.startsWith(cii);
}

/** Throws a refusal unless the root is that of an invoice, a credit note or an envelope. */
export function checkRoot({ name, namespace, line }: OpenElement): void {
  if (isEnvelope(name)) return;
  const expected = roots.get(name)?.namespace;
  const common = { severity: "refuse", place: { line }, field: name } as const;
  if (expected === undefined) throw refusal({ ...common, code: "NOT_AN_INVOICE", found: name });
  if (namespace !== expected) {
    throw refusal({ ...common, code: "NAMESPACE", found: namespace, expected });
  }
}
