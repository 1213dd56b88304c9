import { ratioText } from "../figure-text.ts";
import type { FirmFacts } from "../firm-facts.ts";
import { type FactImplementation, moneyFact, quotientFact } from "./fact-implementation.ts";

const told = (column: "paid" | "paidDays") => (firm: FirmFacts) =>
  firm.economics.reach.receivables
    ? { values: firm.economics.columns[column] }
    : { unknown: "no-receivables" as const };
const standing = (column: "open" | "overdue") => (firm: FirmFacts) =>
  firm.asOf === null
    ? { unknown: "no-receivables" as const }
    : { values: firm.economics.columns[column] };

/** How a customer pays. */
export const receivableFacts: readonly FactImplementation[] = [
  quotientFact("daysOutstanding", told("paidDays"), told("paid"), {
    text: (days, amount) => ratioText(days, amount, 1),
    reason: "no-receivables",
  }),
  moneyFact("openInvoices", standing("open"), { lines: "open-invoices" }),
  moneyFact("overdue", standing("overdue"), { parts: { openInvoices: "×" }, lines: "overdue" }),
];
