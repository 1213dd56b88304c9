import { type CoveredSubgroup, qualityOf } from "./covered-subgroup.ts";
import type { QualityOptions } from "./share-quality.ts";

/** What a row that speaks for a rule still weighs after each rule that covers it. */
const weightAfter = 0.5;
/** A rule that keeps no more of its quality than this only repeats: each of its hits is covered (or it is chosen). */
const leastKept = weightAfter * (1 + 1e-9);

/**
 * Rules that together describe what the best ones repeat: the best first, then each time the best for
 * what is not covered yet (weighted covering; Lavrac, Kavsek, Flach and Todorovski 2004, multiplicative weights of 1/2). A row above
 * average loses weight for every rule that covers it; the others count in full.
 *
 * @param ranked best first
 * @param deviations of each row its value less the mean
 * @param most how many rules are chosen at most
 */
export function weightedCovering(
  ranked: readonly CoveredSubgroup[],
  deviations: Float64Array,
  most: number,
  options: QualityOptions,
): readonly CoveredSubgroup[] {
  const weighed = deviations.slice();
  const chosen: CoveredSubgroup[] = [];
  while (chosen.length < most) {
    let best: CoveredSubgroup | null = null;
    let highest = 0;
    for (const candidate of ranked) {
      if (candidate.quality <= highest) break;
      const quality = qualityOf(candidate.covered, weighed, options);
      if (quality <= highest || quality <= leastKept * candidate.quality) continue;
      best = candidate;
      highest = quality;
    }
    if (best === null) return chosen;
    chosen.push(best);
    for (const row of best.covered)
      if ((weighed[row] as number) > 0) weighed[row] = weightAfter * (weighed[row] as number);
  }
  return chosen;
}
