import type { ProfileTarget } from "./subgroup.ts";
import { valuesOf } from "./subgroup-contrast.ts";
import type { Trait } from "./trait.ts";

/** The table of these rows, in this order; a row may come more than once. */
export function chosenRows(
  traits: readonly Trait[],
  target: ProfileTarget,
  rows: Int32Array,
): { readonly traits: readonly Trait[]; readonly target: ProfileTarget } {
  const values = valuesOf(target);
  const chosen = Float64Array.from(rows, (row) => values[row] as number);
  return {
    traits: traits.map(({ levels, codes }) => ({
      levels,
      codes: rows.map((row) => codes[row] as number),
    })),
    target:
      target.kind === "share" ? { kind: "share", hits: chosen } : { kind: "mean", values: chosen },
  };
}
