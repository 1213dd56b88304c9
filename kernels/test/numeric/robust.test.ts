import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  huberMean,
  median,
  medianAbsoluteDeviation,
  trimmedMean,
} from "../../src/numeric/robust.ts";

/** R's MASS::chem: copper in wholemeal flour, with one wild value. */
const copper = [
  2.9, 3.1, 3.4, 3.4, 3.7, 3.7, 2.8, 2.5, 2.4, 2.4, 2.7, 2.2, 5.28, 3.37, 3.03, 3.03, 28.95, 3.77,
  3.4, 2.2, 3.5, 3.6, 3.7, 3.7,
];

const numbers = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), {
  minLength: 1,
  maxLength: 40,
});

describe("robust statistics", () => {
  it("of the copper in flour are those of R", () => {
    expect(median(copper)).toBeCloseTo(3.385, 12);
    // mad(chem) 0.526323, mean(chem, trim = .1) 3.205, huber(chem)$mu 3.206724.
    expect(medianAbsoluteDeviation(copper)).toBeCloseTo(0.526323, 5);
    expect(trimmedMean(copper, 0.1)).toBeCloseTo(3.205, 12);
    expect(huberMean(copper)).toBeCloseTo(3.206724, 5);
  });

  it("stand still before a wild value, and follow unit and zero", () => {
    fc.assert(
      fc.property(numbers, fc.double({ min: 0.1, max: 10, noNaN: true }), (values, factor) => {
        const moved = values.map((value) => factor * value + 3);
        for (const centre of [
          median,
          (list: number[]) => trimmedMean(list, 0.2),
          (list: number[]) => huberMean(list),
        ]) {
          const here = centre(values);
          expect(Math.abs(centre(moved) - (factor * here + 3))).toBeLessThan(1e-6);
          expect(here).toBeGreaterThanOrEqual(Math.min(...values) - 1e-9);
          expect(here).toBeLessThanOrEqual(Math.max(...values) + 1e-9);
        }
        expect(
          Math.abs(medianAbsoluteDeviation(moved) - factor * medianAbsoluteDeviation(values)),
        ).toBeLessThan(1e-6);
      }),
    );
    const wild = [...copper, 1e12];
    expect(median(wild)).toBeLessThan(4);
    expect(huberMean(wild)).toBeLessThan(4);
    expect(trimmedMean(wild, 0.1)).toBeLessThan(4);
  });

  it("of a half or more equal values are that value", () => {
    expect(huberMean([2, 2, 2, 90])).toBe(2);
    expect(medianAbsoluteDeviation([2, 2, 2, 90])).toBe(0);
    expect(trimmedMean([1, 2, 90], 0.5)).toBe(2);
  });

  it("refuse what cannot be", () => {
    expect(() => median([])).toThrow(RangeError);
    expect(() => huberMean([1, Number.NaN])).toThrow("value 1");
    expect(() => huberMean([1], 0)).toThrow(RangeError);
    expect(() => trimmedMean([1], 0.6)).toThrow(RangeError);
  });
});
