import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { normalTails } from "../../src/numeric/normal-tails.ts";
import { randomStream } from "../../src/numeric/random-stream.ts";
import { mannKendall } from "../../src/simulation/mann-kendall.ts";

function tested(series: readonly number[]) {
  const result = mannKendall(series);
  if (result.kind !== "tested") throw new Error(result.kind);
  return result;
}

/** The share of series without a trend in which the test finds one at 5 %. */
function falseAlarms(correlation: number, periods: number, draws: number): number {
  const random = randomStream(11);
  let found = 0;
  for (let draw = 0; draw < draws; draw += 1) {
    let level = random.normal() / Math.sqrt(1 - correlation ** 2);
    const series = Array.from({ length: periods }, () => {
      level = correlation * level + random.normal();
      return level;
    });
    if (tested(series).significance < 0.05) found += 1;
  }
  return found / draws;
}

describe("the Mann-Kendall test", () => {
  it("is right by hand on a rising line", () => {
    // 45 pairs all rise; variance 10 x 9 x 25 / 18 = 125; (45 - 1) / sqrt(125) = 3.9355.
    const result = tested(Array.from({ length: 10 }, (_, index) => 3 * index));
    expect(result).toMatchObject({ statistic: 45, slope: 3, inflation: 1 });
    expect(result.significance).toBeCloseTo(normalTails(44 / Math.sqrt(125)), 14);
    expect(result.significance).toBeCloseTo(0.000083, 6);
  });

  it("corrects the variance for ties", () => {
    // Two groups of four equal values: (8 x 7 x 21 - 2 x 4 x 3 x 13) / 18 = 48; 16 pairs rise.
    const result = tested([1, 1, 1, 1, 2, 2, 2, 2]);
    expect(result.statistic).toBe(16);
    expect(result.significance).toBeCloseTo(normalTails(15 / Math.sqrt(48 * result.inflation)), 14);
    expect(tested([5, 5, 5, 5, 5, 5, 5, 5])).toMatchObject({ significance: 1, slope: 0 });
  });

  it("seldom finds a trend where there is none", () => {
    expect(falseAlarms(0, 24, 1000)).toBeLessThan(0.06);
    expect(falseAlarms(0.4, 24, 1000)).toBeLessThan(0.09);
    expect(falseAlarms(0.4, 60, 500)).toBeLessThan(0.09);
  });

  it("mostly finds a trend that is there", () => {
    const random = randomStream(2);
    let found = 0;
    for (let draw = 0; draw < 200; draw += 1) {
      const series = Array.from({ length: 24 }, (_, period) => 0.15 * period + random.normal());
      if (tested(series).significance < 0.05) found += 1;
    }
    expect(found).toBeGreaterThan(160);
  });

  it("does not depend on units, and turns with its sign and its time", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 8, maxLength: 40 }),
        (series) => {
          const plain = tested(series);
          const scaled = tested(series.map((value) => 4 * value + 8));
          expect(scaled.statistic).toBe(plain.statistic);
          expect(scaled.slope).toBeCloseTo(4 * plain.slope, 9);
          const turned = tested(series.toReversed());
          expect(turned.statistic + plain.statistic).toBe(0);
          expect(turned.slope).toBeCloseTo(-plain.slope, 9);
          expect(plain.inflation).toBeGreaterThanOrEqual(1);
          expect(plain.significance).toBeGreaterThanOrEqual(0);
          expect(plain.significance).toBeLessThanOrEqual(1);
        },
      ),
    );
  });

  it("names thin data and refuses what is not a number, by index", () => {
    expect(mannKendall([1, 2, 3])).toEqual({ kind: "too-few-periods", have: 3, need: 8 });
    expect(mannKendall([])).toEqual({ kind: "too-few-periods", have: 0, need: 8 });
    expect(() => mannKendall([1, Number.NaN])).toThrow(/value 1/);
  });
});

describe("the tails of the normal distribution", () => {
  it("take their known values on both sides of the change of method", () => {
    expect(normalTails(0)).toBe(1);
    expect(normalTails(1.959963984540054)).toBeCloseTo(0.05, 14);
    expect(normalTails(-1.2815515655446004)).toBeCloseTo(0.2, 14);
    expect(normalTails(3) / 0.002699796063260207).toBeCloseTo(1, 10);
    expect(normalTails(2.999999999) / normalTails(3)).toBeCloseTo(1, 8);
    expect(normalTails(6) / 1.973175290075396e-9).toBeCloseTo(1, 10);
  });
});
