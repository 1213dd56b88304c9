import { type BestSubgroups, bestSubgroups, ordered } from "./best-subgroups.ts";
import { meanQuality } from "./mean-quality.ts";
import { meanCounter } from "./mean-tally.ts";
import { checkedSearchOptions, type SubgroupSearchOptions } from "./search-options.ts";
import { shareQuality } from "./share-quality.ts";
import { shareCounter } from "./share-tally.ts";
import { checkProfileTable, type ProfileTarget, rowsOfTarget, type Subgroup } from "./subgroup.ts";
import { type Counts, countsOf, type Selector, type SubgroupTally } from "./subgroup-tally.ts";
import type { Trait } from "./trait.ts";

/**
 * The best subgroups of a table, exactly: no other conjunction of levels of different traits, of at most `depth`
 * conditions and at least `minimumRows` rows, has a higher quality than those left out. Only subgroups better than
 * all rows together (quality above 0) are given, best first; of equally good ones at the end, the first found.
 *
 * Branch and bound (Grosskreutz, Rueping and Wrobel 2008; Lemmerich, Atzmueller and Puppe 2016): a conjunction is
 * left alone when no part of it can exceed the worst kept, the most promising is refined first, and what was
 * left alone is left alone deeper down. Quality is (n / N)^a times what the share or mean of the subgroup,
 * shrunk by `pseudoRows` rows, exceeds that of all rows. An unknown level meets no condition.
 *
 * @throws RangeError as `checkProfileTable`, or for an option outside its range
 */
export function searchSubgroups(
  traits: readonly Trait[],
  target: ProfileTarget,
  options: SubgroupSearchOptions = {},
): readonly Subgroup[] {
  checkProfileTable(traits, target);
  const { exponent, depth, keep, minimumRows, pseudoRows } = checkedSearchOptions(options);
  const rows = rowsOfTarget(target);
  if (rows === 0) return [];
  const counter =
    target.kind === "share"
      ? shareCounter(
          traits,
          target.hits,
          shareQuality(rows, sumOf(target.hits), minimumRows, { exponent, pseudoRows }),
        )
      : meanCounter(traits, meanQuality(target.values, minimumRows, { exponent, pseudoRows }));
  const best = bestSubgroups(keep);
  const { selectors, counts } = counter.singles();
  const candidates: number[] = [];
  for (const [selector, condition] of selectors.entries()) {
    if ((counts.rows[selector] as number) < minimumRows) continue;
    best.offer(subgroupOf([condition], counts, selector));
    candidates.push(selector);
  }
  const hopeful = mostPromisingFirst(candidates, counts, best.threshold());
  if (depth > 1 && hopeful.length > 1) {
    const tally = counter.tally(
      hopeful.map((selector) => selectors[selector] as Selector),
      depth,
    );
    const bound = Float64Array.from(hopeful, (selector) => counts.bound[selector] as number);
    const chosen = hopeful.map((_, index) => index);
    refine(tally, best, chosen, { ...countsOf(hopeful.length), bound }, { depth, minimumRows });
  }
  return best.found();
}

/** Goes down from each candidate in turn, most promising first, with those after it as further conditions. */
function refine(
  tally: SubgroupTally,
  best: BestSubgroups,
  chosen: readonly number[],
  bounds: Counts,
  { depth, minimumRows }: { readonly depth: number; readonly minimumRows: number },
): void {
  const levels = Array.from({ length: depth - 1 }, () => countsOf(tally.selectors.length));
  const conditions: Selector[] = [];

  function descend(at: number, candidates: readonly number[], known: Counts): void {
    const counts = levels[at] as Counts;
    for (const [place, selector] of candidates.entries()) {
      const threshold = best.threshold();
      if ((known.bound[selector] as number) <= threshold) break;
      const condition = tally.selectors[selector] as Selector;
      const rest = candidates
        .slice(place + 1)
        .filter(
          (other) =>
            (known.bound[other] as number) > threshold &&
            (tally.selectors[other] as Selector).trait !== condition.trait,
        );
      if (rest.length === 0) continue;
      tally.narrow(at, selector);
      conditions.push(condition);
      const hopeful = evaluate(at + 1, rest, counts);
      if (at + 2 < depth && hopeful.length > 1)
        descend(at + 1, mostPromisingFirst(hopeful, counts, best.threshold()), counts);
      conditions.pop();
    }
  }

  /** Counts one more condition each, offers what is found, and gives what can be refined. */
  function evaluate(at: number, rest: readonly number[], counts: Counts): readonly number[] {
    tally.bounds(at, rest, counts);
    const threshold = best.threshold();
    const hopeful = rest.filter((selector) => (counts.bound[selector] as number) > threshold);
    tally.measure(at, hopeful, counts);
    return hopeful.filter((selector) => {
      if ((counts.rows[selector] as number) < minimumRows) return false;
      if ((counts.quality[selector] as number) > best.threshold())
        best.offer(
          subgroupOf([...conditions, tally.selectors[selector] as Selector], counts, selector),
        );
      return true;
    });
  }

  descend(0, chosen, bounds);
}

function mostPromisingFirst(
  selectors: readonly number[],
  { bound }: Counts,
  threshold: number,
): readonly number[] {
  return selectors
    .filter((selector) => (bound[selector] as number) > threshold)
    .sort((one, other) => (bound[other] as number) - (bound[one] as number) || one - other);
}

function subgroupOf(conditions: readonly Selector[], counts: Counts, selector: number): Subgroup {
  return {
    conditions: ordered(conditions),
    rows: counts.rows[selector] as number,
    average: counts.average[selector] as number,
    quality: counts.quality[selector] as number,
  };
}

function sumOf(hits: ArrayLike<number>): number {
  let sum = 0;
  for (let row = 0; row < hits.length; row += 1) sum += hits[row] as number;
  return sum;
}
