import type { Condition, Subgroup } from "./subgroup.ts";

/** The best subgroups found so far, best first, at most as many as are asked. */
export type BestSubgroups = {
  /** What a quality has to exceed to be kept: 0, or the lowest quality once the list is full. */
  readonly threshold: () => number;
  readonly offer: (found: Subgroup) => void;
  readonly found: () => readonly Subgroup[];
};

/** The conditions in ascending order of trait. */
export function ordered(conditions: readonly Condition[]): readonly Condition[] {
  return conditions.toSorted((one, other) => one.trait - other.trait);
}

/** An empty list that keeps this many. */
export function bestSubgroups(keep: number): BestSubgroups {
  const kept: Subgroup[] = [];
  let threshold = 0;
  return {
    threshold: () => threshold,
    offer: (found) => {
      if (!(found.quality > threshold)) return;
      let place = kept.length;
      while (place > 0 && (kept[place - 1] as Subgroup).quality < found.quality) place -= 1;
      kept.splice(place, 0, found);
      if (kept.length > keep) kept.pop();
      if (kept.length === keep) threshold = (kept[keep - 1] as Subgroup).quality;
    },
    found: () => kept,
  };
}
