import { type FactKey, facts } from "@koers/contract";
import { costFacts } from "./cost-facts.ts";
import type { FactImplementation } from "./fact-implementation.ts";
import { hourFacts } from "./hour-facts.ts";
import { identityFacts } from "./identity-facts.ts";
import { marginFacts } from "./margin-facts.ts";
import { rateFacts } from "./rate-facts.ts";
import { receivableFacts } from "./receivable-facts.ts";
import { revenueFacts } from "./revenue-facts.ts";

/** Every implementation; a test holds that each fact of the catalogue has exactly one. */
export const factImplementations: readonly FactImplementation[] = [
  ...identityFacts,
  ...revenueFacts,
  ...hourFacts,
  ...costFacts,
  ...marginFacts,
  ...rateFacts,
  ...receivableFacts,
];

const byKey = new Map(factImplementations.map((fact) => [fact.key, fact]));

export function factImplementation(key: FactKey): FactImplementation {
  const found = byKey.get(key);
  if (found === undefined) throw new RangeError(`no implementation of ${key}`);
  return found;
}

/** The keys of the catalogue, in its order. */
export const factKeys: readonly FactKey[] = facts.map((fact) => fact.key);
