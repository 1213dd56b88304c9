import type {
  BookRecord,
  ContactRecord,
  HourRecord,
  InvoiceRecord,
  PaymentRecord,
  ProjectRecord,
} from "@koers/formats";
import { type Activity, activityOf, personOf } from "./hour-parts.ts";
import {
  type ImportedRelation,
  mergeFields,
  relationByName,
  relationFromParty,
  relationFromRecord,
} from "./imported-relation.ts";
import {
  countInvoice,
  countParties,
  type FirmIdentity,
  isOwnName,
  type PartyCount,
  sideOf,
} from "./own-side.ts";

/** A payment as far as it is needed to find the invoice that it pays. */
export type SeenPayment = Pick<
  PaymentRecord,
  "line" | "date" | "currency" | "amount" | "counterparty" | "remittance"
>;

/** A file of anything but books, read once: all that a preview says, without its rows. */
export type RecordsSummary = {
  readonly relations: ReadonlyMap<string, ImportedRelation>;
  readonly counts: Readonly<Record<string, number>>;
  readonly from: string | undefined;
  readonly to: string | undefined;
  /** Net of VAT by currency, of invoices. */
  readonly net: ReadonlyMap<string, bigint>;
  readonly seconds: bigint;
  readonly activities: ReadonlyMap<string, Activity & { seconds: bigint }>;
  readonly persons: ReadonlyMap<string, { readonly name: string; readonly email: string | null }>;
  readonly payments: readonly SeenPayment[];
  readonly purchases: { readonly count: number; readonly first: InvoicePlace | undefined };
  readonly foreign: { readonly count: number; readonly first: InvoicePlace | undefined };
  /** Invoices that only say what they come to including VAT. */
  readonly withoutNet: { readonly count: number; readonly first: InvoicePlace | undefined };
  readonly parties: PartyCount;
};

export type InvoicePlace = Pick<InvoiceRecord, "line" | "entry" | "number">;

export type RecordsSummaryBuilder = {
  readonly add: (record: BookRecord) => void;
  readonly end: () => RecordsSummary;
};

/** Sums up invoices, hours, lists or payments while they stream by. `own` is the firm itself. */
export function summariseRecords(own: readonly FirmIdentity[]): RecordsSummaryBuilder {
  const relations = new Map<string, ImportedRelation>();
  const counts: Record<string, number> = {};
  const range = { from: undefined as string | undefined, to: undefined as string | undefined };
  const net = new Map<string, bigint>();
  const activities = new Map<string, Activity & { seconds: bigint }>();
  const persons = new Map<string, { name: string; email: string | null }>();
  const payments: SeenPayment[] = [];
  const purchases = { count: 0, first: undefined as InvoicePlace | undefined };
  const foreign = { count: 0, first: undefined as InvoicePlace | undefined };
  const withoutNet = { count: 0, first: undefined as InvoicePlace | undefined };
  const parties = countParties();
  let seconds = 0n;

  function count(what: string, times = 1): void {
    counts[what] = (counts[what] ?? 0) + times;
  }

  function cover(date: string | undefined): void {
    if (date === undefined) return;
    if (range.from === undefined || date < range.from) range.from = date;
    if (range.to === undefined || date > range.to) range.to = date;
  }

  function meet(relation: ImportedRelation | null): void {
    if (relation === null) return;
    const known = relations.get(relation.key);
    if (known === undefined) relations.set(relation.key, relation);
    else if (known.fields !== relation.fields && saysMore(known, relation))
      relations.set(relation.key, {
        ...known,
        fields: mergeFields(known.fields, relation.fields),
      });
  }

  function addInvoice(record: InvoiceRecord): void {
    countInvoice(parties, record);
    const side = sideOf(record, own);
    if (side === "purchase" || side === "foreign") {
      const seen = side === "purchase" ? purchases : foreign;
      seen.count++;
      seen.first ??= placeOf(record);
      if (side === "purchase") return;
    }
    const relation = invoiceRelation(record);
    if (relation === null) return;
    meet(relation);
    count(record.type === "invoice" ? "invoices" : "creditNotes");
    if (record.lines.length > 0) count("invoiceLines", record.lines.length);
    cover(record.issueDate);
    if (record.net === undefined) {
      withoutNet.count++;
      withoutNet.first ??= placeOf(record);
    }
    net.set(record.currency, (net.get(record.currency) ?? 0n) + (record.net ?? 0n));
  }

  function addHour(record: HourRecord): void {
    count("hours");
    cover(record.date);
    meet(hourRelation(record, own));
    seconds += BigInt(record.seconds);
    const activity = activityOf(record);
    const known = activities.get(activity.key);
    if (known === undefined)
      activities.set(activity.key, { ...activity, seconds: BigInt(record.seconds) });
    else known.seconds += BigInt(record.seconds);
    const person = personOf(record);
    if (!persons.has(person.key))
      persons.set(person.key, { name: person.name, email: record.personEmail ?? null });
  }

  return {
    add(record) {
      switch (record.kind) {
        case "invoice":
          return addInvoice(record);
        case "hour":
          return addHour(record);
        case "relation":
          count("customers");
          return meet(relationFromRecord(record, record.role !== "supplier"));
        case "contact":
          count("contacts");
          return meet(partyRelation(record, false));
        case "project":
          count("projects");
          return meet(partyRelation(record, true));
        case "open-item":
          count("openItems");
          cover(record.invoiceDate);
          return meet(
            relationByName(record.line, record.customer, record.customerExternalId, true),
          );
        case "payment": {
          count("payments");
          cover(record.date);
          const { line, date, currency, amount, counterparty, remittance } = record;
          const texts = {
            ...(counterparty === undefined ? {} : { counterparty }),
            ...(remittance === undefined ? {} : { remittance }),
          };
          payments.push({ line, date, currency, amount, ...texts });
          return;
        }
        default:
          return;
      }
    },
    end: () => ({
      ...{ relations, counts, net, seconds, activities, persons, payments },
      ...{ purchases, foreign, withoutNet, parties, ...range },
    }),
  };
}

/** The customer on an invoice; null where it names nobody. */
export function invoiceRelation(record: InvoiceRecord): ImportedRelation | null {
  // A list has our own customer numbers; an e-invoice has the buyer's.
  return relationFromParty(record.buyer, record.line, record.seller === undefined);
}

/** The customer that was worked for; null for work for nobody and for the firm itself. */
export function hourRelation(
  record: HourRecord,
  own: readonly FirmIdentity[],
): ImportedRelation | null {
  if (record.customer !== undefined && isOwnName(record.customer, own)) return null;
  return relationByName(record.line, record.customer, record.customerExternalId, true);
}

/** The firm that a contact or a project belongs to. */
export function partyRelation(
  record: ContactRecord | ProjectRecord,
  customer: boolean,
): ImportedRelation | null {
  return relationByName(record.line, record.customer, record.customerExternalId, customer);
}

function saysMore(known: ImportedRelation, more: ImportedRelation): boolean {
  const { fields } = known;
  if (more.fields.customer && !fields.customer) return true;
  return (["kvk", "vatId", "emailDomain", "postcode", "city", "country"] as const).some(
    (field) => fields[field] === undefined && more.fields[field] !== undefined,
  );
}

function placeOf({ line, entry, number }: InvoiceRecord): InvoicePlace {
  return { line, number, ...(entry === undefined ? {} : { entry }) };
}
