import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { randomStream } from "../../src/numeric/random-stream.ts";
import { type PlaybookRates, playbookRates } from "../../src/planning/playbook-rates.ts";
import { rateCoverage } from "./learning-coverage.ts";

function learned(rates: PlaybookRates): Extract<PlaybookRates, { readonly kind: "learned" }> {
  if (rates.kind !== "learned") throw new Error(rates.kind);
  return rates;
}

const outcomes = fc
  .array(
    fc.record({
      tried: fc.integer({ min: 0, max: 60 }),
      share: fc.double({ min: 0, max: 1, noNaN: true }),
      expected: fc.double({ min: 0.02, max: 0.98, noNaN: true }),
    }),
    { minLength: 1, maxLength: 6 },
  )
  .map((rows) => ({
    tried: rows.map(({ tried }) => tried),
    worked: rows.map(({ tried, share }) => Math.round(tried * share)),
    expected: rows.map(({ expected }) => expected),
  }));

describe("the rates of playbooks", () => {
  it("without a try are what the expert expects", () => {
    const rates = learned(
      playbookRates({ tried: [0, 0], worked: [0, 0], expected: [0.2, 0.5] }, randomStream(1)),
    );
    expect(rates.mean[1]).toBeCloseTo(0.5, 2);
    expect(rates.mean[0]).toBeCloseTo(0.23, 1);
    expect(rates.raw).toEqual([null, null]);
    expect(rates.ownWeight[0]).toBe(0);
  });

  it("of one playbook with many tries is its own, and of one with few leans on the others", () => {
    const rates = learned(
      playbookRates(
        {
          tried: [10_000, 5, 400, 400],
          worked: [1_000, 4, 40, 48],
          expected: [0.3, 0.3, 0.3, 0.3],
        },
        randomStream(1),
      ),
    );
    expect(rates.mean[0]).toBeCloseTo(0.1, 2);
    expect(rates.mean[1]).toBeLessThan(0.45);
    expect(rates.mean[1]).toBeGreaterThan(0.1);
    expect(rates.ownWeight[0]).toBeGreaterThan(0.95);
    expect(rates.ownWeight[1]).toBeLessThan(0.5);
    expect(rates.shift).toBeLessThan(-0.5);
  });

  it("lie between what happened and what the group says, within their intervals", () => {
    fc.assert(
      fc.property(outcomes, (data) => {
        const rates = learned(playbookRates(data, randomStream(3), { draws: 400 }));
        for (const [row, mean] of rates.mean.entries()) {
          expect(mean).toBeGreaterThan(0);
          expect(mean).toBeLessThan(1);
          const [eighty, wide] = rates.intervals;
          expect(wide?.lower[row]).toBeLessThanOrEqual(eighty?.lower[row] as number);
          expect(wide?.upper[row]).toBeGreaterThanOrEqual(eighty?.upper[row] as number);
          expect(wide?.upper[row]).toBeGreaterThan(wide?.lower[row] as number);
        }
      }),
      { numRuns: 30 },
    );
  });

  it("do not depend on the order of playbooks, and turn around with success", () => {
    fc.assert(
      fc.property(outcomes, ({ tried, worked, expected }) => {
        const rates = learned(
          playbookRates({ tried, worked, expected }, randomStream(3), { draws: 100 }),
        );
        const turned = learned(
          playbookRates(
            {
              tried: tried.toReversed(),
              worked: worked.map((x, row) => (tried[row] as number) - x).toReversed(),
              expected: expected.map((chance) => 1 - chance).toReversed(),
            },
            randomStream(3),
            { draws: 100 },
          ),
        );
        for (const [row, mean] of turned.mean.toReversed().entries())
          expect(1 - mean).toBeCloseTo(rates.mean[row] as number, 9);
      }),
      { numRuns: 30 },
    );
  });

  it("get narrower with more outcomes", () => {
    const width = (times: number): number => {
      const data = {
        tried: [10 * times, 20 * times],
        worked: [3 * times, 8 * times],
        expected: [0.3, 0.3],
      };
      const interval = learned(playbookRates(data, randomStream(1))).intervals[1];
      return (interval?.upper[0] as number) - (interval?.lower[0] as number);
    };
    expect(width(4)).toBeLessThan(0.75 * width(1));
    expect(width(100)).toBeLessThan(0.25 * width(1));
  });

  // The long run stands in docs/models/playbook-learning.md.
  it("have intervals that hold the truth about as often as they say", () => {
    const [eighty, wide] = rateCoverage(40, "as-assumed");
    expect(eighty).toBeGreaterThan(0.74);
    expect(eighty).toBeLessThan(0.86);
    expect(wide).toBeGreaterThan(0.92);
  });

  it("stay finite for extremes", () => {
    const rates = learned(
      playbookRates(
        {
          tried: [1_000_000, 1_000_000, 1, 0],
          worked: [0, 1_000_000, 1, 0],
          expected: [1e-6, 1 - 1e-6, 0.5, 0.5],
        },
        randomStream(1),
        { draws: 100 },
      ),
    );
    for (const value of [...rates.mean, ...rates.draws]) expect(Number.isFinite(value)).toBe(true);
  });

  it("refuse what cannot be and name its row", () => {
    const random = randomStream(1);
    const good = { tried: [3, 3], worked: [1, 1], expected: [0.2, 0.2] };
    expect(playbookRates({ tried: [], worked: [], expected: [] }, random)).toEqual({
      kind: "no-playbooks",
    });
    expect(() => playbookRates({ ...good, worked: [1, 4] }, random)).toThrow(/playbook 1: worked/);
    expect(() => playbookRates({ ...good, tried: [3, -1] }, random)).toThrow(/playbook 1: tried/);
    expect(() => playbookRates({ ...good, tried: [Number.NaN, 3] }, random)).toThrow(
      /playbook 0: tried/,
    );
    expect(() => playbookRates({ ...good, expected: [0.2, 1] }, random)).toThrow(
      /playbook 1: expected/,
    );
    expect(() => playbookRates({ ...good, worked: [1] }, random)).toThrow(RangeError);
    expect(() => playbookRates(good, random, { doubt: 0 })).toThrow(/doubt/);
    expect(() => playbookRates(good, random, { draws: 10 })).toThrow(/100 draws/);
  });
});
