import type { RandomStream } from "../numeric/random-stream.ts";

/**
 * Hits dealt anew over the rows many times, a bit per deal, so that 32 deals are counted at once.
 */
export type PermutedHits = {
  /** Words of 32 deals per row; bits above the last deal are 0. */
  readonly words: number;
  /** By row, then by word. */
  readonly bits: Int32Array;
};

/** Deals `hits` hits over `rows` rows. */
export function permutedHits(
  rows: number,
  hits: number,
  deals: number,
  random: RandomStream,
): PermutedHits {
  const words = (deals + 31) >>> 5;
  const bits = new Int32Array(rows * words);
  const order = Int32Array.from({ length: rows }, (_, row) => row);
  for (let deal = 0; deal < deals; deal += 1)
    for (let place = 0; place < hits; place += 1) {
      const other = place + random.integer(rows - place);
      const row = order[other] as number;
      order[other] = order[place] as number;
      order[place] = row;
      const word = row * words + (deal >>> 5);
      bits[word] = (bits[word] as number) | (1 << (deal & 31));
    }
  return { words, bits };
}

/** The most binary digits of a count of hits. */
const digits = 24;

/**
 * Gives `found` every deal that puts at least `fewest` hits in the chosen rows, with how many. Counts stand as
 * binary digits across words, added eight rows at a time by carry-save adders (Harley and Seal).
 */
export function dealsWithHits(
  { words, bits }: PermutedHits,
  chosen: Int32Array,
  size: number,
  fewest: number,
  found: (deal: number, hits: number) => void,
): void {
  if (fewest > size) return;
  const digit = new Int32Array(digits);
  const top = 32 - Math.clz32(size);
  for (let word = 0; word < words; word += 1) {
    digit.fill(0);
    let ones = 0;
    let twos = 0;
    let fours = 0;
    let index = 0;
    for (; index + 7 < size; index += 8) {
      const a = bits[(chosen[index] as number) * words + word] as number;
      const b = bits[(chosen[index + 1] as number) * words + word] as number;
      const c = bits[(chosen[index + 2] as number) * words + word] as number;
      const d = bits[(chosen[index + 3] as number) * words + word] as number;
      const e = bits[(chosen[index + 4] as number) * words + word] as number;
      const f = bits[(chosen[index + 5] as number) * words + word] as number;
      const g = bits[(chosen[index + 6] as number) * words + word] as number;
      const h = bits[(chosen[index + 7] as number) * words + word] as number;
      let half = ones ^ a;
      const carryA = (ones & a) | (half & b);
      ones = half ^ b;
      half = ones ^ c;
      const carryB = (ones & c) | (half & d);
      ones = half ^ d;
      half = ones ^ e;
      const carryC = (ones & e) | (half & f);
      ones = half ^ f;
      half = ones ^ g;
      const carryD = (ones & g) | (half & h);
      ones = half ^ h;
      half = twos ^ carryA;
      const foursA = (twos & carryA) | (half & carryB);
      twos = half ^ carryB;
      half = twos ^ carryC;
      const foursB = (twos & carryC) | (half & carryD);
      twos = half ^ carryD;
      half = fours ^ foursA;
      let eights = (fours & foursA) | (half & foursB);
      fours = half ^ foursB;
      for (let place = 3; eights !== 0; place += 1) {
        const before = digit[place] as number;
        digit[place] = before ^ eights;
        eights &= before;
      }
    }
    digit[0] = ones;
    digit[1] = twos;
    digit[2] = fours;
    for (; index < size; index += 1) {
      let carry = bits[(chosen[index] as number) * words + word] as number;
      for (let place = 0; carry !== 0; place += 1) {
        const before = digit[place] as number;
        digit[place] = before ^ carry;
        carry &= before;
      }
    }
    let more = 0;
    let equal = -1;
    for (let place = top - 1; place >= 0; place -= 1) {
      const own = digit[place] as number;
      if ((fewest >>> place) & 1) equal &= own;
      else {
        more |= equal & own;
        equal &= ~own;
      }
    }
    for (let deals = more | equal; deals !== 0; deals &= deals - 1) {
      const bit = 31 - Math.clz32(deals & -deals);
      let hits = 0;
      for (let place = 0; place < top; place += 1)
        hits |= (((digit[place] as number) >>> bit) & 1) << place;
      found(32 * word + bit, hits);
    }
  }
}
