import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { expectedSpend, fitGammaGamma, type GammaGammaFit } from "../../src/value/gamma-gamma.ts";
import { exactCdnow, roundedCdnow, samplesThere } from "./cdnow.ts";

function fitted(fit: GammaGammaFit) {
  if (fit.kind !== "fitted") throw new Error(`no fit but ${fit.kind}`);
  return fit;
}

const spenders = fc.array(
  fc.record({
    x: fc.integer({ min: 1, max: 30 }),
    mean: fc.double({ min: 1, max: 1000, noNaN: true }),
  }),
  { minLength: 5, maxLength: 40 },
);

function historyOf(rows: readonly { x: number; mean: number }[], factor = 1) {
  return { repeats: rows.map(({ x }) => x), spend: rows.map(({ mean }) => mean * factor) };
}

describe.skipIf(!samplesThere)("on the repeat buyers of CDNOW", () => {
  it("the Gamma-Gamma has the reference fit", () => {
    const rounded = fitted(fitGammaGamma(roundedCdnow()));
    expect(rounded.customers).toBe(946);
    expect(rounded.parameters.p).toBeCloseTo(6.24880249, 7);
    expect(rounded.parameters.q).toBeCloseTo(3.744588453, 7);
    expect(rounded.parameters.v).toBeCloseTo(15.44774801, 6);
    expect(rounded.logLikelihood).toBeCloseTo(-4055.9232435, 7);
    expect(rounded.standardErrors.p).toBeCloseTo(1.18969, 5);
    expect(rounded.standardErrors.q).toBeCloseTo(0.290166, 6);
    expect(rounded.standardErrors.v).toBeCloseTo(4.15999, 4);
    const exact = fitted(fitGammaGamma(exactCdnow()));
    expect(exact.parameters.p).toBeCloseTo(6.249572271, 7);
    expect(exact.parameters.q).toBeCloseTo(3.744224667, 7);
    expect(exact.parameters.v).toBeCloseTo(15.44352096, 6);
    expect(exact.logLikelihood).toBeCloseTo(-4055.9176948, 7);
  });

  it("the expected spend of the first ten is that of the published sheet", () => {
    const history = exactCdnow();
    const { parameters } = fitted(fitGammaGamma(history));
    const expected = expectedSpend(history, parameters);
    [24.65, 18.91, 35.17, 35.17, 35.17, 71.46, 18.91, 35.17, 27.28, 35.17].forEach((amount, k) => {
      expect(Math.abs((expected[k] as number) - amount)).toBeLessThanOrEqual(0.01);
    });
  });
});

describe("the Gamma-Gamma", () => {
  it("follows the unit of money and not the order of the customers", () => {
    fc.assert(
      fc.property(spenders, fc.constantFrom(0.01, 100, 1e6), (rows, factor) => {
        const first = fitted(fitGammaGamma(historyOf(rows), "weak"));
        const scaled = fitted(fitGammaGamma(historyOf(rows, factor), "weak"));
        const turned = fitted(fitGammaGamma(historyOf(rows.toReversed()), "weak"));
        expect(turned.parameters.p / first.parameters.p).toBeCloseTo(1, 6);
        expect(scaled.parameters.p / first.parameters.p).toBeCloseTo(1, 6);
        expect(scaled.parameters.q / first.parameters.q).toBeCloseTo(1, 6);
        expect(scaled.parameters.v / (first.parameters.v * factor)).toBeCloseTo(1, 6);
      }),
      { numRuns: 60 },
    );
  });

  it("names what is missing", () => {
    expect(fitGammaGamma({ repeats: [], spend: [] })).toEqual({
      kind: "too-thin",
      missing: "customers",
    });
    expect(fitGammaGamma({ repeats: [0, 2], spend: [0, 0] }).kind).toBe("too-thin");
    const alike = { repeats: [2, 2, 2, 2], spend: [9, 9, 9, 9] };
    expect(fitGammaGamma(alike)).toEqual({ kind: "no-maximum", customers: 4 });
    expect(fitGammaGamma(alike, "weak").kind).toBe("fitted");
  });

  it("leaves out who paid nothing and says so", () => {
    const fit = fitted(fitGammaGamma({ repeats: [2, 3, 4], spend: [9, 0, 11] }, "weak"));
    expect(fit.customers).toBe(2);
    expect(fit.withoutSpend).toBe(1);
  });

  it("names the customer that cannot be", () => {
    for (const [repeats, spend] of [
      [1, -5],
      [1, Number.NaN],
      [0.5, 1],
      [0, 1],
    ] as const)
      expect(() => fitGammaGamma({ repeats: [1, repeats], spend: [1, spend] })).toThrow(
        "customer 1",
      );
    expect(() => fitGammaGamma({ repeats: [1], spend: [] })).toThrow(RangeError);
    expect(() => expectedSpend({ repeats: [1], spend: [1] }, { p: 1, q: 0, v: 1 })).toThrow("q is");
  });

  it("says infinity where there is no mean", () => {
    const amounts = expectedSpend({ repeats: [0, 3], spend: [0, 8] }, { p: 1, q: 0.9, v: 2 });
    expect(amounts[0]).toBe(Number.POSITIVE_INFINITY);
    expect(amounts[1]).toBeCloseTo(26 / 2.9, 10);
  });
});
