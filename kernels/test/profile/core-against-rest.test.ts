import { describe, expect, it } from "vitest";
import { randomStream } from "../../src/numeric/random-stream.ts";
import {
  type CoreAgainstRest,
  type CoreAgainstRestOptions,
  coreAgainstRest,
} from "../../src/profile/core-against-rest.ts";
import { shuffled } from "./german-credit.ts";

function compared(
  inCore: readonly number[],
  values: readonly number[],
  options: CoreAgainstRestOptions,
): Extract<CoreAgainstRest, { kind: "compared" }> {
  const result = coreAgainstRest(inCore, values, randomStream(1), options);
  if (result.kind !== "compared") throw new Error(result.kind);
  return result;
}

const half = Array.from({ length: 40 }, (_, row) => (row < 12 ? 1 : 0));

describe("core against the rest", () => {
  it("gives Welch's interval", () => {
    // R: t.test(extra ~ group, data = sleep): t = -1.8608, df = 17.776, interval -3.3654832 to 0.2054832.
    const first = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2];
    const second = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4];
    const result = compared(
      [...first.map(() => 1), ...second.map(() => 0)],
      [...first, ...second],
      { measure: "mean", better: "more" },
    );
    expect(result.low).toBeCloseTo(-3.3654832, 7);
    expect(result.high).toBeCloseTo(0.2054832, 7);
    expect(result.verdict).toBe("not-shown");
  });

  it("gives Newcombe's interval of two shares", () => {
    // Newcombe 1998, Statistics in Medicine 17, table II, method 10: 56/70 - 48/80 and 9/10 - 3/10.
    for (const [inside, core, others, rest, low, high] of [
      [56, 70, 48, 80, 0.0524, 0.3339],
      [9, 10, 3, 10, 0.1705, 0.809],
      [10, 10, 0, 10, 0.6075, 1],
    ] as const) {
      const values = [
        ...Array.from({ length: core }, (_, row) => (row < inside ? 1 : 0)),
        ...Array.from({ length: rest }, (_, row) => (row < others ? 1 : 0)),
      ];
      const inCore = values.map((_, row) => (row < core ? 1 : 0));
      const result = compared(inCore, values, { measure: "share", better: "more" });
      expect(result.low).toBeCloseTo(low, 4);
      expect(result.high).toBeCloseTo(high, 4);
      expect(result.verdict).toBe("holds");
    }
  });

  it("says whether it holds, in the direction that is better", () => {
    const random = randomStream(2);
    const values = half.map((core) => random.normal() + 3 * core);
    for (const measure of ["mean", "median"] as const) {
      expect(compared(half, values, { measure, better: "more" }).verdict).toBe("holds");
      expect(compared(half, values, { measure, better: "less" }).verdict).toBe("does-not-hold");
    }
    const same = half.map(() => random.normal());
    expect(compared(half, same, { measure: "median", better: "more" }).verdict).toBe("not-shown");
    expect(
      compared(
        half,
        half.map(() => 4),
        { measure: "mean", better: "more" },
      ),
    ).toMatchObject({
      verdict: "not-shown",
      difference: 0,
      low: 0,
      high: 0,
    });
  });

  it("does not hang on the order of customers, and turns with the unit", () => {
    const random = randomStream(3);
    const values = half.map((core) => Math.exp(random.normal() + core));
    const order = shuffled(40, random);
    for (const measure of ["mean", "median"] as const) {
      const result = compared(half, values, { measure, better: "more" });
      const turned = compared(
        order.map((row) => half[row] as number),
        order.map((row) => values[row] as number),
        { measure, better: "more" },
      );
      expect(turned).toEqual(result);
      const cents = compared(
        half,
        values.map((value) => 100 * value),
        { measure, better: "more" },
      );
      expect(cents.low).toBeCloseTo(100 * result.low, 8);
    }
  });

  it("leaves out what is not known, and says when too little is left", () => {
    const values = half.map((_, row) => (row < 5 ? Number.NaN : row));
    expect(
      coreAgainstRest(half, values, randomStream(1), { measure: "mean", better: "more" }),
    ).toEqual({ kind: "cannot-be-said", group: "core", have: 7, need: 8 });
    const result = compared(half, values, { measure: "mean", better: "more", leastOfEach: 5 });
    expect(result.unknown).toBe(5);
    expect(result.customers).toEqual([7, 28]);
    expect(
      coreAgainstRest([], [], randomStream(1), { measure: "mean", better: "more" }),
    ).toMatchObject({ kind: "cannot-be-said", have: 0 });
  });

  it("refuses what is none, with the row", () => {
    const attempt =
      (inCore: number[], values: number[], options: Partial<CoreAgainstRestOptions> = {}) =>
      () =>
        coreAgainstRest(inCore, values, randomStream(1), {
          measure: "mean",
          better: "more",
          ...options,
        });
    expect(attempt([1, 2], [1, 1])).toThrow("membership 1");
    expect(attempt([1, 0], [1, 1 / 0])).toThrow("value 1");
    expect(attempt([1, 0], [1, 0.5], { measure: "share" })).toThrow("value 1");
    expect(attempt([1], [1, 1])).toThrow(RangeError);
    expect(attempt([1], [1], { level: 1 })).toThrow("level");
    expect(attempt([1], [1], { leastOfEach: 1 })).toThrow("two");
  });

  it("has intervals that hold the truth about as often as they say", () => {
    // A small run with heavy tails; the page has the large one.
    const random = randomStream(5);
    for (const measure of ["mean", "median"] as const) {
      let held = 0;
      for (let sample = 0; sample < 200; sample += 1) {
        const values = half.map((core) => Math.exp(random.normal()) + core);
        const { low, high } = compared(half, values, {
          measure,
          better: "more",
          level: 0.8,
          resamples: 200,
        });
        if (low <= 1 && high >= 1) held += 1;
      }
      expect(held / 200).toBeGreaterThan(0.7);
      expect(held / 200).toBeLessThan(0.92);
    }
  });
});
