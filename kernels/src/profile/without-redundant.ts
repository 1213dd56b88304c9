import type { CoveredSubgroup } from "./covered-subgroup.ts";
import type { Condition } from "./subgroup.ts";

/** Rounding is no improvement. */
const rounding = 1e-12;

/**
 * Leaves out what says nothing new: a subgroup with the same rows as one before it, and one to which conditions were
 * added without a higher quality than the subgroup without them, where that stands in the list.
 *
 * @param ranked best first, as `rankedSubgroups` gives them
 */
export function withoutRedundant(ranked: readonly CoveredSubgroup[]): readonly CoveredSubgroup[] {
  const qualityOf = new Map(
    ranked.map(({ conditions, quality }) => [keyOf(conditions), quality] as const),
  );
  const seen = new Set<string>();
  return ranked.filter(({ conditions, covered, quality }) => {
    const rows = covered.join();
    if (seen.has(rows)) return false;
    const improved = properParts(conditions).every((part) => {
      const known = qualityOf.get(keyOf(part));
      return known === undefined || quality > known * (1 + rounding);
    });
    if (improved) seen.add(rows);
    return improved;
  });
}

function keyOf(conditions: readonly Condition[]): string {
  return conditions
    .map(({ trait, level }) => `${trait}=${level}`)
    .sort()
    .join();
}

/** Every choice of some but not all of the conditions. */
function properParts(conditions: readonly Condition[]): readonly (readonly Condition[])[] {
  return Array.from({ length: 2 ** conditions.length - 2 }, (_, index) =>
    conditions.filter((_condition, place) => ((index + 1) >>> place) & 1),
  );
}
