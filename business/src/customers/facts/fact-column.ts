import type { FactKey, FactValue, Portfolio } from "@koers/contract";
import type { FirmFacts } from "../firm-facts.ts";
import { factImplementation } from "./index.ts";

/** One fact of every customer, in the order of the ids. */
export function factColumn(firm: FirmFacts, key: FactKey): Portfolio["columns"][number] {
  const fact = factImplementation(key);
  const unknown = fact.unknown(firm);
  const values: FactValue[] = new Array(firm.ids.length).fill(null);
  if (unknown !== undefined) return { fact: key, values, unknown };
  for (let index = 0; index < values.length; index += 1) values[index] = fact.value(firm, index);
  return { fact: key, values };
}
