import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { randomStream } from "../../src/numeric/random-stream.ts";
import { localLevel, type NoisyScore } from "../../src/survey/local-level.ts";
import { mixtureQuantile } from "../../src/survey/mixture-quantile.ts";
import type { NetPromoterCounts } from "../../src/survey/net-promoter-score.ts";
import { defaultSurveyPolicy } from "../../src/survey/survey-policy.ts";
import { netPromoterTrend, type SurveyTrend, surveyTrend } from "../../src/survey/survey-trend.ts";

function followed(trend: SurveyTrend) {
  if (trend.kind !== "followed") throw new Error(trend.kind);
  return trend;
}

const period = (promoters: number, passives: number, detractors: number): NetPromoterCounts => ({
  promoters,
  passives,
  detractors,
});

/** Surveys of a base whose score wanders by normal steps of `wander` points. */
function surveys(seed: number, quarters: number, answers: number, wander: number) {
  const random = randomStream(seed);
  let level = 30;
  const levels: number[] = [];
  const counts = Array.from({ length: quarters }, (_, quarter) => {
    if (quarter > 0) level = Math.max(-60, Math.min(85, level + wander * random.normal()));
    levels.push(level);
    const passives = Math.min(0.3, 0.7 * (1 - Math.abs(level) / 100));
    const promoters = (1 - passives + level / 100) / 2;
    const count = { promoters: 0, passives: 0, detractors: 0 };
    for (let answer = 0; answer < answers; answer += 1) {
      const drawn = random.uniform();
      if (drawn < promoters) count.promoters += 1;
      else if (drawn < promoters + passives) count.passives += 1;
      else count.detractors += 1;
    }
    return count;
  });
  return { counts, levels };
}

describe("the local level", () => {
  it("is the weighted mean where the level does not wander", () => {
    const scores: NoisyScore[] = [{ score: 10, variance: 4 }, null, { score: 30, variance: 1 }];
    const pair = localLevel(scores, 0, 0);
    expect(pair.last).toBeCloseTo((10 / 4 + 30) / (1 / 4 + 1), 12);
    expect(pair.before).toBeCloseTo(pair.last, 12);
    expect(pair.lastVariance).toBeCloseTo(0.8, 12);
    expect(pair.covariance).toBeCloseTo(0.8, 12);
  });

  it("equals a least-squares fit of all levels at once, written out", () => {
    // Two periods, step variance 9: precision matrix [[1/4 + 1/9, -1/9], [-1/9, 1/1 + 1/9]].
    const [a, b, c] = [1 / 4 + 1 / 9, -1 / 9, 1 + 1 / 9];
    const determinant = a * c - b * b;
    const right = [10 / 4, 30];
    const pair = localLevel(
      [
        { score: 10, variance: 4 },
        { score: 30, variance: 1 },
      ],
      9,
      0,
    );
    expect(pair.before).toBeCloseTo((c * (right[0] ?? 0) - b * (right[1] ?? 0)) / determinant, 12);
    expect(pair.last).toBeCloseTo((a * (right[1] ?? 0) - b * (right[0] ?? 0)) / determinant, 12);
    expect(pair.beforeVariance).toBeCloseTo(c / determinant, 12);
    expect(pair.lastVariance).toBeCloseTo(a / determinant, 12);
    expect(pair.covariance).toBeCloseTo(-b / determinant, 12);
  });

  it("wanders back and on where nobody answered", () => {
    const pair = localLevel([null, { score: 5, variance: 1 }, null], 2, 0);
    expect(pair).toMatchObject({
      last: 5,
      before: 5,
      lastVariance: 3,
      beforeVariance: 3,
      covariance: 1,
    });
  });
});

describe("the quantile of a mixture", () => {
  it("is that of its only part, and lies between its parts", () => {
    expect(mixtureQuantile([{ part: 1, mean: 3, deviation: 2 }], 0.975)).toBeCloseTo(
      6.9199279691,
      8,
    );
    const both = [
      { part: 0.5, mean: -5, deviation: 1 },
      { part: 0.5, mean: 5, deviation: 1 },
    ];
    expect(mixtureQuantile(both, 0.5)).toBeCloseTo(0, 4);
    expect(mixtureQuantile([{ part: 1, mean: 3, deviation: 0 }], 0.1)).toBe(3);
  });
});

describe("the trend of a survey score", () => {
  // The table stands in docs/models/survey-trend.md.
  it("holds the level and the change of a year in at least 87 % of 60 surveys at nominal 95 %", () => {
    for (const wander of [0, 5, 10]) {
      let [level, change] = [0, 0];
      for (let survey = 0; survey < 60; survey += 1) {
        const { counts, levels } = surveys(survey, 8, 12, wander);
        const trend = followed(netPromoterTrend(counts));
        const now = levels[7] as number;
        const moved = now - (levels[3] as number);
        if (trend.now.bounds95[0] <= now && now <= trend.now.bounds95[1]) level += 1;
        if (trend.change.bounds95[0] <= moved && moved <= trend.change.bounds95[1]) change += 1;
      }
      expect(level, `level, wander ${wander}`).toBeGreaterThanOrEqual(53);
      expect(change, `change, wander ${wander}`).toBeGreaterThanOrEqual(52);
    }
  });

  it("finds a great change in many answers, and says nothing of a small one in few", () => {
    const up = Array.from({ length: 8 }, (_, at) =>
      at < 4 ? period(20, 40, 40) : period(70, 20, 10),
    );
    expect(followed(netPromoterTrend(up))).toMatchObject({ direction: "up" });
    expect(followed(netPromoterTrend(up.toReversed()))).toMatchObject({ direction: "down" });
    const few = [period(3, 2, 3), period(4, 2, 2), period(3, 3, 2), period(5, 2, 1)];
    expect(followed(netPromoterTrend(few)).direction).toBe("cannot-be-said");
  });

  it("is narrower with more answers, and exact to the eye for a census", () => {
    const width = (factor: number, population?: number) => {
      const counts = [3, 4, 3, 5].map((many) => period(factor * many, 2 * factor, 3 * factor));
      const base = population === undefined ? {} : { population };
      const { bounds95 } = followed(netPromoterTrend(counts, base)).now;
      return bounds95[1] - bounds95[0];
    };
    expect(width(5)).toBeLessThan(width(1));
    expect(width(50)).toBeLessThan(width(5));
    expect(width(1, 12)).toBeLessThan(width(1));
    const census = Array.from({ length: 4 }, () => period(5, 2, 3));
    const { now } = followed(netPromoterTrend(census, { population: 10 }));
    expect(now.value).toBeCloseTo(20, 3);
    expect(now.bounds95[1] - now.bounds95[0]).toBeLessThan(0.1);
  });

  it("turns around with its answers, stays on the scale, and keeps its bounds in order", () => {
    const count = fc.integer({ min: 0, max: 30 });
    const quarter = fc.record({ promoters: count, passives: count, detractors: count });
    fc.assert(
      fc.property(fc.array(quarter, { minLength: 3, maxLength: 9 }), (counts) => {
        const plain = netPromoterTrend(counts);
        fc.pre(plain.kind === "followed");
        const mirrored = followed(
          netPromoterTrend(
            counts.map(({ promoters, passives, detractors }) =>
              period(detractors, passives, promoters),
            ),
          ),
        );
        const { now, change, levels } = followed(plain);
        expect(levels).toHaveLength(counts.length);
        expect(mirrored.now.value).toBeCloseTo(-now.value, 6);
        expect(mirrored.change.bounds95[0]).toBeCloseTo(-change.bounds95[1], 4);
        for (const { value, bounds80, bounds95 } of levels) {
          const line = [-100, bounds95[0], bounds80[0], value, bounds80[1], bounds95[1], 100];
          for (let at = 1; at < line.length; at += 1)
            expect(line[at]).toBeGreaterThanOrEqual((line[at - 1] as number) - 1e-6);
        }
      }),
      { numRuns: 30 },
    );
  });

  it("follows means on any scale", () => {
    const marks = [6, 6.2, 6.1, 6.3].map((mean) => ({
      answers: 40,
      mean,
      meanSquare: mean ** 2 + 1,
    }));
    const { now, direction } = followed(surveyTrend(marks, { lowest: 1, highest: 7 }));
    expect(now.value).toBeGreaterThan(6);
    expect(now.value).toBeLessThan(6.4);
    expect(direction).toBe("cannot-be-said");
  });

  it("says what is missing, by the policy", () => {
    const some = period(2, 1, 1);
    expect(netPromoterTrend([])).toEqual({ kind: "too-few-periods", have: 0, need: 3 });
    expect(netPromoterTrend([some, period(0, 0, 0), some])).toEqual({
      kind: "too-few-periods",
      have: 2,
      need: 3,
    });
    expect(netPromoterTrend([some, period(1, 0, 0), some])).toEqual({
      kind: "too-few-answers",
      have: 9,
      need: 10,
    });
    const policy = { ...defaultSurveyPolicy, minimumPeriods: 2, minimumForComparison: 4 };
    expect(netPromoterTrend([some, some], { policy }).kind).toBe("followed");
    const silent = [period(9, 4, 2), period(9, 5, 1), period(8, 3, 3), period(0, 0, 0)];
    expect(followed(netPromoterTrend(silent)).levels).toHaveLength(4);
  });

  it("refuses a caller's mistake and names its period", () => {
    const some = period(9, 4, 2);
    expect(() => netPromoterTrend([some, period(1, -1, 2)])).toThrow(/passives of period 1/);
    expect(() => netPromoterTrend([some, period(Number.NaN, 1, 2)])).toThrow(/period 1/);
    expect(() => netPromoterTrend([some, some, some], { back: 0 })).toThrow(/back/);
    expect(() => netPromoterTrend([some, some, some], { population: 3 })).toThrow(/population/);
    const scale = { lowest: 1, highest: 7 };
    expect(() => surveyTrend([{ answers: 3, mean: 8, meanSquare: 64 }], scale)).toThrow(/period 0/);
    expect(() => surveyTrend([{ answers: 3, mean: 5, meanSquare: 9 }], scale)).toThrow(
      /meanSquare/,
    );
    expect(() => surveyTrend([], { lowest: 7, highest: 7 })).toThrow(/scale/);
  });
});
