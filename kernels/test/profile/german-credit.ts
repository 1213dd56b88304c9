import type { RandomStream } from "../../src/numeric/random-stream.ts";
import { nominalTrait, type Trait } from "../../src/profile/trait.ts";
import { sampleColumns } from "../survey/profile-samples.ts";

/** The German credit sample with all traits in levels, and who repaid. */
export function germanCredit(): { readonly traits: readonly Trait[]; readonly labels: number[] } {
  const columns = [...sampleColumns("german.binned.csv")];
  return {
    traits: columns.slice(0, 20).map(([, cells]) => nominalTrait(cells).trait),
    labels: columns[20]?.[1].map(Number) ?? [],
  };
}

/** Traits of some of the customers. */
export function traitsOf(traits: readonly Trait[], rows: readonly number[]): Trait[] {
  return traits.map(({ levels, codes }) => ({
    levels,
    codes: Int32Array.from(rows, (row) => codes[row] as number),
  }));
}

/** The numbers from 0 up to `count` in a random order. */
export function shuffled(count: number, random: RandomStream): number[] {
  const order = Array.from({ length: count }, (_, row) => row);
  for (let last = count - 1; last > 0; last -= 1) {
    const other = random.integer(last + 1);
    [order[last], order[other]] = [order[other] as number, order[last] as number];
  }
  return order;
}
