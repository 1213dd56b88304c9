import type { InvoiceRecord, Party } from "@koers/formats";
import { normaliseKvk, normaliseVatId } from "@koers/formats";
import { normaliseName } from "./normalise-name.ts";

/** What a firm is known by; each of these may be unknown. */
export type FirmIdentity = {
  readonly name: string | null;
  readonly kvk: string | null;
  readonly vatId: string | null;
};

/** `sale`: ours; `purchase`: sent to us; `foreign`: by our numbers neither; `unknown`: cannot be told. */
export type Side = "sale" | "purchase" | "foreign" | "unknown";

/**
 * Tells from which side an invoice is seen, by comparing our own KvK number, VAT id and name with
 * seller and buyer. Lists name no seller: they are lists of sales.
 */
export function sideOf(invoice: InvoiceRecord, own: readonly FirmIdentity[]): Side {
  if (invoice.seller === undefined) return "sale";
  const seller = identityOf(invoice.seller);
  const buyer = identityOf(invoice.buyer);
  if (own.some((firm) => isSame(firm, seller))) return "sale";
  if (own.some((firm) => isSame(firm, buyer))) return "purchase";
  const comparable = own.some(
    (firm) =>
      (firm.kvk !== null && seller.kvk !== null) || (firm.vatId !== null && seller.vatId !== null),
  );
  return comparable ? "foreign" : "unknown";
}

/** The numbers and name of a party, each in its one written form. */
export function identityOf(party: Party): FirmIdentity {
  return {
    name: party.name ?? null,
    kvk: writtenOnce(party.kvk, normaliseKvk),
    vatId: writtenOnce(party.vatId, normaliseVatId),
  };
}

/** Whether a name is that of the firm itself. */
export function isOwnName(name: string, own: readonly FirmIdentity[]): boolean {
  const key = normaliseName(name);
  return key !== "" && own.some((firm) => firm.name !== null && normaliseName(firm.name) === key);
}

// Only compared here, never shown: a number that is not well formed still is the same as itself.
function writtenOnce(
  number: string | null | undefined,
  normalise: (text: string) => string | undefined,
): string | null {
  if (number === null || number === undefined) return null;
  const plain = number.replaceAll(/[^A-Za-z0-9]/g, "").toUpperCase();
  return normalise(number) ?? (plain === "" ? null : plain);
}

function isSame(firm: FirmIdentity, party: FirmIdentity): boolean {
  const kvk = writtenOnce(firm.kvk, normaliseKvk);
  const vatId = writtenOnce(firm.vatId, normaliseVatId);
  if (kvk !== null && party.kvk !== null) return kvk === party.kvk;
  if (vatId !== null && party.vatId !== null) return vatId === party.vatId;
  return firm.name !== null && party.name !== null && isOwnName(party.name, [firm]);
}

/** How often each party was seller or buyer, to learn which of them is the firm itself. */
export type PartyCount = {
  invoices: number;
  readonly parties: Map<string, { readonly identity: FirmIdentity; times: number }>;
};

export function countParties(): PartyCount {
  return { invoices: 0, parties: new Map() };
}

export function countInvoice(count: PartyCount, invoice: InvoiceRecord): void {
  if (invoice.seller === undefined) return;
  count.invoices++;
  for (const party of [invoice.seller, invoice.buyer]) {
    const identity = identityOf(party);
    const key = identity.kvk ?? identity.vatId ?? normaliseName(identity.name ?? "");
    if (key === "") continue;
    const known = count.parties.get(key);
    if (known === undefined) count.parties.set(key, { identity, times: 1 });
    else known.times++;
  }
}

const fewest = 3;

/** The firm itself, where one party is on nearly all of three or more invoices; null where none is. */
export function commonParty(counts: readonly PartyCount[]): FirmIdentity | null {
  const together = countParties();
  for (const { invoices, parties } of counts) {
    together.invoices += invoices;
    for (const [key, { identity, times }] of parties) {
      const known = together.parties.get(key);
      if (known === undefined) together.parties.set(key, { identity, times });
      else known.times += times;
    }
  }
  if (together.invoices < fewest) return null;
  const common = [...together.parties.values()].filter(
    ({ times }) => times * 10 >= together.invoices * 9,
  );
  return common.length === 1 ? (common[0]?.identity ?? null) : null;
}
