import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { holdout } from "../../src/planning/holdout.ts";

const customers = Array.from({ length: 20_000 }, (_, index) => `customer-${index}`);

function shareOf(sides: Uint8Array): number {
  return sides.reduce((sum, side) => sum + side, 0) / sides.length;
}

describe("the customers that are left alone", () => {
  it("are the share asked for, whatever the keys look like", () => {
    for (const share of [0.1, 0.15, 0.2]) {
      expect(shareOf(holdout(customers, share, 7))).toBeCloseTo(share, 1.8);
      const numbers = customers.map((_, index) => index);
      expect(shareOf(holdout(numbers, share, 7))).toBeCloseTo(share, 1.8);
    }
    expect(shareOf(holdout(customers, 0, 7))).toBe(0);
    expect(shareOf(holdout(customers, 1, 7))).toBe(1);
  });

  it("stay the same whoever joins or leaves, and a larger share only adds", () => {
    fc.assert(
      fc.property(fc.array(fc.string()), fc.integer(), (keys, seed) => {
        const sides = holdout(keys, 0.15, seed);
        expect([...holdout(keys.toReversed(), 0.15, seed)].toReversed()).toEqual([...sides]);
        for (const [index, side] of holdout(keys, 0.4, seed).entries())
          expect(side).toBeGreaterThanOrEqual(sides[index] as number);
      }),
    );
  });

  it("are others with another seed: two experiments do not share them", () => {
    const one = holdout(customers, 0.2, 1);
    for (const seed of [2, 3, 1 + 2 ** 32]) {
      const other = holdout(customers, 0.2, seed);
      const both = one.filter((side, index) => side === 1 && other[index] === 1).length;
      expect(both / customers.length).toBeCloseTo(0.04, 1.8);
    }
  });

  it("refuse a share or a seed that cannot be", () => {
    expect(() => holdout(["a"], 1.1, 1)).toThrow(RangeError);
    expect(() => holdout(["a"], Number.NaN, 1)).toThrow(RangeError);
    expect(() => holdout(["a"], 0.1, 0.5)).toThrow(/seed/);
    expect(holdout([], 0.1, 1)).toEqual(new Uint8Array(0));
  });
});
