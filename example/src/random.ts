/**
 * A small seeded generator (sfc32 behind a string hash). Integers only inside, so that every machine
 * draws the same numbers; `fork` gives an independent stream per subject, so that a change in one part
 * of the firm does not shift the draws of another.
 */
export type Random = {
  /** A number in [0, 1). */
  next(): number;
  /** A whole number from `least` to `most`, both included. */
  integer(least: number, most: number): number;
  /** A number in [least, most). */
  between(least: number, most: number): number;
  /** True with the given probability. */
  chance(probability: number): boolean;
  pick<Item>(items: readonly Item[]): Item;
  /** One of the items, with the given weights. */
  weighted<Item>(items: readonly (readonly [Item, number])[]): Item;
  /** A new array in another order. */
  shuffle<Item>(items: readonly Item[]): Item[];
  /** Whole number near `expected`: the fraction decides by chance, so that sums stay right on average. */
  round(expected: number): number;
  fork(subject: string): Random;
};

function hash(text: string): readonly [number, number, number, number] {
  let a = 1779033703;
  let b = 3144134277;
  let c = 1013904242;
  let d = 2773480762;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    a = b ^ Math.imul(a ^ code, 597399067);
    b = c ^ Math.imul(b ^ code, 2869860233);
    c = d ^ Math.imul(c ^ code, 951274213);
    d = a ^ Math.imul(d ^ code, 2716044179);
  }
  return [a >>> 0, b >>> 0, c >>> 0, d >>> 0];
}

export function randomFrom(seed: string): Random {
  let [a, b, c, d] = hash(seed);

  function draw(): number {
    const t = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + t) | 0;
    return t >>> 0;
  }

  for (let warmUp = 0; warmUp < 12; warmUp++) draw();

  const random: Random = {
    next: () => draw() / 4294967296,
    integer: (least, most) => least + Math.floor(random.next() * (most - least + 1)),
    between: (least, most) => least + random.next() * (most - least),
    chance: (probability) => random.next() < probability,
    pick(items) {
      const item = items[random.integer(0, items.length - 1)];
      if (item === undefined) throw new RangeError("nothing to pick from");
      return item;
    },
    weighted(items) {
      let total = 0;
      for (const [, weight] of items) total += weight;
      let rest = random.next() * total;
      for (const [item, weight] of items) {
        rest -= weight;
        if (rest < 0) return item;
      }
      return random.pick(items)[0];
    },
    shuffle(items) {
      const copy = [...items];
      for (let index = copy.length - 1; index > 0; index--) {
        const other = random.integer(0, index);
        const held = copy[index] as (typeof copy)[number];
        copy[index] = copy[other] as (typeof copy)[number];
        copy[other] = held;
      }
      return copy;
    },
    round: (expected) => Math.floor(expected + random.next()),
    fork: (subject) => randomFrom(`${seed}/${subject}`),
  };
  return random;
}
