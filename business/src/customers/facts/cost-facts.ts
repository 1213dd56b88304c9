import { type FactImplementation, moneyFact } from "./fact-implementation.ts";

/** What a customer costs. */
export const costFacts: readonly FactImplementation[] = [
  moneyFact("directHoursCost", (firm) => firm.economics.directCost, {
    parts: { directHours: "+" },
    lines: "direct-hours",
  }),
  moneyFact("directPurchases", (firm) => firm.economics.purchases, { lines: "direct-purchases" }),
  moneyFact("servingHoursCost", (firm) => firm.economics.servingCost, {
    parts: { servingHours: "+" },
    lines: "serving-hours",
  }),
  moneyFact("failureCost", (firm) => firm.economics.failureCost, {
    parts: { failureHours: "+" },
    lines: "failure-hours",
  }),
  moneyFact("latePaymentCost", (firm) => firm.economics.latePaymentCost, {
    parts: { daysOutstanding: "+" },
  }),
  moneyFact("costToServe", (firm) => firm.economics.costToServe, {
    parts: { servingHoursCost: "+", failureCost: "+", latePaymentCost: "+" },
  }),
  moneyFact("overhead", (firm) => firm.economics.overhead, { parts: { hours: "×" } }),
];
