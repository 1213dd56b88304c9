import type { FirmFacts } from "./firm-facts.ts";

/** How many customers, over all periods and organisations, are kept in memory. */
const mostCustomers = 400_000;
const mostEntries = 32;

const kept = new Map<string, FirmFacts>();

/** What was worked out before for the same books, period and day; the least used is let go first. */
export function keptFacts(key: string): FirmFacts | undefined {
  const found = kept.get(key);
  if (found !== undefined) {
    kept.delete(key);
    kept.set(key, found);
  }
  return found;
}

export function keepFacts(key: string, facts: FirmFacts): void {
  kept.set(key, facts);
  let customers = 0;
  for (const entry of kept.values()) customers += entry.ids.length;
  for (const [oldest, entry] of kept) {
    if (kept.size === 1 || (customers <= mostCustomers && kept.size <= mostEntries)) return;
    kept.delete(oldest);
    customers -= entry.ids.length;
  }
}
