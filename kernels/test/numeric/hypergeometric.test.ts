import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { logGamma } from "../../src/numeric/gamma-functions.ts";
import { logHypergeometric } from "../../src/numeric/hypergeometric.ts";
import { paretoLogLikelihood } from "../../src/value/pareto-nbd-fit.ts";

describe("the hypergeometric function", () => {
  it("has its elementary cases (DLMF 15.4)", () => {
    expect(Math.exp(logHypergeometric(1, 1, 2, 0.5))).toBeCloseTo(2 * Math.LN2, 14);
    expect(Math.exp(logHypergeometric(1, 1, 2, -3))).toBeCloseTo(Math.log(4) / 3, 13);
    expect(Math.exp(logHypergeometric(0.5, 0.5, 1.5, 0.81))).toBeCloseTo(Math.asin(0.9) / 0.9, 13);
    expect(logHypergeometric(2.5, 1, 3, 0)).toBe(0);
    // Gauss: Gamma(5) Gamma(2.5) / (Gamma(4) Gamma(3.5)) = 4 / 2.5.
    expect(Math.exp(logHypergeometric(1, 1.5, 5, 1))).toBeCloseTo(1.6, 13);
  });

  it("takes values computed with 50 digits, also where the function itself overflows", () => {
    for (const [a, b, c, z, known] of [
      [500, 3, 700, 0.99, 3.7043354021218358],
      [30, 0.5, 2, -40, -3.411834932926625],
      [2.5, 1.2, 3.7, 0.6, 0.6833746882575618],
      [1000, 2, 5, 0.3, 341.6705795993582],
      [-3, 1.5, 4, 0.8, -0.906340401020987],
      [27, 27.6, 28.2, 0.35, 11.381758566156854],
      [527, 27.6, 528.2, 0.9, 63.09337883981468],
    ] as const)
      expect(Math.abs(logHypergeometric(a, b, c, z) / known - 1)).toBeLessThan(2e-12);
    expect(logHypergeometric(1e5, 2, 9, 0.9)).toSatisfy(Number.isFinite);
  });

  it("obeys Euler's transformation (DLMF 15.8.1)", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.1, max: 60, noNaN: true }),
        fc.double({ min: 0.1, max: 20, noNaN: true }),
        fc.double({ min: 0.1, max: 20, noNaN: true }),
        fc.double({ min: -5, max: 0.95, noNaN: true }),
        (a, b, more, z) => {
          const c = b + more;
          const one = logHypergeometric(a, b, c, z);
          const other = logHypergeometric(c - a, b, c, z / (z - 1));
          // F(a, b; c; z) = (1 - z)^-b F(c - a, b; c; z / (z - 1))
          expect(one + b * Math.log1p(-z)).toBeCloseTo(other, 9);
        },
      ),
    );
  });

  it("gives the same Pareto/NBD as the quadrature, in Fader and Hardie's form", () => {
    const parameters = { r: 0.55, alpha: 10.6, s: 0.61, beta: 11.7 };
    const { r, alpha, s, beta } = parameters;
    for (const [x, last, age] of [
      [0, 0, 39],
      [2, 30.43, 38.86],
      [26, 30.86, 31],
      [7, 5, 38],
    ] as const) {
      // With beta the larger, as in "A note on deriving the Pareto/NBD model" (2005).
      const logTerm = (time: number) =>
        logHypergeometric(r + s + x, r + x, r + s + x + 1, (beta - alpha) / (beta + time)) -
        (r + s + x) * Math.log(beta + time);
      const away = Math.exp(logTerm(last)) - Math.exp(logTerm(age));
      const here = Math.exp(-(r + x) * Math.log(alpha + age) - s * Math.log(beta + age));
      const known =
        logGamma(r + x) -
        logGamma(r) +
        r * Math.log(alpha) +
        s * Math.log(beta) +
        Math.log(here + (s / (r + s + x)) * away);
      const form = paretoLogLikelihood({ repeats: [x], last: [last], age: [age] }, parameters);
      expect(form).toBeCloseTo(known, 9);
    }
  });

  it("refuses what cannot be", () => {
    expect(() => logHypergeometric(1, 2, 2, 0.5)).toThrow(RangeError);
    expect(() => logHypergeometric(1, 0, 2, 0.5)).toThrow(RangeError);
    expect(() => logHypergeometric(1, 1, 2, 1)).toThrow(RangeError);
    expect(() => logHypergeometric(1, 1, 2, 1.5)).toThrow(RangeError);
    expect(() => logHypergeometric(1, 1, 2, Number.NaN)).toThrow(RangeError);
  });
});
