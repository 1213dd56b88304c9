import type { FirmFacts } from "../firm-facts.ts";
import {
  asRatio,
  type FactImplementation,
  moneyFact,
  perHour,
  quotientFact,
} from "./fact-implementation.ts";
import { revenueColumn } from "./revenue-facts.ts";

const hours = (firm: FirmFacts) => firm.economics.seconds;
const listColumn = (firm: FirmFacts) => {
  const { seconds, columns } = firm.economics;
  if (seconds.unknown !== undefined) return { unknown: seconds.unknown };
  const listed = columns.listedSeconds.some((value) => value > 0n);
  return listed ? { values: columns.listAmount } : { unknown: "no-list-rates" as const };
};

/** Per hour, and against the list price. */
export const rateFacts: readonly FactImplementation[] = [
  quotientFact("profitPerHour", (firm) => firm.economics.fullyLoaded, hours, {
    text: perHour,
    reason: "nothing-to-divide-by",
    parts: { fullyLoadedProfit: "+", hours: "÷" },
  }),
  quotientFact("effectiveRate", revenueColumn, hours, {
    text: perHour,
    reason: "nothing-to-divide-by",
    parts: { revenue: "+", hours: "÷" },
  }),
  moneyFact("listValue", listColumn, { parts: { directHours: "×" }, lines: "list-value" }),
  quotientFact("realisation", revenueColumn, listColumn, {
    text: asRatio,
    reason: "nothing-to-divide-by",
    parts: { revenue: "+", listValue: "÷" },
  }),
];
