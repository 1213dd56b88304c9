import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { randomStream } from "../../src/numeric/random-stream.ts";
import { kaplanMeier } from "../../src/value/kaplan-meier.ts";

// Remission under 6-MP: Freireich and others 1963, in every text on survival.
const durations = [6, 6, 6, 6, 7, 9, 10, 10, 11, 13, 16, 17, 19, 20, 22, 23, 25, 32, 32, 34, 35];
const ended = [1, 1, 1, 0, 1, 0, 1, 0, 0, 1, 1, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0];

describe("the curve of Kaplan and Meier", () => {
  it("is the published one, with its log-log limits", () => {
    const curve = kaplanMeier(durations, ended);
    const published = [
      [6, 0.8571, 0.0764, 0.6197, 0.9516],
      [7, 0.8067, 0.0869, 0.5631, 0.9228],
      [10, 0.7529, 0.0963, 0.5032, 0.8894],
      [13, 0.6902, 0.1068, 0.4316, 0.8491],
      [16, 0.6275, 0.1141, 0.3675, 0.8049],
      [22, 0.5378, 0.1282, 0.2678, 0.7468],
      [23, 0.4482, 0.1346, 0.1881, 0.6801],
    ] as const;
    expect(curve.steps).toHaveLength(published.length);
    published.forEach(([time, survival, standardError, lower, upper], k) => {
      const step = curve.steps[k];
      expect(step?.time).toBe(time);
      expect(step?.survival).toBeCloseTo(survival, 4);
      expect(step?.standardError).toBeCloseTo(standardError, 4);
      expect(step?.lower).toBeCloseTo(lower, 4);
      expect(step?.upper).toBeCloseTo(upper, 4);
    });
    expect(curve.median).toBe(23);
  });

  it("falls within its limits, whatever the order and the unit", () => {
    const lives = fc.array(
      fc.record({ time: fc.integer({ min: 0, max: 30 }), end: fc.boolean() }),
      {
        maxLength: 60,
      },
    );
    fc.assert(
      fc.property(lives, (rows) => {
        const times = rows.map(({ time }) => time);
        const ends = rows.map(({ end }) => end);
        const curve = kaplanMeier(times, ends);
        expect(kaplanMeier(times.toReversed(), ends.toReversed())).toEqual(curve);
        const weeks = kaplanMeier(
          times.map((time) => time * 7),
          ends,
        );
        expect(weeks.steps.map((step) => step.survival)).toEqual(
          curve.steps.map((step) => step.survival),
        );
        let before = 1;
        for (const step of curve.steps) {
          expect(step.survival).toBeLessThan(before);
          before = step.survival;
          if (step.lower === null) expect(step.survival).toBe(0);
          else {
            expect(step.lower).toBeGreaterThanOrEqual(0);
            expect(step.lower).toBeLessThanOrEqual(step.survival);
            expect(step.upper).toBeGreaterThanOrEqual(step.survival);
            expect(step.upper).toBeLessThanOrEqual(1);
          }
        }
      }),
    );
  });

  it("keeps its shares and narrows its limits when there are three of each customer", () => {
    const lives = fc.array(fc.tuple(fc.nat(20), fc.boolean()), { minLength: 2, maxLength: 40 });
    fc.assert(
      fc.property(lives, (rows) => {
        const of = (some: typeof rows) =>
          kaplanMeier(
            some.map(([time]) => time),
            some.map(([, end]) => end),
          ).steps;
        const thrice = of([...rows, ...rows, ...rows]);
        of(rows).forEach((step, k) => {
          expect(thrice[k]?.survival).toBeCloseTo(step.survival, 12);
          if (step.lower === null) return;
          expect(thrice[k]?.lower).toBeGreaterThan(step.lower);
          expect(thrice[k]?.upper).toBeLessThan(step.upper as number);
        });
      }),
    );
  });

  it("has limits that hold the truth about as often as their level says", () => {
    for (const level of [0.8, 0.95]) {
      const stream = randomStream(5);
      let held = 0;
      const trials = 1500;
      for (let trial = 0; trial < trials; trial += 1) {
        const lives = Array.from({ length: 60 }, () => ({
          end: -10 * Math.log(stream.uniform()),
          watched: 30 * stream.uniform(),
        }));
        const { steps } = kaplanMeier(
          lives.map(({ end, watched }) => Math.min(end, watched)),
          lives.map(({ end, watched }) => end <= watched),
          level,
        );
        const step = steps.findLast(({ time }) => time <= 8);
        const truth = Math.exp(-0.8);
        if ((step?.lower ?? 0) <= truth && truth <= (step?.upper ?? 1)) held += 1;
      }
      expect(Math.abs(held / trials - level)).toBeLessThan(0.03);
    }
  });

  it("has no steps without an end, and no limits once all have gone", () => {
    expect(kaplanMeier([], [])).toEqual({ steps: [], customers: 0, median: null });
    expect(kaplanMeier([3], [0]).steps).toEqual([]);
    expect(kaplanMeier([3], [1]).steps).toEqual([
      { time: 3, atRisk: 1, events: 1, survival: 0, standardError: null, lower: null, upper: null },
    ]);
  });

  it("names the customer that cannot be", () => {
    expect(() => kaplanMeier([1, -1], [1, 1])).toThrow("customer 1");
    expect(() => kaplanMeier([Number.NaN], [1])).toThrow("customer 0");
    expect(() => kaplanMeier([1], [])).toThrow(RangeError);
    expect(() => kaplanMeier([1], [1], 1)).toThrow(RangeError);
  });
});
