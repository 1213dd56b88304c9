import { quantiles } from "../numeric/quantile.ts";
import { missingLevel, type Trait } from "./trait.ts";

/**
 * Where to cut a number into bins of about as many rows each: the quantiles (type 7) at 1/bins, 2/bins, ... above
 * the lowest value, equal ones once. Where all of them are the lowest value (four in five rows have
 * none of it, say) the one cut parts the lowest value from the rest: a zero-inflated number. No cut if all are equal.
 *
 * @param values NaN where it is not known
 * @param bins at least 2
 * @throws RangeError for fewer than 2 bins or an infinite value, with its index
 */
export function equalFrequencyCuts(values: ArrayLike<number>, bins = 5): readonly number[] {
  if (!(Number.isSafeInteger(bins) && bins >= 2))
    throw new RangeError(`at least 2 bins are needed, got ${bins}`);
  const known = Float64Array.from(values).filter((value, row) => {
    if (Math.abs(value) === Number.POSITIVE_INFINITY)
      throw new RangeError(`value ${row} is ${value}`);
    return !Number.isNaN(value);
  });
  if (known.length === 0) return [];
  known.sort();
  const lowest = known[0] as number;
  const places = Array.from({ length: bins - 1 }, (_, cut) => (cut + 1) / bins);
  const cuts = [...new Set(quantiles(known, places))].filter((cut) => cut > lowest);
  if (cuts.length > 0) return cuts;
  const next = known.find((value) => value > lowest);
  return next === undefined ? [] : [next];
}

/**
 * A number as a nominal trait: level 0 is below the first cut, level k from cut k - 1 up to but not including cut
 * k (closed on the left), the last level from the last cut.
 *
 * @param values NaN where it is not known
 * @param cuts ascending: those of `equalFrequencyCuts`, or a person's own
 * @throws RangeError for cuts that do not ascend, with the index of the cut
 */
export function binnedTrait(values: ArrayLike<number>, cuts: readonly number[]): Trait {
  for (const [index, cut] of cuts.entries())
    if (Number.isNaN(cut) || (index > 0 && cut <= (cuts[index - 1] as number)))
      throw new RangeError(`cut ${index} is ${cut}: cuts ascend`);
  const codes = Int32Array.from(values, (value) => {
    if (Number.isNaN(value)) return missingLevel;
    let low = 0;
    let high = cuts.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((cuts[middle] as number) <= value) low = middle + 1;
      else high = middle;
    }
    return low;
  });
  return { levels: cuts.length + 1, codes };
}
