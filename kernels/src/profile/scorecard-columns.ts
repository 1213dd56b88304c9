import { quantiles } from "../numeric/quantile.ts";
import { checkFitTraits, customersOf, type FitTrait, valuesOf } from "./design-matrix.ts";

/** What a customer must have for the points: a level of a trait, or a number of at least so much. */
export type ScorecardCondition =
  | { readonly kind: "level"; readonly trait: number; readonly level: number }
  | { readonly kind: "at-least"; readonly trait: number; readonly threshold: number };

/** Traits taken apart into conditions that a customer meets or not. */
export type ScorecardColumns = {
  readonly conditions: readonly ScorecardCondition[];
  /** Per condition, 1 for each customer that meets it; what is not known meets nothing. */
  readonly columns: readonly Uint8Array[];
};

/**
 * Takes traits apart: a condition per level, and for numbers one per distinct value up to `thresholds`, or else at as
 * many quantiles. Conditions that fewer than `least` customers meet, or fail, are left out.
 *
 * @throws RangeError as `fitScore`
 */
export function scorecardColumns(
  traits: readonly FitTrait[],
  { least = 3, thresholds = 9 }: { readonly least?: number; readonly thresholds?: number } = {},
): ScorecardColumns {
  checkFitTraits(traits);
  const customers = customersOf(traits);
  const conditions = traits.flatMap((trait, index): readonly ScorecardCondition[] =>
    "codes" in trait
      ? levelsOf(trait.codes).map((level) => ({ kind: "level", trait: index, level }))
      : thresholdsOf(trait.numbers, thresholds).map((threshold) => ({
          kind: "at-least",
          trait: index,
          threshold,
        })),
  );
  const kept: ScorecardCondition[] = [];
  const columns: Uint8Array[] = [];
  for (const condition of conditions) {
    const column = conditionColumn(condition, traits);
    const met = column.reduce((sum, value) => sum + value, 0);
    if (met < least || customers - met < least) continue;
    kept.push(condition);
    columns.push(column);
  }
  return { conditions: kept, columns };
}

/**
 * Which customers meet a condition.
 *
 * @throws RangeError if the condition is of a trait that is not given
 */
export function conditionColumn(
  condition: ScorecardCondition,
  traits: readonly FitTrait[],
): Uint8Array {
  const trait = traits[condition.trait];
  if (trait === undefined) throw new RangeError(`there is no trait ${condition.trait}`);
  const values = valuesOf(trait);
  return Uint8Array.from(values, (value) =>
    (condition.kind === "level" ? value === condition.level : value >= condition.threshold) ? 1 : 0,
  );
}

function levelsOf(codes: ArrayLike<number>): readonly number[] {
  const found = new Set<number>();
  for (let row = 0; row < codes.length; row += 1)
    if ((codes[row] as number) >= 0) found.add(codes[row] as number);
  return [...found].sort((one, other) => one - other);
}

/** Values from which on a number counts, its lowest left out. */
function thresholdsOf(numbers: ArrayLike<number>, most: number): readonly number[] {
  const known = Float64Array.from(numbers)
    .filter((value) => !Number.isNaN(value))
    .sort();
  const distinct = [...new Set(known)];
  if (distinct.length - 1 <= most) return distinct.slice(1);
  const cuts = quantiles(
    known,
    Array.from({ length: most }, (_, cut) => (cut + 1) / (most + 1)),
  );
  // A customer's own value, not one between two: that is how a person reads it.
  return [...new Set(cuts.map((cut) => known.find((value) => value >= cut) as number))].filter(
    (cut) => cut > (distinct[0] as number),
  );
}
