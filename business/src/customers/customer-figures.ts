import type { FactKey, OutputOf } from "@koers/contract";
import { factImplementation, factKeys } from "./facts/index.ts";
import type { FirmFacts } from "./firm-facts.ts";

type Figure = OutputOf<"getCustomer">["figures"][number];

/** Facts that are shown as text elsewhere and not as a figure. */
const noFigures: readonly FactKey[] = ["name", "city", "scoringObjection"];

/** Every figure of one customer with what it is made of, and why it is unknown where it is. */
export function customerFigures(
  firm: FirmFacts,
  index: number,
  lines: ReadonlyMap<FactKey, number>,
): Figure[] {
  const shown = (key: FactKey) => {
    const fact = factImplementation(key);
    return fact.unknown(firm) === undefined ? fact.value(firm, index) : null;
  };
  return factKeys
    .filter((key) => !noFigures.includes(key))
    .map((key) => {
      const fact = factImplementation(key);
      const value = shown(key);
      const unknown = fact.unknown(firm) ?? (value === null ? fact.reason : undefined);
      return {
        fact: key,
        value,
        ...(unknown === undefined ? {} : { unknown }),
        madeUpOf: Object.entries(fact.parts).map(([part, sign]) => ({
          fact: part,
          value: shown(part as FactKey),
          sign,
        })),
        lines: lines.get(key) ?? 0,
      };
    });
}
