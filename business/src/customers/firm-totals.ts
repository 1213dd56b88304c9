import type { Portfolio } from "@koers/contract";
import { type Amounts, type Known, secondsWorked, sum } from "./economics.ts";
import { decimalText, hoursText } from "./figure-text.ts";
import type { FirmFacts } from "./firm-facts.ts";

/** Sums over the firm; what customers bring and cost and what belongs to none add up to the ledger. */
export function firmTotals(firm: FirmFacts): Portfolio["totals"] {
  const { economics, decimals } = firm;
  const { columns, firm: books, reach } = economics;
  const money = (value: bigint) => decimalText(value, decimals);
  const total = (known: Known<Amounts>) =>
    known.values === undefined ? null : money(sum(known.values));
  const ofLedger = (value: bigint) => (reach.ledger ? money(value) : null);
  const hours = (value: bigint) => (reach.hours === "all" ? hoursText(value) : null);
  const costs = economics.hourCosts.values;
  const { operatingCost } = economics;
  return {
    revenue: money(economics.revenueTotal),
    attributedRevenue: money(economics.attributedRevenue),
    unattributedRevenue: money(economics.revenueTotal - economics.attributedRevenue),
    directPurchases: ofLedger(sum(columns.purchases)),
    unattributedPurchases: ofLedger(books.ledgerPurchases - sum(columns.purchases)),
    personnelCost: ofLedger(books.personnel),
    overhead: total(economics.overhead),
    hours: hours(secondsWorked(columns, books)),
    directHours: hours(sum(columns.direct.seconds)),
    servingHours: hours(sum(columns.serving.seconds)),
    failureHours: hours(sum(columns.failure.seconds)),
    internalHours: hours(books.internal.seconds),
    contributionMargin: total(economics.contribution),
    costToServe: total(economics.costToServe),
    fullyLoadedProfit: total(economics.fullyLoaded),
    directHoursCost: total(economics.directCost),
    servingHoursCost: total(economics.servingCost),
    failureCost: total(economics.failureCost),
    latePaymentCost: total(economics.latePaymentCost),
    internalHoursCost: costs === undefined ? null : money(costs.internal),
    operatingProfit: operatingCost === null ? null : money(economics.revenueTotal - operatingCost),
    hourCost: {
      source: costs?.source ?? "unknown",
      rate: costs === undefined ? null : money(costs.rate),
      personnelCost: ofLedger(books.personnel),
      hoursWorked: hours(secondsWorked(columns, books)),
      estimated: costs?.estimated ?? false,
    },
  };
}
