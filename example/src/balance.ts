import { type Day, isoDate } from "./calendar.ts";
import type { Firm, LedgerLine } from "./firm.ts";
import { isResult } from "./ledger-account.ts";
import type { Cents } from "./money.ts";

/**
 * Balance per account at the start of a day, debit positive; the result of closed years stands in
 * 0520, so that only balance sheet accounts remain on the first of January.
 */
export function balanceBefore(
  firm: Pick<Firm, "opening" | "transactions">,
  day: Day,
): Map<string, Cents> {
  const year = isoDate(day).slice(0, 4);
  const balance = new Map(firm.opening);
  for (const transaction of firm.transactions) {
    if (transaction.day >= day) continue;
    const closed = isoDate(transaction.day).slice(0, 4) < year;
    for (const line of transaction.lines) {
      const account = closed && isResult(line.account) ? "0520" : line.account;
      balance.set(account, (balance.get(account) ?? 0n) + line.amount);
    }
  }
  return new Map(
    [...balance].filter(([, amount]) => amount !== 0n).sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

export type OpenItem = {
  readonly relation: string;
  readonly invoice: string;
  readonly amount: Cents;
  readonly open: NonNullable<LedgerLine["open"]>;
};

/** Invoices of a subledger that are not settled at the start of a day, oldest first. */
export function openItemsBefore(
  firm: Pick<Firm, "transactions">,
  side: "sale" | "purchase",
  day: Day,
): OpenItem[] {
  const items = new Map<string, OpenItem>();
  for (const transaction of firm.transactions) {
    if (transaction.day >= day) continue;
    for (const { open, relation, invoice, amount } of transaction.lines) {
      if (open?.side !== side || relation === undefined || invoice === undefined) continue;
      const key = `${relation}/${invoice}`;
      const known = items.get(key);
      items.set(key, { relation, invoice, open, amount: (known?.amount ?? 0n) + amount });
    }
  }
  return [...items.values()].filter((item) => item.amount !== 0n);
}
