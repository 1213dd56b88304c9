import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countNetPromoters, netPromoterScore } from "../../src/survey/net-promoter-score.ts";
import { weightedNetPromoterScore } from "../../src/survey/weighted-net-promoter-score.ts";

describe("the weighted net promoter score", () => {
  it("is the plain one under equal weights", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 10 }), { minLength: 5, maxLength: 60 }),
        fc.double({ min: 0.01, max: 100, noNaN: true }),
        (answers, weight) => {
          const plain = netPromoterScore(countNetPromoters(answers));
          const weighted = weightedNetPromoterScore(
            answers,
            answers.map(() => weight),
            // An effective number of answers is not whole: five of them may come out as 4.9999.
            { policy: { minimumAnswers: 4, minimumForComparison: 10, level: 0.95 } },
          );
          if (plain.kind !== "scored" || weighted.kind !== "scored") throw new Error("unscored");
          expect(weighted.score).toBeCloseTo(plain.score, 8);
          expect(weighted.low).toBeCloseTo(plain.low, 8);
          expect(weighted.high).toBeCloseTo(plain.high, 8);
        },
      ),
    );
  });

  it("moves towards those who weigh more, and widens with uneven weights", () => {
    const answers = [10, 10, 10, 10, 10, 2, 2, 2, 2, 2, 8, 8];
    const weights = [3, 3, 3, 3, 3, 1, 1, 1, 1, 1, 1, 1];
    const result = weightedNetPromoterScore(answers, weights);
    if (result.kind !== "scored") throw new Error(result.kind);
    expect(result.score).toBeCloseTo((100 * 10) / 22, 9);
    expect(result.answers).toBeCloseTo(22 ** 2 / 52, 9);
  });

  it("names thin data and refuses a caller's mistake", () => {
    expect(weightedNetPromoterScore([], []).kind).toBe("too-few-answers");
    expect(weightedNetPromoterScore([9, 9, 9, 9, 9, 9], [0, 0, 0, 0, 0, 0])).toEqual({
      kind: "too-few-answers",
      have: 0,
      need: 5,
    });
    expect(() => weightedNetPromoterScore([9], [])).toThrow(RangeError);
    expect(() => weightedNetPromoterScore([9], [-1])).toThrow(/weight 0/);
    expect(() => weightedNetPromoterScore([9], [Number.NaN])).toThrow(/weight 0/);
    expect(() => weightedNetPromoterScore([12], [1])).toThrow(/answer 0/);
  });
});
