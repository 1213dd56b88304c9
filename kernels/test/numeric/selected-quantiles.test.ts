import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { quantiles } from "../../src/numeric/quantile.ts";
import { selectedQuantiles } from "../../src/numeric/selected-quantiles.ts";

describe("selected quantiles", () => {
  it("are those of the sorted values, ties or not", () => {
    const value = fc.oneof(
      fc.integer({ min: -3, max: 3 }),
      fc.double({ min: -1e6, max: 1e6, noNaN: true }),
    );
    const probability = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(
        fc.array(value, { minLength: 1, maxLength: 60 }),
        fc.array(probability, { maxLength: 4 }),
        (values, drawn) => {
          const probabilities = [...drawn, 0, 0.5, 1];
          const selected = selectedQuantiles(Float64Array.from(values), probabilities);
          for (const [at, expected] of quantiles(values, probabilities).entries())
            expect(selected[at]).toBeCloseTo(expected, 12);
        },
      ),
    );
  });

  it("refuse no values, and a probability that is none", () => {
    expect(() => selectedQuantiles(new Float64Array(0), [0.5])).toThrow(RangeError);
    expect(() => selectedQuantiles(Float64Array.of(1), [1.5])).toThrow(RangeError);
  });
});
