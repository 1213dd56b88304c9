import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { customerSatisfaction } from "../../src/survey/customer-satisfaction.ts";

function scored(satisfied: number, answers: number, population?: number) {
  const result = customerSatisfaction(
    satisfied,
    answers,
    population === undefined ? {} : { population },
  );
  if (result.kind !== "scored") throw new Error(result.kind);
  return result;
}

describe("customer satisfaction", () => {
  it("has the Wilson interval as R's prop.test gives it without correction", () => {
    // prop.test(8, 10, correct = FALSE): 0.4901625 to 0.9433178
    const result = scored(8, 10);
    expect(result.score).toBe(80);
    expect(result.low).toBeCloseTo(49.01625, 4);
    expect(result.high).toBeCloseTo(94.33178, 4);
    expect(scored(5, 5).low).toBeCloseTo(56.55175, 4);
  });

  it("covers the truth about as often as it says, exactly over all outcomes", () => {
    for (const share of [0.5, 0.7, 0.9])
      for (const answers of [10, 20, 50]) {
        let coverage = 0;
        let chance = (1 - share) ** answers;
        for (let satisfied = 0; satisfied <= answers; satisfied += 1) {
          const { low, high } = scored(satisfied, answers);
          if (low <= 100 * share && 100 * share <= high) coverage += chance;
          chance *= ((answers - satisfied) / (satisfied + 1)) * (share / (1 - share));
        }
        expect(coverage, `${share} of ${answers}`).toBeGreaterThan(0.91);
      }
  });

  it("mirrors with its answers, and is exact when everyone answered", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 5, max: 200 }),
        fc.double({ max: 1, min: 0, noNaN: true }),
        (answers, part) => {
          const satisfied = Math.floor(part * answers);
          const { low, high, score } = scored(satisfied, answers);
          expect(scored(answers - satisfied, answers).low).toBeCloseTo(100 - high, 9);
          expect(low).toBeGreaterThanOrEqual(0);
          expect(high).toBeLessThanOrEqual(100);
          const census = scored(satisfied, answers, answers);
          expect(census.low).toBeCloseTo(score, 9);
          expect(census.high).toBeCloseTo(score, 9);
          const half = scored(satisfied, answers, 2 * answers);
          expect(half.high - half.low).toBeLessThan(high - low);
        },
      ),
    );
  });

  it("says what is too few, and refuses a caller's mistake", () => {
    expect(customerSatisfaction(0, 0)).toEqual({ kind: "too-few-answers", have: 0, need: 5 });
    expect(() => customerSatisfaction(6, 5)).toThrow(RangeError);
    expect(() => customerSatisfaction(Number.NaN, 5)).toThrow(/satisfied is NaN/);
    expect(() => customerSatisfaction(3, 5.5)).toThrow(RangeError);
    expect(() => customerSatisfaction(3, 5, { population: 4 })).toThrow(RangeError);
  });
});
