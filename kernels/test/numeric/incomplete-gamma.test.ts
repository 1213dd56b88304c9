import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  incompleteGamma,
  inverseIncompleteGamma,
  upperIncompleteGamma,
} from "../../src/numeric/incomplete-gamma.ts";

/** Relative distance of a figure from what it is known to be. */
function off(figure: number, known: number): number {
  return Math.abs(figure - known) / Math.abs(known);
}

describe("the incomplete gamma functions", () => {
  it("take values computed with 40 digits", () => {
    for (const [shape, x, lower, upper] of [
      [0.001, 1e-6, 0.9868481336940766, 0.013151866305923335],
      [0.5, 0.3, 0.5614219739190002, 0.4385780260809998],
      [2.5, 1, 0.15085496391539036, 0.8491450360846097],
      [10, 15, 0.9301463393005902, 0.06985366069940976],
      [33.3, 50, 0.9949375416741754, 0.005062458325824656],
      [100, 90, 0.15822098918643016, 0.8417790108135699],
      [1000, 1010, 0.6276789447369947, 0.3723210552630053],
      [1000, 1100, 0.99894067674607, 0.0010593232539299773],
      [1e5, 1e5, 0.5004205221103651, 0.4995794778896348],
    ] as const) {
      expect(off(incompleteGamma(shape, x), lower)).toBeLessThan(2e-13);
      expect(off(upperIncompleteGamma(shape, x), upper)).toBeLessThan(2e-13);
    }
    expect(off(incompleteGamma(1e5, 9e4), 1.9782570322356404e-235)).toBeLessThan(2e-13);
  });

  it("for whole shapes are sums of Poisson chances, for one half the error function (R, DLMF 8.4)", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        fc.double({ min: 0.01, max: 90, noNaN: true }),
        (shape, x) => {
          let term = Math.exp(-x);
          let sum = 0;
          for (let k = 0; k < shape; k += 1) {
            sum += term;
            term *= x / (k + 1);
          }
          expect(off(upperIncompleteGamma(shape, x), sum)).toBeLessThan(1e-12);
          expect(incompleteGamma(shape, x) + upperIncompleteGamma(shape, x)).toBeCloseTo(1, 14);
        },
      ),
    );
    // R: pchisq(3.841458820694124, 1) is .95, pgamma(2, .5) is .9544997361036416.
    expect(incompleteGamma(0.5, 3.841458820694124 / 2)).toBeCloseTo(0.95, 14);
    expect(incompleteGamma(0.5, 2)).toBeCloseTo(0.9544997361036416, 14);
  });

  it("take their ends", () => {
    expect(incompleteGamma(3, 0)).toBe(0);
    expect(upperIncompleteGamma(3, 0)).toBe(1);
    expect(incompleteGamma(3, Number.POSITIVE_INFINITY)).toBe(1);
    expect(inverseIncompleteGamma(3, 0)).toBe(0);
    expect(inverseIncompleteGamma(3, 1)).toBe(Number.POSITIVE_INFINITY);
    expect(inverseIncompleteGamma(1e-3, 1e-9)).toBe(0);
  });

  it("are turned round by the inverse", () => {
    expect(off(inverseIncompleteGamma(0.5, 0.1), 0.007895387046715613)).toBeLessThan(1e-13);
    expect(off(inverseIncompleteGamma(2.5, 0.9), 4.61817844989056)).toBeLessThan(1e-13);
    expect(off(inverseIncompleteGamma(100, 0.025), 81.36399125092314)).toBeLessThan(1e-13);
    expect(off(inverseIncompleteGamma(0.01, 0.3), 2.9174171917458687e-53)).toBeLessThan(1e-11);
    fc.assert(
      fc.property(
        fc.double({ min: -2, max: 5, noNaN: true }),
        fc.double({ min: 1e-9, max: 1 - 1e-9, noNaN: true }),
        (logShape, probability) => {
          const shape = 10 ** logShape;
          const x = inverseIncompleteGamma(shape, probability);
          if (x === 0) return;
          if (probability <= 0.5)
            expect(off(incompleteGamma(shape, x), probability)).toBeLessThan(1e-11);
          else expect(off(upperIncompleteGamma(shape, x), 1 - probability)).toBeLessThan(1e-11);
        },
      ),
      { numRuns: 400 },
    );
  });

  it("refuse what cannot be", () => {
    for (const shape of [0, -1, Number.NaN, Number.POSITIVE_INFINITY])
      expect(() => incompleteGamma(shape, 1)).toThrow(RangeError);
    for (const x of [-1, Number.NaN]) expect(() => upperIncompleteGamma(1, x)).toThrow(RangeError);
    for (const probability of [-0.1, 1.1, Number.NaN])
      expect(() => inverseIncompleteGamma(1, probability)).toThrow(RangeError);
  });
});
