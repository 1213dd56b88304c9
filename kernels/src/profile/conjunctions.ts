import type { Condition } from "./subgroup.ts";
import type { Trait } from "./trait.ts";

/** The rows that meet the conditions; both are only good until the visit ends. */
export type ConjunctionVisit = (
  conditions: readonly Condition[],
  rows: Int32Array,
  size: number,
) => void;

/**
 * Visits every conjunction of at most `depth` levels of different traits with at least `fewest` rows, but not
 * all rows. A condition that takes no row away is left out, and all that would follow on it: it says nothing new.
 */
export function eachConjunction(
  traits: readonly Trait[],
  rows: number,
  depth: number,
  fewest: number,
  visit: ConjunctionVisit,
): void {
  const words = (rows + 31) >>> 5;
  const singles = singleCovers(traits, rows, fewest, words);
  const covers = Array.from({ length: depth }, () => new Int32Array(words));
  const list = new Int32Array(rows);
  const conditions: Condition[] = [];

  function descend(start: number, above: Int32Array | null, size: number): void {
    const cover = covers[conditions.length] as Int32Array;
    const lastTrait = conditions.at(-1)?.trait ?? -1;
    for (let place = start; place < singles.length; place += 1) {
      const { condition, bits } = singles[place] as SingleCover;
      if (condition.trait === lastTrait) continue;
      for (let word = 0; word < words; word += 1)
        cover[word] = (bits[word] as number) & (above === null ? -1 : (above[word] as number));
      const own = listed(cover, list);
      if (own < fewest || own === size) continue;
      conditions.push(condition);
      visit(conditions, list, own);
      if (conditions.length < depth) descend(place + 1, cover, own);
      conditions.pop();
    }
  }
  descend(0, null, rows);
}

type SingleCover = { readonly condition: Condition; readonly bits: Int32Array };

function singleCovers(
  traits: readonly Trait[],
  rows: number,
  fewest: number,
  words: number,
): readonly SingleCover[] {
  return traits.flatMap(({ codes, levels }, trait) => {
    const counts = new Int32Array(levels + 1);
    for (let row = 0; row < rows; row += 1) {
      const at = (codes[row] as number) + 1;
      counts[at] = (counts[at] as number) + 1;
    }
    const coverOf = new Map<number, Int32Array>();
    for (let level = 0; level < levels; level += 1)
      if ((counts[level + 1] as number) >= fewest) coverOf.set(level, new Int32Array(words));
    for (let row = 0; row < rows; row += 1) {
      const bits = coverOf.get(codes[row] as number);
      if (bits !== undefined) bits[row >>> 5] = (bits[row >>> 5] as number) | (1 << (row & 31));
    }
    return Array.from(coverOf, ([level, bits]) => ({ condition: { trait, level }, bits }));
  });
}

/** Writes the numbers of the bits that are set, ascending; gives how many. */
function listed(cover: Int32Array, list: Int32Array): number {
  let size = 0;
  for (let word = 0; word < cover.length; word += 1)
    for (let bits = cover[word] as number; bits !== 0; bits &= bits - 1)
      list[size++] = 32 * word + 31 - Math.clz32(bits & -bits);
  return size;
}
