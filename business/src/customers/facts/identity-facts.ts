import type { FactImplementation } from "./fact-implementation.ts";

const simple = { unknown: () => undefined, parts: {}, lines: null } as const;

/** What a customer is called and where it is. */
export const identityFacts: readonly FactImplementation[] = [
  { key: "name", value: (firm, index) => firm.names[index] ?? null, ...simple },
  { key: "city", value: (firm, index) => firm.cities[index] ?? null, ...simple },
  { key: "scoringObjection", value: (firm, index) => firm.objections[index] === true, ...simple },
];
