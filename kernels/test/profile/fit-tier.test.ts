import { describe, expect, it } from "vitest";
import { fitThresholds, fitTier } from "../../src/profile/fit-tier.ts";

describe("fit tiers", () => {
  it("start at odds against the base rate", () => {
    const { a, b, c } = fitThresholds(0.2);
    expect(a).toBeCloseTo(3 / 7, 12);
    expect(b).toBeCloseTo(1.5 / 5.5, 12);
    expect(c).toBeCloseTo(0.75 / 4.75, 12);
  });

  it("say which tiers the interval leaves possible", () => {
    const thresholds = { a: 0.6, b: 0.4, c: 0.2 };
    expect(fitTier({ probability: 0.6, low: 0.3, high: 0.8 }, thresholds)).toEqual({
      tier: "a",
      best: "a",
      worst: "c",
    });
    expect(fitTier({ probability: 0.1, low: 0.05, high: 0.45 }, thresholds)).toEqual({
      tier: "off-target",
      best: "b",
      worst: "off-target",
    });
  });

  it("refuse thresholds that do not fall, and chances outside their interval", () => {
    const chance = { probability: 0.5, low: 0.4, high: 0.6 };
    expect(() => fitTier(chance, { a: 0.4, b: 0.4, c: 0.2 })).toThrow(RangeError);
    expect(() => fitTier({ ...chance, low: 0.55 }, { a: 0.6, b: 0.4, c: 0.2 })).toThrow(RangeError);
    expect(() => fitTier({ ...chance, high: Number.NaN }, { a: 0.6, b: 0.4, c: 0.2 })).toThrow(
      RangeError,
    );
    expect(() => fitThresholds(0)).toThrow(RangeError);
  });
});
