import { bookDepreciation, bookProfit, bookVatReturns } from "./book-closing.ts";
import { bookPayroll } from "./book-payroll.ts";
import { bookPurchase, bookPurchasePayments } from "./book-purchases.ts";
import { bookInvoice, bookReceipts, bookWriteOffs } from "./book-sales.ts";
import type { Draft } from "./booking.ts";
import { isoDate, lastDay, type Month } from "./calendar.ts";
import type { Firm, JournalCode, Transaction } from "./firm.ts";
import { type Cents, euros, sum } from "./money.ts";

type Events = Pick<
  Firm,
  "invoices" | "receipts" | "writeOffs" | "purchases" | "payroll" | "firstMonth"
> & {
  readonly from: Month;
  readonly to: Month;
};

/** The balance sheet with which the warm-up begins, debit positive. */
export function openingSheet(): Map<string, Cents> {
  const sheet = new Map<string, Cents>([
    ["0200", euros(142_000)],
    ["0210", euros(-58_000)],
    ["0500", euros(-18_000)],
    ["1100", euros(465_000)],
  ]);
  sheet.set("0510", -sum(sheet.values()));
  return sheet;
}

/** Books everything that happened, in double entry. */
export function book(events: Events): Transaction[] {
  const until = lastDay(events.to);
  const drafts: Draft[] = [
    ...events.invoices.map(bookInvoice),
    ...events.purchases.map(bookPurchase),
    ...bookReceipts(events.receipts, events.invoices),
    ...bookPurchasePayments(events.purchases, until),
    ...bookWriteOffs(events.writeOffs, events.invoices),
    ...events.payroll.flatMap((payroll) => [...bookPayroll(payroll, until)]),
    ...bookDepreciation(events.from, events.to),
  ];
  drafts.push(...bookVatReturns(drafts, events.from, until));
  drafts.push(...bookProfit(drafts, events.firstMonth, until));
  return number(drafts);
}

/** Gives numbers within journal and year, in order of date. */
function number(drafts: readonly Draft[]): Transaction[] {
  const order: readonly JournalCode[] = ["VRK", "INK", "BNK", "LON", "MEM"];
  const sorted = drafts
    .map((draft, index) => ({ draft, index }))
    .sort(
      (a, b) =>
        a.draft.day - b.draft.day ||
        order.indexOf(a.draft.journal) - order.indexOf(b.draft.journal) ||
        a.index - b.index,
    );
  const last = new Map<string, number>();
  return sorted.map(({ draft }) => {
    const key = `${draft.journal.slice(0, 1)}${isoDate(draft.day).slice(2, 4)}`;
    const serial = (last.get(key) ?? 0) + 1;
    last.set(key, serial);
    return { ...draft, number: draft.number ?? `${key}${String(serial).padStart(3, "0")}` };
  });
}
