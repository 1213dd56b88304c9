import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { randomStream } from "../../src/numeric/random-stream.ts";
import { playbookRates } from "../../src/planning/playbook-rates.ts";
import { choosePlaybook } from "../../src/planning/thompson-choice.ts";

function ratesOf(tried: readonly number[], worked: readonly number[]) {
  const rates = playbookRates({ tried, worked, expected: tried.map(() => 0.2) }, randomStream(1), {
    draws: 1000,
  });
  if (rates.kind !== "learned") throw new Error(rates.kind);
  return rates;
}

const even = ratesOf([20, 20, 20], [4, 4, 4]);

describe("the choice of a playbook", () => {
  it("falls as often on each as was logged", () => {
    const random = randomStream(5);
    const counts = [0, 0, 0];
    let logged = new Float64Array(3);
    for (let choice = 0; choice < 20_000; choice += 1) {
      const made = choosePlaybook(even, [100, 96, 60], random);
      if (made.kind !== "chosen") throw new Error(made.kind);
      counts[made.playbook] = (counts[made.playbook] as number) + 1;
      logged = Float64Array.from(made.propensities);
    }
    for (const [row, count] of counts.entries())
      expect(count / 20_000).toBeCloseTo(logged[row] as number, 1.7);
    // The third is worth far less: only exploration does it.
    expect(logged[2]).toBeCloseTo(0.05 / 3, 12);
    expect(logged[0]).toBeGreaterThan(logged[1] as number);
  });

  it("is sure of the best where nothing is tied and nothing explored", () => {
    const made = choosePlaybook(ratesOf([500, 500], [50, 250]), [100, 100], randomStream(1), {
      explore: 0,
    });
    expect(made).toEqual({ kind: "chosen", playbook: 1, propensities: new Float64Array([0, 1]) });
  });

  it("has propensities that add up to 1, above 0 for what is worthwhile and 0 for what is not", () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -50, max: 200, noNaN: true }), { minLength: 3, maxLength: 3 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0.01, max: 1, noNaN: true }),
        (worth, tie, explore) => {
          const made = choosePlaybook(even, worth, randomStream(2), { tie, explore });
          if (made.kind === "nothing-worthwhile") {
            expect(worth.every((euros) => euros < 1e-300)).toBe(true);
            return;
          }
          expect(made.propensities.reduce((sum, part) => sum + part, 0)).toBeCloseTo(1, 9);
          for (const [row, part] of made.propensities.entries())
            if ((worth[row] as number) <= 0) expect(part).toBe(0);
          expect(made.propensities[made.playbook]).toBeGreaterThan(0);
        },
      ),
    );
  });

  it("says so where nothing is worthwhile, and refuses what cannot be", () => {
    const random = randomStream(1);
    expect(choosePlaybook(even, [0, -1, 0], random)).toEqual({ kind: "nothing-worthwhile" });
    expect(() => choosePlaybook(even, [1, 2], random)).toThrow(/2 worths for 3/);
    expect(() => choosePlaybook(even, [1, Number.NaN, 2], random)).toThrow(/playbook 1: worth/);
    expect(() => choosePlaybook(even, [1, 1, 2], random, { tie: 2 })).toThrow(/tie/);
    expect(() => choosePlaybook(even, [1, 1, 2], random, { explore: -1 })).toThrow(/explore/);
  });
});
