import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countNetPromoters, netPromoterScore } from "../../src/survey/net-promoter-score.ts";
import { defaultSurveyPolicy } from "../../src/survey/survey-policy.ts";
import { exactCoverage, exactFiniteCoverage } from "./exact-coverage.ts";

const count = fc.integer({ min: 0, max: 300 });
const counts = fc.record({ promoters: count, passives: count, detractors: count });

describe("the net promoter score", () => {
  it("has the adjusted Wald interval of Rocks, n + 3", () => {
    for (const [promoters, passives, detractors, low, high] of [
      [9, 6, 3, -3.47, 60.61],
      [20, 8, 4, 21.83, 69.59],
      [57, 24, 19, 21.73, 52.05],
    ] as const) {
      const result = netPromoterScore({ promoters, passives, detractors });
      if (result.kind !== "scored") throw new Error(result.kind);
      expect(result.low).toBeCloseTo(low, 2);
      expect(result.high).toBeCloseTo(high, 2);
    }
  });

  it("counts 9 and 10, 7 and 8, and the rest", () => {
    expect(countNetPromoters([0, 6, 7, 8, 9, 10, 10])).toEqual({
      promoters: 3,
      passives: 2,
      detractors: 2,
    });
    expect(countNetPromoters([])).toEqual({ promoters: 0, passives: 0, detractors: 0 });
  });

  // Exact over every possible outcome, so no simulation error; the table stands in docs/models/nps.md.
  it("covers the truth in at least 94 % over the whole grid of scores and numbers, whatever the share of passives in 93 %", () => {
    for (const score of [-20, 0, 30, 60, 82])
      for (const answers of [5, 10, 20, 50]) {
        // Passives 30 %, or all that the score leaves room for.
        const passives = Math.min(0.3, (1 - Math.abs(score) / 100) * 0.7);
        const promoters = (1 - passives + score / 100) / 2;
        const coverage = exactCoverage(promoters, passives, answers);
        expect(coverage, `score ${score}, ${answers} answers`).toBeGreaterThanOrEqual(0.94);
        for (const part of [0.1, 0.3, 0.5, 0.7, 0.9]) {
          const other = (1 - Math.abs(score) / 100) * part;
          const held = exactCoverage((1 - other + score / 100) / 2, other, answers);
          expect(held, `${score}, ${answers}, passives ${other}`).toBeGreaterThanOrEqual(0.93);
        }
      }
  });

  it("covers the truth of a base of 40 or 100 customers in at least 93 %, drawn without replacement", () => {
    for (const [promoters, passives, detractors] of [
      [10, 12, 18],
      [14, 12, 14],
      [20, 12, 8],
      [27, 11, 2],
      [34, 5, 1],
      [25, 30, 45],
      [50, 30, 20],
      [85, 13, 2],
    ] as const)
      for (const part of [0.25, 0.5, 0.75]) {
        const base = { promoters, passives, detractors };
        const answers = part * (promoters + passives + detractors);
        expect(exactFiniteCoverage(base, answers), `${promoters}, ${answers}`).toBeGreaterThan(
          0.93,
        );
      }
  });

  it("is exact when everyone answered, and narrows with the share that did", () => {
    fc.assert(
      fc.property(counts, (tally) => {
        const answers = tally.promoters + tally.passives + tally.detractors;
        fc.pre(answers >= 5);
        const widths = [undefined, 10 * answers, 2 * answers, answers].map((population) => {
          const result = netPromoterScore(tally, population === undefined ? {} : { population });
          if (result.kind !== "scored") throw new Error(result.kind);
          expect(result.low).toBeLessThanOrEqual(result.score);
          expect(result.high).toBeGreaterThanOrEqual(result.score);
          return result.high - result.low;
        });
        expect(widths[1]).toBeLessThanOrEqual((widths[0] as number) + 1e-9);
        expect(widths[2]).toBeLessThanOrEqual((widths[1] as number) + 1e-9);
        expect(widths[3]).toBeCloseTo(0, 9);
      }),
    );
  });

  it("turns around with its answers and stays on the scale", () => {
    fc.assert(
      fc.property(counts, ({ promoters, passives, detractors }) => {
        const result = netPromoterScore({ promoters, passives, detractors });
        const turned = netPromoterScore({ promoters: detractors, passives, detractors: promoters });
        fc.pre(result.kind === "scored" && turned.kind === "scored");
        expect(turned.score).toBeCloseTo(-result.score, 9);
        expect(turned.low).toBeCloseTo(-result.high, 9);
        expect(result.low).toBeGreaterThanOrEqual(-100);
        expect(result.high).toBeLessThanOrEqual(100);
      }),
    );
  });

  it("follows the policy on how few answers are too few", () => {
    const few = { promoters: 2, passives: 1, detractors: 1 };
    expect(netPromoterScore(few)).toEqual({ kind: "too-few-answers", have: 4, need: 5 });
    expect(netPromoterScore({ promoters: 0, passives: 0, detractors: 0 }).kind).toBe(
      "too-few-answers",
    );
    const loose = { ...defaultSurveyPolicy, minimumAnswers: 0 };
    expect(
      netPromoterScore({ promoters: 0, passives: 0, detractors: 0 }, { policy: loose }),
    ).toEqual({ kind: "too-few-answers", have: 0, need: 1 });
    expect(netPromoterScore(few, { policy: loose })).toMatchObject({
      kind: "scored",
      score: 25,
      comparable: false,
    });
    expect(netPromoterScore({ ...few, promoters: 9 })).toMatchObject({ comparable: true });
  });

  it("refuses a caller's mistake", () => {
    expect(() => countNetPromoters([9, 11])).toThrow(/answer 1 is 11/);
    expect(() => countNetPromoters([Number.NaN])).toThrow(RangeError);
    expect(() => countNetPromoters([7.5])).toThrow(RangeError);
    const tally = { promoters: 5, passives: 0, detractors: 1 };
    expect(() => netPromoterScore({ ...tally, passives: -1 })).toThrow(/passives is -1/);
    expect(() => netPromoterScore({ ...tally, passives: Number.NaN })).toThrow(RangeError);
    expect(() => netPromoterScore(tally, { population: 5 })).toThrow(/population 5/);
    const policy = { ...defaultSurveyPolicy, level: 1 };
    expect(() => netPromoterScore(tally, { policy })).toThrow(/level/);
    for (const minimum of ["minimumAnswers", "minimumForComparison"]) {
      const wrong = { ...defaultSurveyPolicy, [minimum]: Number.NaN };
      expect(() => netPromoterScore(tally, { policy: wrong })).toThrow(/minimum/);
    }
  });
});
