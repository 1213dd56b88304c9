import { formatMinor } from "../money/decimal.ts";
import type { Place } from "../problem.ts";
import type { JournalRecord, JournalType, TransactionLine, TransactionRecord } from "../record.ts";
import type { Writable } from "../writable.ts";
import type { XafContext } from "./xaf-context.ts";
import { createControl } from "./xaf-control.ts";
import { readTransactionLine } from "./xaf-transaction-line.ts";
import { readJournalType } from "./xaf-vocabulary.ts";

// A transaction with more lines is handed out in parts of this many.
const linesOfPart = 1000;
// Line numbers are remembered up to here to find the same one twice.
const mostNumbers = 50_000;

type Journal = {
  readonly code: string;
  readonly type?: JournalType;
  readonly offsetAccount?: string;
};

/** Reads the journals with their transactions and lines, and adds them up. */
export function readTransactions(context: XafContext): { finish(): void } {
  const { plans, problems, fields, controls, counts, emit } = context;
  const { transactions, journal, transaction, trLine } = plans;
  const control = createControl();
  const outside = createYearCheck(context);
  const journalsEmitted = new Set<string>();

  let current: Journal | undefined;
  let lines: TransactionLine[] = [];
  let part = 0;
  let balance = 0n;
  let touchesOffset = false;
  let readable = true;
  const numbers = new Set<string>();
  let repeats = false;
  let place: Place = {};

  transactions.begin = control.reset;
  transactions.end = () => {
    controls.push(control.close(transactions, problems));
  };

  journal.begin = () => {
    current = undefined;
  };
  journal.end = () => {
    settleJournal();
  };

  transaction.begin = () => {
    place = { line: transaction.line, column: transaction.column };
    lines = [];
    part = 0;
    balance = 0n;
    touchesOffset = false;
    readable = true;
    repeats = false;
    numbers.clear();
  };

  trLine.end = () => {
    control.addLine();
    counts.lines += 1;
    const line = readTransactionLine(context, control);
    if (line === undefined) {
      readable = false;
      return;
    }
    balance += line.amount;
    touchesOffset ||= line.account === settleJournal()?.offsetAccount;
    checkNumber(line.number);
    lines.push(line);
    if (lines.length >= linesOfPart) emitPart(false);
  };

  transaction.end = () => {
    counts.transactions += 1;
    control.addTransaction();
    emitPart(true);
    checkBalance();
  };

  /** The journal around, known once its first transaction is read; emitted when first seen. */
  function settleJournal(): Journal | undefined {
    if (current !== undefined) return current;
    const code = fields.identifier(journal, "jrnID");
    if (code === undefined) {
      current = { code: "" };
      return current;
    }
    const type = readJournalType(fields.text(journal, "jrnTp") ?? "");
    const offsetAccount = fields.raw(journal, "offsetAccID");
    const description = fields.text(journal, "desc");
    const record: Writable<JournalRecord> = { kind: "journal", line: journal.line, code };
    if (description !== undefined) record.description = description;
    if (type !== undefined) record.type = type;
    if (offsetAccount !== undefined) record.offsetAccount = offsetAccount;
    if (!journalsEmitted.has(code)) {
      journalsEmitted.add(code);
      emit(record);
    }
    current = record;
    return current;
  }

  /** Hands out the lines so far. Before the end only when number and date are known already. */
  function emitPart(isLast: boolean): void {
    if (!isLast && (fields.raw(transaction, "nr") === undefined || !hasDate())) return;
    if (!readable) {
      lines = [];
      if (!isLast) return;
    }
    const { code, type } = settleJournal() ?? { code: "" };
    const number = isLast ? fields.identifier(transaction, "nr") : fields.raw(transaction, "nr");
    const date = isLast ? fields.requiredDate(transaction, "trDt") : fields.dates(rawDate());
    const period = readPeriod(isLast);
    if (date !== undefined && isLast) outside.check(date, fields.placeOf(transaction, "trDt"));
    if (number === undefined || date === undefined || !readable) return;
    const record: Writable<TransactionRecord> = {
      kind: "transaction",
      line: transaction.line,
      sequence: counts.transactions + (isLast ? 0 : 1),
      part,
      journal: code,
      number,
      date,
      lines,
    };
    const description = fields.text(transaction, "desc");
    if (type !== undefined) record.journalType = type;
    if (description !== undefined) record.description = description;
    if (period !== undefined) record.period = period;
    emit(record);
    lines = [];
    part += 1;
  }

  function rawDate(): string {
    return transaction.values[transaction.slots.trDt] ?? "";
  }

  function hasDate(): boolean {
    return fields.dates(rawDate()) !== undefined;
  }

  function readPeriod(report: boolean): string | undefined {
    const period = fields.text(transaction, "periodNumber");
    if (period === undefined || /^\d{1,3}$/.test(period)) return period;
    if (report) fields.complain("PERIOD_FORMAT", transaction, "periodNumber", "flag", "0-999");
    return period;
  }

  /** Packages that book the counter account once per journal leave it out of each transaction. */
  function checkBalance(): void {
    if (balance === 0n || !readable) return;
    if (current?.offsetAccount !== undefined && !touchesOffset) return;
    const number = fields.raw(transaction, "nr") ?? "";
    problems.add({
      code: "TRANSACTION_UNBALANCED",
      severity: "flag",
      place,
      field: "transaction",
      found: `${current?.code ?? ""} ${number} (${formatMinor(balance, 2)})`,
    });
  }

  function checkNumber(number: string): void {
    if (!numbers.has(number)) {
      if (numbers.size < mostNumbers) numbers.add(number);
      return;
    }
    // Once for each transaction: packages that number so, number all lines so.
    if (!repeats) fields.complain("DUPLICATE_LINE_NR", trLine, "nr", "flag");
    repeats = true;
  }

  return {
    finish() {
      outside.finish();
      if (counts.lines > 0) return;
      problems.add({
        code: "NO_TRANSACTIONS",
        severity: "flag",
        place: { line: transactions.line || plans.auditfile.line },
        field: "transactions",
      });
    },
  };
}

/** Flags transaction dates outside the year of the header, which may also come after them. */
function createYearCheck({ administration, problems }: XafContext) {
  type Seen = { readonly date: string; readonly place: Place };
  let first: Seen | undefined;
  let last: Seen | undefined;

  function flag({ date, place }: Seen): void {
    problems.add({
      code: "DATE_OUTSIDE_YEAR",
      severity: "flag",
      place,
      field: "transaction/trDt",
      found: date,
      expected: `${administration.startDate ?? ""} - ${administration.endDate ?? ""}`,
    });
  }

  function isOutside(date: string): boolean {
    const { startDate, endDate } = administration;
    return (
      (startDate !== undefined && date < startDate) || (endDate !== undefined && date > endDate)
    );
  }

  return {
    check(date: string, place: Place): void {
      if (administration.startDate === undefined && administration.endDate === undefined) {
        if (first === undefined || date < first.date) first = { date, place };
        if (last === undefined || date > last.date) last = { date, place };
      } else if (isOutside(date)) {
        flag({ date, place });
      }
    },
    finish(): void {
      if (first !== undefined && isOutside(first.date)) flag(first);
      if (last !== undefined && last !== first && isOutside(last.date)) flag(last);
    },
  };
}
