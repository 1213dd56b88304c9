import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { randomStream } from "../../src/numeric/random-stream.ts";
import {
  drawSpend,
  expectedSpend,
  fitGammaGamma,
  type GammaGammaFit,
  type GammaGammaPosterior,
  gammaGammaDraws,
  gammaGammaPosterior,
} from "../../src/value/gamma-gamma.ts";
import {
  gammaGammaEvaluation,
  gammaGammaValue,
  spendersOf,
} from "../../src/value/gamma-gamma-likelihood.ts";
import { predictionBands } from "../../src/value/prediction-bands.ts";
import { exactCdnow, roundedCdnow, samplesThere } from "./cdnow.ts";

function fitted(fit: GammaGammaFit) {
  if (fit.kind !== "fitted") throw new Error(`no fit but ${fit.kind}`);
  return fit;
}

function drawn(posterior: GammaGammaPosterior) {
  if (posterior.kind !== "drawn") throw new Error(`no posterior but ${posterior.kind}`);
  return posterior;
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

  it("the posterior lies around the fit, and is worth most of its draws", () => {
    const posterior = drawn(gammaGammaPosterior(roundedCdnow(), { kind: "flat" }, randomStream(2)));
    expect(posterior.reliable).toBe(true);
    expect(posterior.effectiveSize).toBeGreaterThan(2000);
    const { p, q, v } = posterior.summary;
    expect(Math.abs(p.mean - 6.45)).toBeLessThan(0.4);
    expect(Math.abs(p.deviation - 1.19)).toBeLessThan(0.25);
    expect(Math.abs(q.mean - 3.79)).toBeLessThan(0.1);
    expect(Math.abs(q.deviation - 0.29)).toBeLessThan(0.05);
    expect(Math.abs(v.mean - 15.6)).toBeLessThan(1);
    expect(Math.abs(v.deviation - 4.16)).toBeLessThan(0.7);
  });

  it("the bands of who ordered often are narrower, and amounts scatter more than their mean", () => {
    const history = roundedCdnow();
    const sets = gammaGammaDraws(
      drawn(gammaGammaPosterior(history, "weak", randomStream(2), 1000)),
      200,
      randomStream(3),
    );
    const expected = predictionBands(sets.map((set) => expectedSpend(history, set))).bands[1];
    const stream = randomStream(4);
    const amounts = predictionBands(sets.map((set) => drawSpend(history, set, stream))).bands[1];
    const busiest = history.repeats.indexOf(Math.max(...history.repeats));
    const quiet = history.repeats.indexOf(0);
    const width = (band: typeof expected, row: number) =>
      Math.log((band?.upper[row] as number) / (band?.lower[row] as number));
    expect(width(amounts, quiet)).toBeGreaterThan(2 * width(expected, quiet));
    expect(width(amounts, busiest)).toBeGreaterThan(2 * width(expected, busiest));
    expect(width(amounts, busiest)).toBeLessThan(width(amounts, quiet));
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

  it("has the gradient, the Hessian and the value alone that differences show", () => {
    const rows = spendersOf({ repeats: [1, 1, 3, 40, 0, 2], spend: [5, 80, 21, 33, 0, 0.1] });
    const at = [0.9, 0.4, -0.3];
    const step = 1e-5;
    const here = gammaGammaEvaluation(rows, Float64Array.from(at));
    expect(gammaGammaValue(rows, Float64Array.from(at))).toBeCloseTo(here.value, 9);
    for (let k = 0; k < 3; k += 1) {
      const moved = (side: number) =>
        gammaGammaEvaluation(
          rows,
          Float64Array.from(at, (entry, j) => (j === k ? entry + side * step : entry)),
        );
      const [up, down] = [moved(1), moved(-1)];
      expect((up.value - down.value) / (2 * step)).toBeCloseTo(here.gradient[k] as number, 4);
      for (let j = 0; j < 3; j += 1) {
        const shown = ((up.gradient[j] as number) - (down.gradient[j] as number)) / (2 * step);
        expect(shown).toBeCloseTo(here.hessian[3 * k + j] as number, 4);
      }
    }
  });

  it("draws amounts whose mean is the expected one", () => {
    const history = { repeats: [0, 4], spend: [0, 30] };
    const parameters = { p: 3, q: 5, v: 20 };
    const stream = randomStream(7);
    const sums = [0, 0];
    const count = 20_000;
    for (let k = 0; k < count; k += 1)
      drawSpend(history, parameters, stream).forEach((amount, row) => {
        sums[row] = (sums[row] as number) + amount / count;
      });
    expectedSpend(history, parameters).forEach((expected, row) => {
      expect((sums[row] as number) / expected).toBeCloseTo(1, 1);
    });
  });

  it("has a posterior that follows the unit of money and not the order of the customers", () => {
    fc.assert(
      fc.property(spenders, (rows) => {
        const euros = drawn(gammaGammaPosterior(historyOf(rows), "weak", randomStream(1), 200));
        const others = [
          drawn(gammaGammaPosterior(historyOf(rows, 100), "weak", randomStream(1), 200)),
          drawn(gammaGammaPosterior(historyOf(rows.toReversed()), "weak", randomStream(1), 200)),
        ];
        others.forEach(({ summary }, k) => {
          expect(summary.p.mean / euros.summary.p.mean).toBeCloseTo(1, 4);
          expect(summary.v.mean / euros.summary.v.mean / (k === 0 ? 100 : 1)).toBeCloseTo(1, 4);
        });
      }),
      { numRuns: 15, endOnFailure: true },
    );
  });

  it("has a posterior that more customers narrow", () => {
    const stream = randomStream(12);
    const rows = Array.from({ length: 2000 }, () => {
      const x = 1 + stream.integer(9);
      return { x, mean: stream.gamma(3 * x) / x / (stream.gamma(4) / 50) };
    });
    const widths = [20, 200, 2000].map((size) => {
      const some = historyOf(rows.slice(0, size));
      const { p, q, v } = drawn(gammaGammaPosterior(some, "weak", stream, 1000)).summary;
      return Math.log((p.upper * q.upper * v.upper) / (p.lower * q.lower * v.lower));
    }) as [number, number, number];
    expect(widths[1]).toBeLessThan(widths[0]);
    expect(widths[2]).toBeLessThan(widths[1]);
  });

  it("names what is missing, and refuses what cannot be, for a posterior too", () => {
    const stream = randomStream(1);
    expect(gammaGammaPosterior({ repeats: [0], spend: [0] }, "weak", stream)).toEqual({
      kind: "too-thin",
      missing: "customers",
    });
    expect(drawn(gammaGammaPosterior({ repeats: [1], spend: [9] }, "weak", stream)).kind).toBe(
      "drawn",
    );
    const one = { repeats: [2], spend: [9] };
    expect(() => gammaGammaPosterior(one, "weak", stream, 10)).toThrow(RangeError);
    expect(() => gammaGammaPosterior(one, "weak", stream, 500, 1)).toThrow("level");
    expect(() => drawSpend(one, { p: 0, q: 1, v: 1 }, stream)).toThrow("p is");
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
