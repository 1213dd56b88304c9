/** A seeded generator (mulberry32): the same seed gives the same file on every machine. */
export type Random = {
  /** From 0 up to, and not including, `below`. */
  readonly whole: (below: number) => number;
};

export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  return {
    whole(below) {
      state = (state + 0x6d2b79f5) >>> 0;
      let mixed = Math.imul(state ^ (state >>> 15), state | 1);
      mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
      return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
    },
  };
}
