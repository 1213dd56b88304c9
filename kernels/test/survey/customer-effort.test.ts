import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { randomStream } from "../../src/numeric/random-stream.ts";
import { customerEffort } from "../../src/survey/customer-effort.ts";

const answers = fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 5, maxLength: 80 });

function scored(given: readonly number[], population?: number) {
  const result = customerEffort(given, population === undefined ? {} : { population });
  if (result.kind !== "scored") throw new Error(result.kind);
  return result;
}

describe("customer effort", () => {
  it("is the mean with an interval that stays open when all agree", () => {
    // By hand: 10 answers of 6 and pseudo-answers at 1, 4 and 7 give a mean of 72 / 13 and a variance of 1.7485;
    // the quantile for ten answers is 1.96 plus four fifths of the way to Student's 2.2256.
    const result = scored(Array.from({ length: 10 }, () => 6));
    expect(result.score).toBe(6);
    expect((result.low + result.high) / 2).toBeCloseTo(72 / 13, 9);
    const reach = (1.959964 + 0.8 * (2.2256 - 1.959964)) * Math.sqrt(1.7485 / 13);
    expect(result.high - result.low).toBeCloseTo(2 * reach, 3);
  });

  it("covers the mean of five kinds of customer base in at least 92 % of 2,000 draws", () => {
    const random = randomStream(20);
    const bases = [
      [1, 1, 1, 1, 1, 1, 1],
      [1, 1, 2, 4, 6, 8, 4],
      [0, 0, 0, 1, 3, 8, 12],
      [5, 0, 0, 0, 0, 0, 5],
      [0, 0, 4, 8, 4, 0, 0],
    ].map((shape) =>
      shape.flatMap((times, index) => Array.from({ length: times }, () => index + 1)),
    );
    for (const base of bases)
      for (const size of [5, 10, 30]) {
        const truth = base.reduce((sum, answer) => sum + answer, 0) / base.length;
        let covered = 0;
        for (let draw = 0; draw < 2000; draw += 1) {
          const given = Array.from({ length: size }, () => base[random.integer(base.length)] ?? 0);
          const { low, high } = scored(given);
          if (low <= truth && truth <= high) covered += 1;
        }
        expect(covered, `${base.join("")}, ${size} answers`).toBeGreaterThan(1840);
      }
  });

  it("does not depend on order, mirrors with the scale, and is exact for a census", () => {
    fc.assert(
      fc.property(answers, (given) => {
        const result = scored(given);
        expect(scored(given.toReversed())).toEqual(result);
        const turned = scored(given.map((answer) => 8 - answer));
        expect(turned.low).toBeCloseTo(8 - result.high, 9);
        expect(result.low).toBeGreaterThanOrEqual(1);
        expect(result.high).toBeLessThanOrEqual(7);
        const census = scored(given, given.length);
        expect(census.high - census.low).toBeCloseTo(0, 6);
      }),
    );
  });

  it("says what is too few, and refuses a caller's mistake", () => {
    expect(customerEffort([])).toEqual({ kind: "too-few-answers", have: 0, need: 5 });
    expect(() => customerEffort([1, 8])).toThrow(/answer 1 is 8/);
    expect(() => customerEffort([1, Number.NaN])).toThrow(RangeError);
    expect(() => customerEffort([1], { scale: { lowest: 5, highest: 5 } })).toThrow(RangeError);
    expect(customerEffort([5, 5, 4, 3, 5], { scale: { lowest: 1, highest: 5 } })).toMatchObject({
      score: 4.4,
    });
  });
});
