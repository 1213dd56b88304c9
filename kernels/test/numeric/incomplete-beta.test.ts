import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { incompleteBeta, inverseIncompleteBeta } from "../../src/numeric/incomplete-beta.ts";

function off(figure: number, known: number): number {
  return Math.abs(figure - known) / Math.abs(known);
}

const parameter = fc.double({ min: -2, max: 3.5, noNaN: true }).map((power) => 10 ** power);

describe("the incomplete beta function", () => {
  it("takes values computed with 40 digits", () => {
    for (const [a, b, x, known] of [
      [0.5, 0.5, 0.3, 0.36901011956554536],
      [2, 3, 0.25, 0.26171875],
      [10, 1000, 0.012, 0.7685104033087873],
      [300, 300, 0.52, 0.8364026079847839],
      [0.001, 10000, 1e-9, 0.9891229952892542],
      [1e4, 300, 0.97, 0.29436972830542935],
      [33.3, 0.001, 0.99, 0.0008370154069836778],
      [300, 0.1, 0.999, 0.09171107733458189],
    ] as const)
      expect(off(incompleteBeta(a, b, x), known)).toBeLessThan(5e-12);
  });

  it("for whole numbers is a sum of binomial chances (DLMF 8.17.5)", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 25 }),
        fc.integer({ min: 1, max: 25 }),
        fc.double({ min: 0.01, max: 0.99, noNaN: true }),
        (a, b, x) => {
          const size = a + b - 1;
          let sum = 0;
          let choose = 1;
          for (let k = 0; k <= size; k += 1) {
            if (k >= a) sum += choose * x ** k * (1 - x) ** (size - k);
            choose *= (size - k) / (k + 1);
          }
          expect(off(incompleteBeta(a, b, x), sum)).toBeLessThan(1e-11);
        },
      ),
    );
  });

  it("mirrors, and takes its ends", () => {
    fc.assert(
      fc.property(
        parameter,
        parameter,
        fc.double({ min: 0.01, max: 0.99, noNaN: true }),
        (a, b, x) => {
          expect(incompleteBeta(a, b, x) + incompleteBeta(b, a, 1 - x)).toBeCloseTo(1, 10);
        },
      ),
    );
    expect(incompleteBeta(2, 3, 0)).toBe(0);
    expect(incompleteBeta(2, 3, 1)).toBe(1);
    expect(inverseIncompleteBeta(2, 3, 0)).toBe(0);
    expect(inverseIncompleteBeta(2, 3, 1)).toBe(1);
  });

  it("is turned round by the inverse", () => {
    expect(off(inverseIncompleteBeta(0.5, 0.5, 0.1), 0.024471741852423217)).toBeLessThan(1e-13);
    expect(off(inverseIncompleteBeta(2, 3, 0.95), 0.7513953742698184)).toBeLessThan(1e-13);
    fc.assert(
      fc.property(
        parameter,
        parameter,
        fc.double({ min: 1e-6, max: 0.5, noNaN: true }),
        (a, b, probability) => {
          const x = inverseIncompleteBeta(a, b, probability);
          // Near 1 there are too few numbers to come closer.
          if (x > 1e-300 && x < 0.99)
            expect(off(incompleteBeta(a, b, x), probability)).toBeLessThan(1e-10);
        },
      ),
      { numRuns: 400 },
    );
  });

  it("refuses what cannot be", () => {
    expect(() => incompleteBeta(0, 1, 0.5)).toThrow("a does");
    expect(() => incompleteBeta(1, Number.NaN, 0.5)).toThrow("b does");
    expect(() => incompleteBeta(1, 1, 1.1)).toThrow(RangeError);
    expect(() => inverseIncompleteBeta(1, 1, -0.1)).toThrow(RangeError);
  });
});
