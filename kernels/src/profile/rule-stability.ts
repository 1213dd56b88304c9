import type { RandomStream } from "../numeric/random-stream.ts";
import { bestRules } from "./best-rules.ts";
import { chosenRows } from "./chosen-rows.ts";
import type { SubgroupSearchOptions } from "./search-options.ts";
import { coveredRows, type ProfileTarget, rowsOfTarget } from "./subgroup.ts";
import type { Trait } from "./trait.ts";

/** Two rules that share this part of the rows of both together count as the same. */
const sameFrom = 0.5;

/**
 * How often each rule comes back: the share of bootstrap resamples of the rows in which the rules found
 * anew hold one that covers much the same rows (at least half of what either covers).
 *
 * @param rules the rows that each rule covers
 * @param most how many rules are found in a resample
 */
export function ruleStability(
  traits: readonly Trait[],
  target: ProfileTarget,
  rules: readonly Int32Array[],
  most: number,
  random: RandomStream,
  resamples: number,
  options: SubgroupSearchOptions,
): Float64Array {
  const rows = rowsOfTarget(target);
  const again = new Float64Array(rules.length);
  const drawn = new Int32Array(rows);
  for (let resample = 0; resample < resamples; resample += 1) {
    for (let row = 0; row < rows; row += 1) drawn[row] = random.integer(rows);
    const table = chosenRows(traits, target, drawn);
    const found = bestRules(table.traits, table.target, most, options).map(({ conditions }) =>
      coveredRows(traits, conditions, rows),
    );
    for (const [rule, covered] of rules.entries())
      if (found.some((other) => overlap(covered, other) >= sameFrom))
        again[rule] = (again[rule] as number) + 1;
  }
  return again.map((times) => times / resamples);
}

/** Rows in both over rows in either (Jaccard). */
function overlap(one: Int32Array, other: Int32Array): number {
  const known = new Set(one);
  let both = 0;
  for (const row of other) if (known.has(row)) both += 1;
  return both / (one.length + other.length - both);
}
