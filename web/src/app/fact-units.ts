import type { FactKey, FactUnit } from "@koers/contract";

/** Unit per fact, without the rest of the catalogue. Held equal to the contract by a test. */
export const factUnits = {
  name: "text",
  city: "text",
  revenue: "money",
  revenueShare: "ratio",
  creditNotes: "money",
  invoices: "count",
  hours: "hours",
  directHours: "hours",
  servingHours: "hours",
  failureHours: "hours",
  directHoursCost: "money",
  directPurchases: "money",
  contributionMargin: "money",
  contributionMarginShare: "ratio",
  servingHoursCost: "money",
  failureCost: "money",
  latePaymentCost: "money",
  costToServe: "money",
  overhead: "money",
  fullyLoadedProfit: "money",
  profitPerHour: "money-per-hour",
  effectiveRate: "money-per-hour",
  listValue: "money",
  realisation: "ratio",
  discountDepth: "ratio",
  daysOutstanding: "days",
  openInvoices: "money",
  overdue: "money",
  firstInvoice: "date",
  lastInvoice: "date",
  revenueYearBefore: "money",
  revenueGrowth: "ratio",
  scoringObjection: "boolean",
} as const satisfies Record<FactKey, FactUnit>;

/** Whether a word from the address names a fact. */
export function isFact(key: string): key is FactKey {
  return Object.hasOwn(factUnits, key);
}
