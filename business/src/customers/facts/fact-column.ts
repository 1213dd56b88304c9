import type { FactKey, FactValue, Portfolio } from "@koers/contract";
import type { FirmFacts } from "../firm-facts.ts";
import { factImplementation } from "./index.ts";

/** One fact of the customers that are shown, in their order. */
export function factColumn(firm: FirmFacts, key: FactKey): Portfolio["columns"][number] {
  const fact = factImplementation(key);
  const unknown = fact.unknown(firm);
  if (unknown !== undefined) return { fact: key, values: firm.shown.map(() => null), unknown };
  const values: FactValue[] = firm.shown.map((place) => fact.value(firm, place));
  return { fact: key, values };
}
