import type { ShareQuality } from "./share-quality.ts";
import {
  countsOf,
  type Selector,
  type SubgroupCounter,
  type SubgroupTally,
} from "./subgroup-tally.ts";
import type { Trait } from "./trait.ts";

/** The rows at a depth: the places of the words that are not empty, and the words. */
type Cover = { readonly place: Int32Array; readonly word: Int32Array; size: number };

/** Counts hits among rows. */
export function shareCounter(
  traits: readonly Trait[],
  hits: ArrayLike<number>,
  shares: ShareQuality,
): SubgroupCounter {
  return {
    singles: () => {
      const selectors: Selector[] = [];
      const counts = countsOf(traits.reduce((sum, { levels }) => sum + levels, 0));
      for (const [trait, { codes, levels }] of traits.entries()) {
        // Two counts a level: rows without and with a hit; the first two are of unknown levels.
        const found = new Int32Array(2 * levels + 2);
        for (let row = 0; row < codes.length; row += 1) {
          const at = 2 * (codes[row] as number) + 2 + (hits[row] as number);
          found[at] = (found[at] as number) + 1;
        }
        for (let level = 0; level < levels; level += 1) {
          const selector = selectors.push({ trait, level }) - 1;
          const own = found[2 * level + 3] as number;
          const rows = own + (found[2 * level + 2] as number);
          counts.rows[selector] = rows;
          counts.average[selector] = rows === 0 ? 0 : own / rows;
          counts.quality[selector] = rows === 0 ? 0 : shares.quality(rows, own);
          counts.bound[selector] = shares.bound[own] as number;
        }
      }
      return { selectors, counts };
    },
    tally: (selectors, depth) => shareTally(traits, hits, selectors, depth, shares),
  };
}

/**
 * Counts hits with a bit per row and selector, hits and other rows apart. The bound needs hits alone, so
 * other rows are only counted for what can still be good; empty words are skipped.
 */
function shareTally(
  traits: readonly Trait[],
  hits: ArrayLike<number>,
  selectors: readonly Selector[],
  depth: number,
  { quality, bound }: ShareQuality,
): SubgroupTally {
  const rows = hits.length;
  let allHits = 0;
  for (let row = 0; row < rows; row += 1) allHits += hits[row] as number;
  const hitWords = (allHits + 31) >>> 5;
  const otherWords = (rows - allHits + 31) >>> 5;
  const stride = hitWords + otherWords;
  const bits = new Int32Array(stride * selectors.length);
  setBits(traits, hits, selectors, bits, hitWords, stride);

  const hitCovers = Array.from({ length: depth }, (_, at) => emptyCover(hitWords, 0, at === 0));
  const otherCovers = Array.from({ length: depth }, (_, at) =>
    emptyCover(otherWords, hitWords, at === 0),
  );
  const hitsOf = new Int32Array(selectors.length);

  return {
    selectors,
    bounds: (at, chosen, counts) => {
      const cover = hitCovers[at] as Cover;
      for (const selector of chosen) {
        const found = shared(cover, bits, selector * stride);
        hitsOf[selector] = found;
        counts.bound[selector] = bound[found] as number;
      }
    },
    measure: (at, chosen, counts) => {
      const cover = otherCovers[at] as Cover;
      for (const selector of chosen) {
        const found = hitsOf[selector] as number;
        const covered = found + shared(cover, bits, selector * stride);
        counts.rows[selector] = covered;
        counts.average[selector] = covered === 0 ? 0 : found / covered;
        counts.quality[selector] = covered === 0 ? 0 : quality(covered, found);
      }
    },
    narrow: (at, selector) => {
      narrowed(hitCovers[at] as Cover, bits, selector * stride, hitCovers[at + 1] as Cover);
      narrowed(otherCovers[at] as Cover, bits, selector * stride, otherCovers[at + 1] as Cover);
    },
  };
}

function emptyCover(words: number, from: number, full: boolean): Cover {
  const place = new Int32Array(words);
  const word = new Int32Array(words);
  if (full) {
    for (let index = 0; index < words; index += 1) place[index] = from + index;
    word.fill(-1);
  }
  return { place, word, size: full ? words : 0 };
}

function setBits(
  traits: readonly Trait[],
  hits: ArrayLike<number>,
  selectors: readonly Selector[],
  bits: Int32Array,
  hitWords: number,
  stride: number,
): void {
  const place = new Int32Array(hits.length);
  let nextHit = 0;
  let nextOther = 32 * hitWords;
  for (let row = 0; row < hits.length; row += 1)
    place[row] = hits[row] === 1 ? nextHit++ : nextOther++;
  for (const [index, { codes, levels }] of traits.entries()) {
    const baseOf = new Int32Array(levels + 1).fill(-1);
    let used = false;
    for (const [selector, { trait, level }] of selectors.entries())
      if (trait === index) {
        baseOf[level + 1] = selector * stride;
        used = true;
      }
    if (!used) continue;
    for (let row = 0; row < codes.length; row += 1) {
      const base = baseOf[(codes[row] as number) + 1] as number;
      if (base < 0) continue;
      const at = place[row] as number;
      const word = base + (at >>> 5);
      bits[word] = (bits[word] as number) | (1 << (at & 31));
    }
  }
}

/** How many rows of the cover have the selector whose bits start at `base`. */
function shared({ place, word, size }: Cover, bits: Int32Array, base: number): number {
  let total = 0;
  for (let index = 0; index < size; index += 1) {
    let x = (word[index] as number) & (bits[base + (place[index] as number)] as number);
    x -= (x >>> 1) & 0x55555555;
    x = (x & 0x33333333) + ((x >>> 2) & 0x33333333);
    total += Math.imul((x + (x >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
  }
  return total;
}

function narrowed(from: Cover, bits: Int32Array, base: number, to: Cover): void {
  let size = 0;
  for (let index = 0; index < from.size; index += 1) {
    const at = from.place[index] as number;
    const x = (from.word[index] as number) & (bits[base + at] as number);
    to.place[size] = at;
    to.word[size] = x;
    size += x === 0 ? 0 : 1;
  }
  to.size = size;
}
