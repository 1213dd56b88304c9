import { type OpenElement, readElements } from "../element/read-elements.ts";
import { minorUnitExponent } from "../money/currency.ts";
import { formatMinor } from "../money/decimal.ts";
import { problemList } from "../problem-list.ts";
import type { ReadOptions, ReadResult } from "../reader.ts";
import type { PaymentRecord } from "../record.ts";
import { refusal } from "../refusal.ts";
import type { Source } from "../source.ts";
import { addEntry, checkStatement, newEntrySums } from "./check-statement.ts";
import { type Entry, readEntry } from "./entry.ts";

const vocabulary = "urn:iso:std:iso:20022:tech:xsd:";

/**
 * Reads bank statements in CAMT.053 (ISO 20022), any version, by local names. One payment per booked
 * entry, or per transaction of a batch whose parts add up. The balances are the control: opening plus
 * entries must be closing, in each statement of the file.
 */
export async function readCamt053(source: Source, options: ReadOptions): Promise<ReadResult> {
  const problems = problemList();
  const sums = new Map<string, { received: bigint; paid: bigint }>();
  let payments = 0;
  let statements = 0;
  let ready: PaymentRecord[] = [];
  let entries = newEntrySums();

  function take(entry: Entry, line: number): void {
    addEntry(entries, entry);
    if (!entry.booked) {
      problems.add({ code: "ENTRY_NOT_BOOKED", severity: "note", place: { line }, field: "Sts" });
    }
    for (const payment of entry.payments) {
      warnOfFuture(payment);
      payments += 1;
      const sum = sums.get(payment.currency) ?? { received: 0n, paid: 0n };
      if (payment.amount < 0n) sum.paid -= payment.amount;
      else sum.received += payment.amount;
      sums.set(payment.currency, sum);
      ready.push(payment);
    }
  }

  function warnOfFuture({ date, line }: PaymentRecord): void {
    if (date <= options.today) return;
    problems.add({
      code: "DATE_FUTURE",
      severity: "flag",
      place: { line },
      field: "BookgDt",
      found: date,
      expected: options.today,
    });
  }

  async function emitReady(): Promise<void> {
    const records = ready;
    ready = [];
    if (records.length > 0 && !problems.refused) await options.emit(records);
  }

  const read = await readElements(source, {
    onRoot: checkRoot,
    isKnown: (namespace) => namespace.startsWith(vocabulary),
    isPart: (name, parent) =>
      (name === "Ntry" && parent === "Stmt") || (name === "Stmt" && parent === "BkToCstmrStmt"),
    onPart(part) {
      if (part.name === "Ntry") {
        const entry = readEntry(part, problems);
        if (entry !== undefined) take(entry, part.line);
        return;
      }
      statements += 1;
      // With an entry missing the sums say nothing.
      if (!problems.refused) checkStatement(part, entries, problems);
      entries = newEntrySums();
    },
    afterPiece: emitReady,
    signal: options.signal,
    onProgress: options.onProgress,
  });
  for (const problem of read.problems) problems.add(problem);
  if (read.root !== undefined && statements === 0) {
    problems.add({
      code: "NOT_A_STATEMENT",
      severity: "refuse",
      place: { line: read.root.line },
      field: read.root.name,
      found: read.root.children[0]?.name ?? read.root.name,
    });
  }
  return {
    format: "camt.053",
    ...(read.encoding !== undefined && { encoding: read.encoding }),
    problems: problems.toArray(),
    totals: { statements, payments, ...Object.fromEntries([...sums].flatMap(written)) },
  };
}

function written([currency, { received, paid }]: [string, { received: bigint; paid: bigint }]) {
  const exponent = minorUnitExponent(currency) ?? 2;
  return [
    [`received ${currency}`, formatMinor(received, exponent)],
    [`paid ${currency}`, formatMinor(paid, exponent)],
  ] as const;
}

function checkRoot({ name, namespace, line }: OpenElement): void {
  const common = { severity: "refuse", place: { line }, field: name } as const;
  if (name !== "Document") throw refusal({ ...common, code: "NOT_A_STATEMENT", found: name });
  if (!namespace.startsWith(vocabulary)) {
    throw refusal({ ...common, code: "NAMESPACE", found: namespace });
  }
  const message = namespace.slice(vocabulary.length);
  if (!message.startsWith("camt.053.")) {
    throw refusal({ ...common, code: "NOT_A_STATEMENT", found: message });
  }
}
