import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { digamma, logBeta, logGamma, trigamma } from "../../src/numeric/gamma-functions.ts";

const positive = fc.double({ min: 1e-3, max: 1e6, noNaN: true });

describe("the gamma functions", () => {
  it("take their known values", () => {
    expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.PI) / 2, 14);
    expect(logGamma(171)).toBeCloseTo(706.5730622457874, 10);
    expect(logGamma(1e-300)).toBeCloseTo(690.7755278982137, 10);
    expect(digamma(1)).toBeCloseTo(-0.5772156649015329, 13);
    expect(trigamma(1)).toBeCloseTo(Math.PI ** 2 / 6, 13);
    expect(trigamma(0.5)).toBeCloseTo(Math.PI ** 2 / 2, 12);
    expect(logBeta(2, 3)).toBeCloseTo(-Math.log(12), 13);
  });

  it("obey their recurrences", () => {
    fc.assert(
      fc.property(positive, (z) => {
        expect(logGamma(z + 1) - logGamma(z) - Math.log(z)).toBeCloseTo(0, 7);
        expect((digamma(z + 1) - digamma(z)) * z).toBeCloseTo(1, 7);
        expect(Math.abs(trigamma(z) - trigamma(z + 1) - 1 / (z * z)) * z).toBeLessThan(1e-9);
      }),
    );
  });

  it("refuse what is not above 0", () => {
    for (const f of [logGamma, digamma, trigamma])
      for (const z of [0, -1, Number.NaN]) expect(() => f(z)).toThrow(RangeError);
  });
});
