import { sum } from "../economics.ts";
import type { FirmFacts } from "../firm-facts.ts";
import { asRatio, type FactImplementation, moneyFact } from "./fact-implementation.ts";

export const revenueColumn = (firm: FirmFacts) =>
  firm.economics.reach.revenue
    ? { values: firm.economics.columns.revenue }
    : { unknown: "no-revenue" as const };

const noRevenue = (firm: FirmFacts) => revenueColumn(firm).unknown;
const beforeColumn = (firm: FirmFacts) =>
  firm.economics.reach.yearBefore
    ? { values: firm.economics.columns.revenueBefore }
    : { unknown: "no-year-before" as const };

/** What a customer was invoiced. */
export const revenueFacts: readonly FactImplementation[] = [
  moneyFact("revenue", revenueColumn, { lines: "revenue" }),
  {
    key: "revenueShare",
    unknown: (firm) =>
      noRevenue(firm) ?? (sum(firm.economics.columns.revenue) > 0n ? undefined : "no-revenue"),
    value: (firm, index) =>
      asRatio(firm.economics.columns.revenue[index] ?? 0n, firm.economics.attributedRevenue),
    parts: { revenue: "÷" },
    lines: null,
  },
  moneyFact(
    "creditNotes",
    (firm) =>
      firm.economics.reach.revenue
        ? { values: firm.economics.columns.credited }
        : { unknown: "no-revenue" },
    { lines: "credit-notes" },
  ),
  {
    key: "invoices",
    unknown: noRevenue,
    value: (firm, index) => Number(firm.economics.columns.invoices[index] ?? 0n),
    parts: {},
    lines: "invoices",
  },
  moneyFact("revenueYearBefore", beforeColumn, { lines: "revenue-year-before" }),
  {
    key: "revenueGrowth",
    unknown: (firm) => noRevenue(firm) ?? beforeColumn(firm).unknown,
    value: (firm, index) => {
      const now = firm.economics.columns.revenue[index] ?? 0n;
      const before = firm.economics.columns.revenueBefore[index] ?? 0n;
      return before > 0n ? asRatio(now - before, before) : null;
    },
    reason: "nothing-to-divide-by",
    parts: { revenue: "+", revenueYearBefore: "÷" },
    lines: null,
  },
  {
    key: "discountDepth",
    unknown: noRevenue,
    value: (firm, index) => {
      const agreed = firm.economics.columns.detailed[index] ?? 0n;
      const discount = firm.economics.columns.discounts[index] ?? 0n;
      return agreed > 0n ? asRatio(discount, agreed + discount) : null;
    },
    reason: "no-list-rates",
    parts: {},
    lines: null,
  },
  {
    key: "firstInvoice",
    unknown: () => undefined,
    value: (firm, index) => firm.firstInvoice[index] ?? null,
    reason: "no-revenue",
    parts: {},
    lines: null,
  },
  {
    key: "lastInvoice",
    unknown: () => undefined,
    value: (firm, index) => firm.lastInvoice[index] ?? null,
    reason: "no-revenue",
    parts: {},
    lines: null,
  },
];
