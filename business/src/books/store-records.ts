import {
  copyInto,
  ensurePersons,
  insertNewActivities,
  openInvoices,
  type Transaction,
} from "@koers/database";
import type { BookRecord, HourRecord, InvoiceRecord } from "@koers/formats";
import type { Analysis } from "./analyse-file.ts";
import { activityOf, entryHash, personOf } from "./hour-parts.ts";
import { type ImportedRelation, relationByName } from "./imported-relation.ts";
import { matchPayments } from "./match-payment.ts";
import { type FirmIdentity, sideOf } from "./own-side.ts";
import {
  hourRelation,
  invoiceRelation,
  partyRelation,
  type RecordsSummary,
} from "./records-summary.ts";
import { type RowBuffer, rowBuffer, type StoreOptions } from "./store-books.ts";

export type StoreRecordsOptions = Omit<StoreOptions, "relationKey"> & {
  readonly sourceSystemId: number;
  readonly own: readonly FirmIdentity[];
  readonly activityKinds: Readonly<Record<string, string>>;
  readonly newId: () => string;
};

/** Reads a file of anything but books again and stores its rows. */
export async function storeRecords(
  transaction: Transaction,
  analysis: Analysis,
  records: RecordsSummary,
  options: StoreRecordsOptions,
): Promise<void> {
  if (records.payments.length > 0) {
    await storePayments(transaction, records, options);
    return;
  }
  const buffers = tableBuffers(transaction);
  const store = recordStore(await hourKeys(transaction, records, options), buffers, options);
  await analysis.file.read({
    today: options.today,
    onProgress: options.onProgress,
    ...(options.signal === undefined ? {} : { signal: options.signal }),
    emit: async (batch: readonly BookRecord[]) => {
      for (const record of batch) store(record);
      for (const buffer of Object.values(buffers)) await buffer.flushFull();
    },
  });
  for (const buffer of Object.values(buffers)) await buffer.flush();
}

function tableBuffers(transaction: Transaction) {
  const own = ["organization_id", "import_id", "sequence", "line"] as const;
  const invoices = rowBuffer(transaction, "invoice", [
    ...own,
    ...(["entry", "number", "type", "issue_date", "due_date", "paid_date"] as const),
    ...(["currency", "net", "gross", "relation_id", "project"] as const),
  ]);
  const lines = rowBuffer(transaction, "invoice_line", [
    ...own,
    ...(["invoice_sequence", "item", "net", "quantity", "unit", "discount", "project"] as const),
  ]);
  return {
    invoices,
    invoiceLines: {
      ...lines,
      // Invoices before their lines, which refer to them.
      async flushFull() {
        if (lines.isFull()) await invoices.flush();
        await lines.flushFull();
      },
    },
    hours: rowBuffer(transaction, "hour_entry", [
      ...own,
      ...(["date", "seconds", "person_id", "relation_id", "project", "activity_key"] as const),
      ...(["billable", "currency", "bill_amount", "cost_amount", "entry_hash"] as const),
      ...(["occurrence", "source_system_id"] as const),
    ]),
    contacts: rowBuffer(transaction, "contact", [
      ...own,
      ...(["relation_id", "name", "email", "phone", "role"] as const),
    ]),
    projects: rowBuffer(transaction, "project", [
      ...own,
      ...(["code", "name", "relation_id", "start_date", "end_date"] as const),
      ...(["budget_hours", "budget_amount", "currency"] as const),
    ]),
    events: rowBuffer(transaction, "receivable_event", [
      ...own,
      ...(["relation_id", "invoice_reference", "event", "date", "due_date"] as const),
      ...(["currency", "amount"] as const),
    ]),
  };
}

type Buffers = Readonly<Record<keyof ReturnType<typeof tableBuffers>, RowBuffer>>;

async function hourKeys(
  transaction: Transaction,
  records: RecordsSummary,
  { organizationId, activityKinds, newId }: StoreRecordsOptions,
): Promise<ReadonlyMap<string, string>> {
  await insertNewActivities(
    transaction,
    organizationId,
    [...records.activities.values()].map(({ key, name, kind, kindFrom }) => {
      const said = activityKinds[name];
      return said === undefined
        ? { key, name, kind, kindFrom }
        : { key, name, kind: said as typeof kind, kindFrom: "by-hand" as const };
    }),
  );
  if (records.persons.size === 0) return new Map();
  return ensurePersons(
    transaction,
    organizationId,
    [...records.persons].map(([nameKey, { name, email }]) => ({
      personId: newId(),
      ...{ name, nameKey, email },
    })),
  );
}

function recordStore(
  personIds: ReadonlyMap<string, string>,
  buffers: Buffers,
  options: StoreRecordsOptions,
): (record: BookRecord) => void {
  const { organizationId, importId, relationIds, own } = options;
  const occurrences = new Map<string, number>();
  let sequence = 0;
  let lineSequence = 0;
  const idOf = (relation: ImportedRelation | null) =>
    relation === null ? null : (relationIds.get(relation.key) ?? null);
  const owner = (line: number) => [organizationId, importId, ++sequence, line];

  function storeInvoice(record: InvoiceRecord): void {
    if (sideOf(record, own) === "purchase") return;
    const relationId = idOf(invoiceRelation(record));
    if (relationId === null) return;
    buffers.invoices.push([
      ...owner(record.line),
      ...[record.entry ?? null, record.number, record.type, record.issueDate],
      ...[record.dueDate ?? null, record.paidDate ?? null, record.currency],
      ...[record.net ?? null, record.gross ?? null, relationId, record.project ?? null],
    ]);
    for (const line of record.lines)
      buffers.invoiceLines.push([
        ...[organizationId, importId, ++lineSequence, line.line, sequence],
        ...[line.item ?? null, line.net, line.quantity ?? null, line.unit ?? null],
        ...[line.discount ?? null, line.project ?? null],
      ]);
  }

  function storeHour(record: HourRecord): void {
    const hash = entryHash(record);
    const key = Buffer.from(hash).toString("latin1");
    const occurrence = (occurrences.get(key) ?? 0) + 1;
    occurrences.set(key, occurrence);
    const personId = personIds.get(personOf(record).key);
    if (personId === undefined) throw new Error("a person that the first reading did not see");
    const bill = record.billAmount ?? forTime(record.billRate, record.seconds);
    const cost = record.costAmount ?? forTime(record.costRate, record.seconds);
    buffers.hours.push([
      ...owner(record.line),
      ...[record.date, record.seconds, personId, idOf(hourRelation(record, own))],
      ...[record.projectCode ?? record.project ?? null, activityOf(record).key],
      ...[record.billable ?? null, record.currency ?? null, bill, cost],
      ...[hash, occurrence, options.sourceSystemId],
    ]);
  }

  return (record) => {
    switch (record.kind) {
      case "invoice":
        return storeInvoice(record);
      case "hour":
        return storeHour(record);
      case "contact": {
        const both = [record.firstName, record.lastName].filter((part) => part !== undefined);
        const name = record.name ?? (both.join(" ") || record.email) ?? "-";
        return buffers.contacts.push([
          ...owner(record.line),
          ...[idOf(partyRelation(record, false)), name],
          ...[record.email ?? null, record.phone ?? null, record.role ?? null],
        ]);
      }
      case "project":
        return buffers.projects.push([
          ...owner(record.line),
          ...[record.code ?? record.externalId ?? record.name, record.name],
          ...[idOf(partyRelation(record, true)), record.startDate ?? null, record.endDate ?? null],
          ...[record.budgetHours ?? null, record.budgetAmount ?? null, record.currency ?? null],
        ]);
      case "open-item": {
        const relation = relationByName(
          record.line,
          record.customer,
          record.customerExternalId,
          true,
        );
        return buffers.events.push([
          ...owner(record.line),
          ...[idOf(relation), record.number, "open"],
          ...[record.invoiceDate ?? record.dueDate ?? options.today, record.dueDate ?? null],
          ...[record.currency ?? options.currency, record.outstanding],
        ]);
      }
      default:
        return;
    }
  };
}

// An hourly rate times the time worked, rounded once, half away from zero.
function forTime(rate: bigint | undefined, seconds: number): bigint | null {
  if (rate === undefined) return null;
  const product = rate * BigInt(seconds);
  const half = product < 0n ? -1800n : 1800n;
  return (product + half) / 3600n;
}

async function storePayments(
  transaction: Transaction,
  records: RecordsSummary,
  { organizationId, importId }: StoreRecordsOptions,
): Promise<void> {
  const invoices = await openInvoices(transaction, organizationId);
  const { matched } = matchPayments(records.payments, invoices);
  await copyInto(
    transaction,
    "receivable_event",
    [
      ...(["organization_id", "import_id", "sequence", "line", "relation_id"] as const),
      ...(["invoice_reference", "event", "date", "currency", "amount"] as const),
    ],
    matched.map((payment, at) => [
      ...[organizationId, importId, at + 1, payment.line, payment.invoice.relationId],
      ...[payment.invoice.number, "payment", payment.date, payment.currency, -payment.amount],
    ]),
  );
}
