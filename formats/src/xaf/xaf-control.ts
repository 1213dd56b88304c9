import { formatMinor } from "../money/decimal.ts";
import type { Place, Problem } from "../problem.ts";
import type { ProblemCode } from "../problem-code.ts";
import type { ProblemList } from "../problem-list.ts";
import type { Format } from "../reader.ts";
import type { Writable } from "../writable.ts";
import { parseXafAmount } from "./xaf-amount.ts";
import { amountExample } from "./xaf-field.ts";
import type { XafSection } from "./xaf-plan.ts";

type TotalField = "linesCount" | "totalDebit" | "totalCredit";

/** What was counted in a section, and what the section itself says. */
export type ControlTotals = {
  /** As in the problems: `transactions`, `openingBalance`, `subledger`. */
  readonly section: string;
  readonly lines: number;
  readonly transactions: number;
  readonly debit: bigint;
  readonly credit: bigint;
  /** False when an amount could not be read: the sums are then bound to differ. */
  readonly readable: boolean;
  readonly declared: Readonly<Record<TotalField, Declared | undefined>>;
};

type Declared = { readonly value: bigint; readonly place: Place };

/** Adds up the lines of one section while they pass. */
export function createControl() {
  let lines = 0;
  let transactions = 0;
  let debit = 0n;
  let credit = 0n;
  let readable = true;
  return {
    reset(): void {
      readable = true;
      lines = 0;
      transactions = 0;
      debit = 0n;
      credit = 0n;
    },
    addTransaction(): void {
      transactions += 1;
    },
    addLine(): void {
      lines += 1;
    },
    /** The sign of an amount counts: a negative debit lowers the debit total. */
    addDebit(amount: bigint): void {
      debit += amount;
    },
    addCredit(amount: bigint): void {
      credit += amount;
    },
    /** An amount in the section was reported as unreadable. */
    addUnreadable(): void {
      readable = false;
    },
    /** Reads the declared totals of the section that ends here. */
    close(section: XafSection<TotalField>, problems: ProblemList): ControlTotals {
      const declared = {
        linesCount: readCount(section, problems),
        totalDebit: readTotal(section, "totalDebit", problems),
        totalCredit: readTotal(section, "totalCredit", problems),
      };
      return { section: section.name, lines, transactions, debit, credit, readable, declared };
    },
  };
}

/**
 * Compares what was counted (`found`) with what was declared (`expected`); each difference refuses the file. Where books came in
 * several files, each may declare its own share or all of them the whole.
 */
export function checkControls(
  all: readonly ControlTotals[],
  problems: ProblemList,
  format: Format | undefined,
): void {
  const booked = all.filter(({ section }) => section === "transactions");
  const whole = booked.length > 1 ? sharedTotals(booked) : undefined;
  for (const totals of all) {
    if (whole === undefined || totals.section !== "transactions")
      checkControl(totals, problems, format);
  }
  if (whole !== undefined) checkControl(whole, problems, format);
}

/** The whole, when every file declares the same totals and these are not its own. */
function sharedTotals(booked: readonly ControlTotals[]): ControlTotals | undefined {
  const [first, ...others] = booked as [Writable<ControlTotals>, ...ControlTotals[]];
  const fields = ["linesCount", "totalDebit", "totalCredit"] as const;
  const same = others.every(({ declared }) =>
    fields.every((field) => declared[field]?.value === first.declared[field]?.value),
  );
  const own = booked.every(
    ({ declared, debit, credit }) =>
      declared.totalDebit?.value === debit && declared.totalCredit?.value === credit,
  );
  if (!same || own) return undefined;
  const whole = { ...first };
  for (const next of others) {
    whole.lines += next.lines;
    whole.transactions += next.transactions;
    whole.debit += next.debit;
    whole.credit += next.credit;
    whole.readable &&= next.readable;
  }
  return whole;
}

function checkControl(
  totals: ControlTotals,
  problems: ProblemList,
  format: Format | undefined,
): void {
  const { section, declared } = totals;
  const opening = section === "openingBalance";
  const { linesCount } = declared;
  const moneyAgrees =
    declared.totalDebit?.value === totals.debit && declared.totalCredit?.value === totals.credit;
  // Some packages count bookings instead of lines; in XAF 2 that is what the field is for. When every
  // cent agrees nothing is missing.
  const bookings = totals.transactions > 0 && linesCount?.value === BigInt(totals.transactions);
  const wrong = linesCount !== undefined && linesCount.value !== BigInt(totals.lines);
  if (wrong && !(bookings && format === "xaf-2")) {
    problems.add({
      code: opening ? "OB_LINES_COUNT_MISMATCH" : "LINES_COUNT_MISMATCH",
      severity: bookings && moneyAgrees ? "flag" : "refuse",
      place: linesCount.place,
      field: `${section}/linesCount`,
      found: totals.lines.toString(),
      expected: linesCount.value.toString(),
    });
  }
  checkMoney(totals, problems);
}

function checkMoney(totals: ControlTotals, problems: ProblemList): void {
  if (!totals.readable) return;
  checkTotal(totals, "totalDebit", totals.debit, problems);
  checkTotal(totals, "totalCredit", totals.credit, problems);
}

function checkTotal(
  { section, declared }: ControlTotals,
  field: "totalDebit" | "totalCredit",
  counted: bigint,
  problems: ProblemList,
): void {
  const total = declared[field];
  if (total === undefined || total.value === counted) return;
  problems.add({
    code: mismatchCode(section, field),
    severity: "refuse",
    place: total.place,
    field: `${section}/${field}`,
    found: formatMinor(counted, 2),
    expected: formatMinor(total.value, 2),
  });
}

function mismatchCode(section: string, field: "totalDebit" | "totalCredit"): ProblemCode {
  if (section === "openingBalance") {
    return field === "totalDebit" ? "OB_TOTAL_DEBIT_MISMATCH" : "OB_TOTAL_CREDIT_MISMATCH";
  }
  return field === "totalDebit" ? "TOTAL_DEBIT_MISMATCH" : "TOTAL_CREDIT_MISMATCH";
}

function readCount(section: XafSection<TotalField>, problems: ProblemList): Declared | undefined {
  const text = section.values[section.slots.linesCount];
  const common = commonOf(section, "linesCount");
  if (text === undefined) {
    problems.add({ ...common, code: "CONTROL_TOTAL_MISSING" });
    return undefined;
  }
  const digits = /^[ \t\r\n]*\+?(\d{1,15})[ \t\r\n]*$/.exec(text)?.[1];
  if (digits === undefined) {
    problems.add({ ...common, code: "LINES_COUNT_FORMAT", found: text });
    return undefined;
  }
  return { value: BigInt(digits), place: common.place };
}

function readTotal(
  section: XafSection<TotalField>,
  field: "totalDebit" | "totalCredit",
  problems: ProblemList,
): Declared | undefined {
  const text = section.values[section.slots[field]];
  const common = commonOf(section, field);
  if (text === undefined) {
    problems.add({ ...common, code: "CONTROL_TOTAL_MISSING" });
    return undefined;
  }
  const value = parseXafAmount(text);
  if (value === undefined) {
    problems.add({ ...common, code: "AMOUNT_FORMAT", found: text, expected: amountExample });
    return undefined;
  }
  return { value, place: common.place };
}

function commonOf(section: XafSection<TotalField>, field: TotalField) {
  const slot = section.slots[field];
  const there = section.values[slot] !== undefined;
  const line = there ? (section.lines[slot] ?? section.line) : section.line;
  const column = there ? (section.columns[slot] ?? section.column) : section.column;
  return {
    severity: "refuse",
    place: { line, column },
    field: `${section.name}/${field}`,
  } satisfies Omit<Problem, "code">;
}
