import { type CopyValue, copyInto, type Tables, type Transaction } from "@koers/database";
import type { BookRecord, TransactionRecord } from "@koers/formats";
import type { Analysis } from "./analyse-file.ts";
import {
  type AttributionRules,
  customerOfLine,
  debtorOfLine,
  receivableEvent,
  seeLines,
  viewTransaction,
} from "./attribute-customer.ts";
import {
  attributionRules,
  type BooksSummary,
  dueDateKey,
  isProfitAndLoss,
} from "./books-summary.ts";
import { recogniseAccount, recogniseByPostings } from "./recognise-account.ts";

/** Rows on their way into one table, a chunk at a time. */
export type RowBuffer = {
  readonly push: (row: readonly CopyValue[]) => void;
  readonly isFull: () => boolean;
  readonly flushFull: () => Promise<void>;
  readonly flush: () => Promise<void>;
};

const chunk = 20_000;

export function rowBuffer<Table extends keyof Tables & string>(
  transaction: Transaction,
  table: Table,
  columns: readonly (keyof Tables[Table] & string)[],
): RowBuffer {
  let rows: (readonly CopyValue[])[] = [];
  async function flush(): Promise<void> {
    if (rows.length === 0) return;
    const full = rows;
    rows = [];
    await copyInto(transaction, table, columns, full);
  }
  return {
    push: (row) => {
      rows.push(row);
    },
    isFull: () => rows.length >= chunk,
    flushFull: async () => {
      if (rows.length >= chunk) await flush();
    },
    flush,
  };
}

export type StoreOptions = {
  readonly organizationId: string;
  readonly importId: number;
  readonly currency: string;
  /** The row of each relation by its key in the system. */
  readonly relationIds: ReadonlyMap<string, string>;
  readonly relationKey: (externalId: string) => string;
  readonly onProgress: (bytes: number) => void;
  readonly signal: AbortSignal | undefined;
  readonly today: string;
};

/**
 * Reads books again and stores what figures rest on: accounts, months per account, the lines of profit
 * and loss but for personnel, and what debtors owe and pay. Bank numbers, free text and payroll lines
 * are never written.
 */
export async function storeBooks(
  transaction: Transaction,
  { file }: Analysis,
  books: BooksSummary,
  options: StoreOptions,
): Promise<void> {
  await storeAccounts(transaction, books, options);
  const lines = rowBuffer(transaction, "ledger_line", [
    ...(["organization_id", "import_id", "sequence", "line", "transaction_sequence"] as const),
    ...(["transaction_number", "journal", "journal_type", "date", "code", "amount"] as const),
    ...(["relation_id", "relation_from", "invoice_reference", "project", "product"] as const),
  ]);
  const events = rowBuffer(transaction, "receivable_event", [
    ...(["organization_id", "import_id", "sequence", "line", "relation_id"] as const),
    ...(["invoice_reference", "event", "date", "due_date", "currency", "amount"] as const),
  ]);
  const store = bookingStore(books, options, lines, events);
  const result = await file.read({
    today: options.today,
    onProgress: options.onProgress,
    ...(options.signal === undefined ? {} : { signal: options.signal }),
    emit: async (records: readonly BookRecord[]) => {
      for (const record of records) if (record.kind === "transaction") store(record);
      await lines.flushFull();
      await events.flushFull();
    },
  });
  await lines.flush();
  await events.flush();
  if (Number(result.totals["lines"] ?? books.lines) !== books.lines)
    throw new Error("the file changed while it was imported");
}

function bookingStore(
  books: BooksSummary,
  options: StoreOptions,
  lines: RowBuffer,
  events: RowBuffer,
): (record: TransactionRecord) => void {
  const { organizationId, importId, currency, relationIds } = options;
  const rules: AttributionRules = attributionRules(books.accounts, books.relations);
  const idOf = (relation: string | null) =>
    relation === null ? null : (relationIds.get(options.relationKey(relation)) ?? null);
  let lineSequence = 0;
  let eventSequence = 0;
  return (record) => {
    const inParts = books.settled.views.get(record.sequence);
    const view = inParts ?? viewTransaction(record.journalType);
    if (inParts === undefined) seeLines(view, record, rules);
    for (const line of record.lines) {
      const account = books.accounts.get(line.account);
      if (account === undefined) continue;
      const reference = referenceOf(line.invoiceReference);
      if (account.recognition.role === "receivables") {
        const debtor = debtorOfLine(view, line);
        const due =
          debtor === null || reference === null
            ? undefined
            : books.dueDates.get(dueDateKey(debtor, reference));
        events.push([
          ...[organizationId, importId, ++eventSequence, line.line, idOf(debtor)],
          ...[reference ?? referenceOf(line.documentReference), receivableEvent(view)],
          ...[record.date, due ?? null, currency, line.amount],
        ]);
      }
      if (!isProfitAndLoss(account) || account.recognition.role === "personnel") continue;
      const customer = customerOfLine(view, line, rules, books.settled.everywhere);
      lines.push([
        ...[organizationId, importId, ++lineSequence, line.line, record.sequence],
        ...[record.number, record.journal, record.journalType ?? null, record.date],
        ...[line.account, line.amount, idOf(customer?.relation ?? null)],
        ...[customer?.from ?? null, reference, line.project ?? null, line.product ?? null],
      ]);
    }
  };
}

// Some packages write "0" where there is no invoice.
function referenceOf(text: string | undefined): string | null {
  return text === undefined || /^0*$/.test(text) ? null : text;
}

async function storeAccounts(
  transaction: Transaction,
  books: BooksSummary,
  { organizationId, importId }: StoreOptions,
): Promise<void> {
  const accounts = [...books.accounts.values()];
  await copyInto(
    transaction,
    "ledger_account",
    [
      ...(["organization_id", "import_id", "code", "line", "description", "type"] as const),
      ...(["rgs_code", "role", "role_evidence"] as const),
    ],
    accounts.map((account) => {
      const chart = account.record ?? { code: account.code };
      // What a person decided stands elsewhere; here is what was recognised, to go back to.
      const recognised =
        account.recognition.evidence === "by-hand"
          ? recogniseByPostings(chart, recogniseAccount(chart), { inSales: account.inSales })
          : account.recognition;
      return [
        ...[organizationId, importId, account.code, account.record?.line ?? 0],
        ...[account.record?.description ?? null, account.record?.type ?? null],
        ...[account.record?.rgsCode ?? null, recognised.role, recognised.evidence],
      ];
    }),
  );
  await copyInto(
    transaction,
    "ledger_month",
    ["organization_id", "import_id", "code", "month", "amount", "lines"],
    accounts.flatMap((account) =>
      [...account.months].map(([month, tally]) => [
        ...[organizationId, importId, account.code, month, tally.amount, tally.lines],
      ]),
    ),
  );
}
