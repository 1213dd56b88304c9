import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { randomStream } from "../../src/numeric/random-stream.ts";
import { areaUnderCurve } from "../../src/profile/calibration-auc.ts";
import { reliabilityBins, shareInterval } from "../../src/profile/calibration-bins.ts";
import { brierParts, brierScore } from "../../src/profile/calibration-brier.ts";
import { calibrationLine } from "../../src/profile/calibration-slope.ts";

const forecasts = fc.array(
  fc.record({
    chance: fc.integer({ min: 0, max: 1000 }).map((part) => part / 1000),
    label: fc.constantFrom(0, 1),
  }),
  { minLength: 1, maxLength: 60 },
);

describe("Brier score", () => {
  it("is the mean squared distance", () => {
    expect(brierScore([0.2, 0.9, 0.5], [0, 1, 0])).toBeCloseTo((0.04 + 0.01 + 0.25) / 3, 15);
  });

  it("falls apart into parts that add up, whatever the groups", () => {
    fc.assert(
      fc.property(forecasts, fc.integer({ min: 1, max: 12 }), (rows, groups) => {
        const parts = brierParts(
          rows.map(({ chance }) => chance),
          rows.map(({ label }) => label),
          groups,
        );
        const { brier, reliability, resolution, uncertainty, within } = parts;
        expect(reliability - resolution + uncertainty + within).toBeCloseTo(brier, 12);
        expect(reliability).toBeGreaterThanOrEqual(0);
        expect(resolution).toBeGreaterThanOrEqual(0);
        expect(resolution).toBeLessThanOrEqual(uncertainty + 1e-12);
      }),
    );
  });

  it("leaves nothing within groups of equal forecasts, as in Murphy's table", () => {
    const chances = [0.1, 0.1, 0.1, 0.1, 0.7, 0.7, 0.7, 0.7];
    const parts = brierParts(chances, [0, 0, 0, 1, 1, 1, 1, 0], 2);
    expect(parts.within).toBeCloseTo(0, 15);
    expect(parts.reliability).toBeCloseTo((0.15 ** 2 + 0.05 ** 2) / 2, 15);
    expect(parts.resolution).toBeCloseTo(0.0625, 15);
    expect(parts.uncertainty).toBeCloseTo(0.25, 15);
  });

  it("refuses what is no forecast, with the row", () => {
    expect(() => brierScore([], [])).toThrow(RangeError);
    expect(() => brierScore([0.5, 1.1], [0, 1])).toThrow("forecast 1");
    expect(() => brierScore([0.5, Number.NaN], [0, 1])).toThrow("forecast 1");
    expect(() => brierScore([0.5, 0.5], [0, 2])).toThrow("label 1");
    expect(() => brierScore([0.5], [0, 1])).toThrow("labels");
    expect(() => brierParts([0.5], [1], 0)).toThrow("groups");
  });
});

describe("calibration line", () => {
  it("finds how forecasts were stretched and shifted", () => {
    const random = randomStream(1);
    const odds = Float64Array.from({ length: 20000 }, () => 1.2 * random.normal() - 0.5);
    const labels = odds.map((value) => (random.uniform() < 1 / (1 + Math.exp(-value)) ? 1 : 0));
    const bold = odds.map((value) => 1 / (1 + Math.exp(-(2 * value + 0.6))));
    const line = calibrationLine(bold, labels);
    if (line.kind !== "measured") throw new Error(line.kind);
    expect(Math.abs(line.slope - 0.5)).toBeLessThan(4 * line.slopeError);
    expect(line.slopeError).toBeLessThan(0.02);
    expect(line.intercept).toBeCloseTo(-0.3, 1);
    expect(line.shift).toBeLessThan(0);
  });

  it("is that of R's glm", () => {
    // glm(y ~ qlogis(p), binomial) by Newton by hand: a table with two forecasts has the log-odds of its two shares.
    const chances = [...new Array(10).fill(0.2), ...new Array(10).fill(0.6)];
    const labels = chances.map((_, row) => (row < 10 ? (row < 3 ? 1 : 0) : row < 15 ? 1 : 0));
    const line = calibrationLine(chances, labels);
    if (line.kind !== "measured") throw new Error(line.kind);
    const logit = (share: number) => Math.log(share / (1 - share));
    const slope = (logit(0.5) - logit(0.3)) / (logit(0.6) - logit(0.2));
    expect(line.slope).toBeCloseTo(slope, 10);
    expect(line.intercept).toBeCloseTo(logit(0.3) - slope * logit(0.2), 10);
    expect(line.slopeError).toBeCloseTo(
      Math.sqrt(1 / 3 + 1 / 7 + 1 / 5 + 1 / 5) / (logit(0.6) - logit(0.2)),
      10,
    );
  });

  it("says where there is none", () => {
    expect(calibrationLine([0.2, 0.4], [1, 1])).toEqual({ kind: "one-outcome-only" });
    expect(calibrationLine([0.3, 0.3, 0.3], [0, 1, 0])).toEqual({ kind: "no-slope" });
    expect(calibrationLine([0.1, 0.2, 0.8], [0, 0, 1])).toEqual({ kind: "no-slope" });
    expect(calibrationLine([0, 1, 0, 1], [0, 1, 1, 0]).kind).toBe("measured");
  });
});

describe("area under the curve", () => {
  it("is the share of pairs in order, with DeLong's error", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 2, maxLength: 12 }),
        fc.array(fc.integer({ min: 2, max: 9 }), { minLength: 2, maxLength: 12 }),
        (outside, inside) => {
          const measured = areaUnderCurve(
            [...outside, ...inside],
            [...outside.map(() => 0), ...inside.map(() => 1)],
          );
          if (measured.kind !== "measured") throw new Error(measured.kind);
          const order = (one: number, other: number) => (one > other ? 1 : one === other ? 0.5 : 0);
          const mean = (values: number[]) => values.reduce((a, b) => a + b, 0) / values.length;
          const error = (values: number[]) =>
            values.reduce((sum, value) => sum + (value - mean(values)) ** 2, 0) /
            (values.length - 1) /
            values.length;
          const insides = inside.map((one) => mean(outside.map((other) => order(one, other))));
          const outsides = outside.map((other) => mean(inside.map((one) => order(one, other))));
          expect(measured.area).toBeCloseTo(mean(insides), 12);
          expect(measured.standardError).toBeCloseTo(
            Math.sqrt(error(insides) + error(outsides)),
            12,
          );
          expect(measured.low).toBeLessThanOrEqual(measured.area);
          expect(measured.high).toBeGreaterThanOrEqual(measured.area);
          expect(measured.low).toBeGreaterThanOrEqual(0);
          expect(measured.high).toBeLessThanOrEqual(1);
        },
      ),
    );
  });

  it("has an interval where all pairs are in order as well", () => {
    const measured = areaUnderCurve([1, 2, 3, 4, 5, 6], [0, 0, 0, 1, 1, 1]);
    if (measured.kind !== "measured") throw new Error(measured.kind);
    expect(measured).toMatchObject({ area: 1, high: 1, standardError: 0 });
    expect(measured.low).toBeGreaterThan(0.3);
    expect(measured.low).toBeLessThan(0.8);
  });

  it("holds the truth as often as it says", () => {
    // A small run; the page has the large one. The area of two normals 0.95 apart is 0.749.
    const random = randomStream(2);
    let held = 0;
    for (let sample = 0; sample < 600; sample += 1) {
      const labels = Array.from({ length: 60 }, (_, row) => (row < 15 ? 1 : 0));
      const scores = labels.map((label) => random.normal() + 0.95 * label);
      const measured = areaUnderCurve(scores, labels);
      if (measured.kind === "measured" && measured.low <= 0.7491 && measured.high >= 0.7491)
        held += 1;
    }
    expect(held / 600).toBeGreaterThan(0.92);
    expect(held / 600).toBeLessThan(0.98);
  });

  it("says where there is none, and refuses what is no score", () => {
    expect(areaUnderCurve([1, 2], [1, 1])).toEqual({ kind: "one-outcome-only" });
    expect(areaUnderCurve([], [])).toEqual({ kind: "one-outcome-only" });
    expect(() => areaUnderCurve([1, Number.NaN], [0, 1])).toThrow("score 1");
    expect(() => areaUnderCurve([1, 2], [0, 3])).toThrow("label 1");
    expect(() => areaUnderCurve([1], [0, 1])).toThrow(RangeError);
  });
});

describe("reliability bins", () => {
  it("hold each customer once and keep equal forecasts together", () => {
    fc.assert(
      fc.property(forecasts, fc.integer({ min: 1, max: 12 }), (rows, bins) => {
        const found = reliabilityBins(
          rows.map(({ chance }) => chance),
          rows.map(({ label }) => label),
          { bins },
        );
        expect(found.reduce((sum, { customers }) => sum + customers, 0)).toBe(rows.length);
        expect(found.length).toBeLessThanOrEqual(bins);
        for (const [place, bin] of found.entries()) {
          expect(bin.low).toBeLessThanOrEqual(bin.came);
          expect(bin.high).toBeGreaterThanOrEqual(bin.came);
          if (place > 0) expect(bin.forecast).toBeGreaterThan(found[place - 1]?.forecast ?? 1);
        }
      }),
    );
    expect(reliabilityBins([0.4, 0.4, 0.4], [0, 1, 0], { bins: 3 })).toHaveLength(1);
  });

  it("have Wilson's interval", () => {
    // Newcombe 1998, Statistics in Medicine 17, table I: 81 of 263, 15 of 148, 0 of 20 and 1 of 29.
    for (const [inside, customers, low, high] of [
      [81, 263, 0.2553, 0.3662],
      [15, 148, 0.0624, 0.1605],
      [0, 20, 0, 0.1611],
      [1, 29, 0.0061, 0.1718],
    ] as const) {
      const interval = shareInterval(inside, customers, 0.95);
      expect(interval.low).toBeCloseTo(low, 4);
      expect(interval.high).toBeCloseTo(high, 4);
    }
  });
});
