import type { ProfileTarget } from "./subgroup.ts";

/** Some rows together. */
export type RowGroup = {
  readonly rows: number;
  /** How many hits there are among them, or the sum of their values. */
  readonly total: number;
  /** `total` by row; 0 if there are no rows. */
  readonly average: number;
};

/** "9 of the 11 against 14 of 96 elsewhere": rows inside and all others. */
export type Contrast = { readonly inside: RowGroup; readonly elsewhere: RowGroup };

/** The numbers of a target: a hit is 1. */
export function valuesOf(target: ProfileTarget): ArrayLike<number> {
  return target.kind === "share" ? target.hits : target.values;
}

/** A group from its number of rows and their total. */
export function rowGroup(rows: number, total: number): RowGroup {
  return { rows, total, average: rows === 0 ? 0 : total / rows };
}

/** These rows against all others. */
export function contrastOf(target: ProfileTarget, inside: Iterable<number>): Contrast {
  const values = valuesOf(target);
  const belongs = new Uint8Array(values.length);
  for (const row of inside) belongs[row] = 1;
  const rows = [0, 0];
  const totals = [0, 0];
  for (const [row, group] of belongs.entries()) {
    rows[group] = (rows[group] as number) + 1;
    totals[group] = (totals[group] as number) + (values[row] as number);
  }
  return {
    inside: rowGroup(rows[1] as number, totals[1] as number),
    elsewhere: rowGroup(rows[0] as number, totals[0] as number),
  };
}
