import type { RandomStream } from "../numeric/random-stream.ts";
import { bestRules } from "./best-rules.ts";
import { chosenRows } from "./chosen-rows.ts";
import type { SubgroupSearchOptions } from "./search-options.ts";
import { coveredRows, type ProfileTarget, rowsOfTarget } from "./subgroup.ts";
import { type Contrast, rowGroup, valuesOf } from "./subgroup-contrast.ts";
import type { Trait } from "./trait.ts";

/** Of three rows two are learnt from and one is held out. */
const learnt = 2 / 3;

/**
 * What a profile is worth on rows that it was not found on. The rows are split at random many times; rules are
 * found on two thirds and the remaining third is counted inside and outside them. Totals are over all splits, so
 * `average` is the estimate and `rows` is only its weight: the same row is held out many times.
 */
export function heldOutContrast(
  traits: readonly Trait[],
  target: ProfileTarget,
  most: number,
  random: RandomStream,
  splits: number,
  options: SubgroupSearchOptions,
): Contrast {
  const rows = rowsOfTarget(target);
  const values = valuesOf(target);
  const order = Int32Array.from({ length: rows }, (_, row) => row);
  const counted = [0, 0];
  const totals = [0, 0];
  for (let split = 0; split < splits; split += 1) {
    for (let place = rows - 1; place > 0; place -= 1) {
      const other = random.integer(place + 1);
      const row = order[place] as number;
      order[place] = order[other] as number;
      order[other] = row;
    }
    const edge = Math.round(learnt * rows);
    const table = chosenRows(traits, target, order.subarray(0, edge));
    const inside = new Set(
      bestRules(table.traits, table.target, most, options).flatMap(({ conditions }) => [
        ...coveredRows(traits, conditions, rows),
      ]),
    );
    for (const row of order.subarray(edge)) {
      const group = inside.has(row) ? 1 : 0;
      counted[group] = (counted[group] as number) + 1;
      totals[group] = (totals[group] as number) + (values[row] as number);
    }
  }
  return {
    inside: rowGroup(counted[1] as number, totals[1] as number),
    elsewhere: rowGroup(counted[0] as number, totals[0] as number),
  };
}
