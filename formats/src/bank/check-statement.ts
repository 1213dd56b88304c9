import { childrenOf, type Element, find, textAt } from "../element/element.ts";
import { minorUnitExponent } from "../money/currency.ts";
import { formatMinor, parseDecimal } from "../money/decimal.ts";
import type { ProblemCode } from "../problem-code.ts";
import type { ProblemList } from "../problem-list.ts";
import { type Entry, type Money, readSignedAmount } from "./entry.ts";

/** What the entries of one statement add up to, kept while they pass. */
export type EntrySums = {
  readonly currencies: Set<string>;
  count: number;
  creditCount: number;
  debitCount: number;
  booked: bigint;
  credit: bigint;
  debit: bigint;
};

export function newEntrySums(): EntrySums {
  return {
    currencies: new Set(),
    count: 0,
    creditCount: 0,
    debitCount: 0,
    booked: 0n,
    credit: 0n,
    debit: 0n,
  };
}

/** Adds an entry to the sums. */
export function addEntry(sums: EntrySums, entry: Entry): void {
  sums.currencies.add(entry.currency);
  sums.count += 1;
  if (entry.booked) sums.booked += entry.amount;
  if (entry.amount < 0n) {
    sums.debitCount += 1;
    sums.debit -= entry.amount;
  } else {
    sums.creditCount += 1;
    sums.credit += entry.amount;
  }
}

/**
 * Checks a statement against what it says of itself: opening balance plus booked entries is the closing
 * balance, and the numbers and sums of its summary, where it has one. Where balances are missing or in
 * another currency than the entries the check cannot be made, and that is said.
 */
export function checkStatement(statement: Element, sums: EntrySums, problems: ProblemList): void {
  checkBalance(statement, sums, problems);
  const summary = find(statement, "TxsSummry");
  checkGroup(find(summary, "TtlNtries"), sums.count, sums.credit + sums.debit, sums, problems);
  checkGroup(find(summary, "TtlCdtNtries"), sums.creditCount, sums.credit, sums, problems);
  checkGroup(find(summary, "TtlDbtNtries"), sums.debitCount, sums.debit, sums, problems);
}

function checkBalance(statement: Element, sums: EntrySums, problems: ProblemList): void {
  // The previous closing balance is the opening one under another name.
  const opening = balance(statement, ["OPBD", "PRCD"], problems);
  const closing = balance(statement, ["CLBD"], problems);
  const currencies = new Set(sums.currencies);
  for (const one of [opening, closing]) if (one !== undefined) currencies.add(one.currency);
  if (opening === undefined || closing === undefined || currencies.size > 1) {
    problems.add({
      code: "BALANCE_NOT_CHECKED",
      severity: currencies.size > 1 ? "flag" : "note",
      place: { line: statement.line },
      field: "Bal",
      ...(currencies.size > 1 && { found: [...currencies].join(", ") }),
    });
    return;
  }
  const computed = opening.amount + sums.booked;
  if (computed === closing.amount) return;
  mismatch("BALANCE_MISMATCH", statement, "CLBD", computed, closing, problems);
}

function balance(
  statement: Element,
  codes: readonly string[],
  problems: ProblemList,
): Money | undefined {
  for (const code of codes) {
    const found = childrenOf(statement, "Bal").filter(
      (one) => textAt(one, "Tp/CdOrPrtry/Cd") === code,
    );
    // Statements over several days repeat the pair per day: the first opens, the last closes.
    const chosen = code === "CLBD" ? found.at(-1) : found[0];
    if (chosen !== undefined) return readSignedAmount(chosen, problems);
  }
  return undefined;
}

function checkGroup(
  group: Element | undefined,
  count: number,
  sum: bigint,
  sums: EntrySums,
  problems: ProblemList,
): void {
  const number = find(group, "NbOfNtries");
  if (number !== undefined && Number(number.text.trim()) !== count) {
    problems.add({
      code: "CONTROL_COUNT_MISMATCH",
      severity: "refuse",
      place: { line: number.line },
      field: group?.name ?? "",
      found: String(count),
      expected: number.text.trim(),
    });
  }
  const declared = find(group, "Sum");
  const [currency] = sums.currencies;
  if (declared === undefined || sums.currencies.size > 1) return;
  const exponent = minorUnitExponent(currency ?? "EUR") ?? 2;
  const amount = parseDecimal(declared.text, exponent);
  if (amount === sum) return;
  problems.add({
    code: "CONTROL_SUM_MISMATCH",
    severity: "refuse",
    place: { line: declared.line },
    field: group?.name ?? "",
    found: formatMinor(sum, exponent),
    expected: declared.text.trim(),
  });
}

function mismatch(
  code: ProblemCode,
  element: Element,
  field: string,
  computed: bigint,
  declared: Money,
  problems: ProblemList,
): void {
  const exponent = minorUnitExponent(declared.currency) ?? 2;
  problems.add({
    code,
    severity: "refuse",
    place: { line: element.line },
    field,
    found: formatMinor(computed, exponent),
    expected: formatMinor(declared.amount, exponent),
  });
}
