import type { QualityOptions } from "./share-quality.ts";
import { type Condition, coveredRows, type ProfileTarget } from "./subgroup.ts";
import { valuesOf } from "./subgroup-contrast.ts";
import type { Trait } from "./trait.ts";

/** A subgroup together with the rows it covers. */
export type CoveredSubgroup = {
  readonly conditions: readonly Condition[];
  /** Ascending. */
  readonly covered: Int32Array;
  readonly quality: number;
};

/** What each row adds to the quality of a subgroup: its value less the mean of all. */
export function deviationsOf(target: ProfileTarget): Float64Array {
  const values = valuesOf(target);
  let sum = 0;
  for (let row = 0; row < values.length; row += 1) sum += values[row] as number;
  return Float64Array.from(values, (value) => value - sum / values.length);
}

/** (n / N)^a times the sum of these deviations over n + m: the quality that the search ranks by. */
export function qualityOf(
  covered: Int32Array,
  deviations: Float64Array,
  { exponent = 0.5, pseudoRows = 0 }: QualityOptions,
): number {
  let sum = 0;
  for (const row of covered) sum += deviations[row] as number;
  const rows = covered.length;
  return ((rows / deviations.length) ** exponent * sum) / (rows + pseudoRows);
}

/** Subgroups with their rows and quality, best first; of equals those with fewer conditions first. */
export function rankedSubgroups(
  traits: readonly Trait[],
  target: ProfileTarget,
  subgroups: readonly { readonly conditions: readonly Condition[] }[],
  options: QualityOptions,
): readonly CoveredSubgroup[] {
  const deviations = deviationsOf(target);
  return subgroups
    .map(({ conditions }) => {
      const covered = coveredRows(traits, conditions, deviations.length);
      return { conditions, covered, quality: qualityOf(covered, deviations, options) };
    })
    .sort(
      (one, other) =>
        other.quality - one.quality || one.conditions.length - other.conditions.length,
    );
}
