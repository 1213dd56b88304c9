import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { quantile, quantiles, weightedQuantiles } from "../../src/numeric/quantile.ts";

describe("quantiles", () => {
  it("are those of type 7", () => {
    expect(quantiles([4, 1, 3, 2], [0, 0.25, 0.5, 1])).toEqual([1, 1.75, 2.5, 4]);
    expect(quantile([9], 0.3)).toBe(9);
  });

  it("do not depend on the order of the values", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer(), { minLength: 1 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (values, probability) => {
          expect(quantile(values.toReversed(), probability)).toBe(quantile(values, probability));
        },
      ),
    );
  });

  it("with weights are the first value that reaches the share", () => {
    expect(weightedQuantiles([10, 30, 20], [1, 2, 1], [0, 0.25, 0.5, 0.75, 1])).toEqual([
      10, 10, 20, 30, 30,
    ]);
    expect(weightedQuantiles([1, 2, 3], [1, 1, 0], [1])).toEqual([2]);
  });

  it("name the value that is wrong", () => {
    expect(() => quantile([], 0.5)).toThrow(RangeError);
    expect(() => quantile([1, Number.NaN], 0.5)).toThrow("value 1");
    expect(() => quantile([1], 1.5)).toThrow(RangeError);
    expect(() => weightedQuantiles([1, 2], [1, -1], [0.5])).toThrow("weight 1");
    expect(() => weightedQuantiles([1, 2], [0, 0], [0.5])).toThrow(RangeError);
    expect(() => weightedQuantiles([1, 2], [1], [0.5])).toThrow(RangeError);
  });
});
