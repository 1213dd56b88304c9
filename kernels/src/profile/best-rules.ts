import { type CoveredSubgroup, deviationsOf, rankedSubgroups } from "./covered-subgroup.ts";
import type { SubgroupSearchOptions } from "./search-options.ts";
import type { ProfileTarget } from "./subgroup.ts";
import { searchSubgroups } from "./subgroup-search.ts";
import type { Trait } from "./trait.ts";
import { weightedCovering } from "./weighted-covering.ts";
import { withoutRedundant } from "./without-redundant.ts";

/** How many subgroups are found before those that repeat each other are left out. */
const found = 50;

/** The rules that stand out in a table, whether chance explains them or not: search, redundancy, covering. */
export function bestRules(
  traits: readonly Trait[],
  target: ProfileTarget,
  most: number,
  options: SubgroupSearchOptions,
): readonly CoveredSubgroup[] {
  const subgroups = searchSubgroups(traits, target, { ...options, keep: found });
  const ranked = rankedSubgroups(traits, target, subgroups, options);
  return weightedCovering(withoutRedundant(ranked), deviationsOf(target), most, options);
}
