import {
  asRatio,
  type FactImplementation,
  moneyFact,
  quotientFact,
} from "./fact-implementation.ts";
import { revenueColumn } from "./revenue-facts.ts";

/** What is left. */
export const marginFacts: readonly FactImplementation[] = [
  moneyFact("contributionMargin", (firm) => firm.economics.contribution, {
    parts: { revenue: "+", directHoursCost: "-", directPurchases: "-" },
  }),
  quotientFact("contributionMarginShare", (firm) => firm.economics.contribution, revenueColumn, {
    text: asRatio,
    reason: "nothing-to-divide-by",
    parts: { contributionMargin: "+", revenue: "÷" },
  }),
  moneyFact("fullyLoadedProfit", (firm) => firm.economics.fullyLoaded, {
    parts: { contributionMargin: "+", costToServe: "-", overhead: "-" },
  }),
];
