import { checkTraits, type Trait } from "./trait.ts";

/** What a profile is to describe: who belongs to the core, or a number such as profit per hour. */
export type ProfileTarget =
  | {
      readonly kind: "share";
      /** 1 for a row that belongs, 0 for one that does not. */
      readonly hits: ArrayLike<number>;
    }
  | { readonly kind: "mean"; readonly values: ArrayLike<number> };

/** That a trait has this level. */
export type Condition = { readonly trait: number; readonly level: number };

/** The rows that meet every condition. */
export type Subgroup = {
  /** In ascending order of trait. */
  readonly conditions: readonly Condition[];
  /** How many rows meet them. */
  readonly rows: number;
  /** The share of hits among them, or the mean of their values. */
  readonly average: number;
  /** What the search ranked by. */
  readonly quality: number;
};

/** The number of rows of a target. */
export function rowsOfTarget(target: ProfileTarget): number {
  return target.kind === "share" ? target.hits.length : target.values.length;
}

/**
 * Refuses a table that cannot be.
 *
 * @throws RangeError as `checkTraits`, for a hit that is neither 0 nor 1, or a value that is not finite, with its index
 */
export function checkProfileTable(traits: readonly Trait[], target: ProfileTarget): void {
  const rows = rowsOfTarget(target);
  checkTraits(traits, rows);
  for (let row = 0; row < rows; row += 1) {
    const value = target.kind === "share" ? target.hits[row] : target.values[row];
    if (target.kind === "share" && value !== 0 && value !== 1)
      throw new RangeError(`row ${row} is neither a hit (1) nor not (0): ${value}`);
    if (!Number.isFinite(value)) throw new RangeError(`the value of row ${row} is ${value}`);
  }
}

/** The rows that meet every condition, in ascending order. */
export function coveredRows(
  traits: readonly Trait[],
  conditions: readonly Condition[],
  rows: number,
): Int32Array {
  const covered = new Int32Array(rows);
  let count = 0;
  for (let row = 0; row < rows; row += 1) {
    const meets = conditions.every(({ trait, level }) => traits[trait]?.codes[row] === level);
    if (meets) covered[count++] = row;
  }
  return covered.slice(0, count);
}
