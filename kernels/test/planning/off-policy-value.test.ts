import { describe, expect, it } from "vitest";
import { offPolicyValue } from "../../src/planning/off-policy-value.ts";
import { offPolicyCoverage, offPolicyMethods } from "./learning-coverage.ts";

const forty = Array.from({ length: 40 }, (_, row) => row);

describe("the value of another way of choosing", () => {
  it("that would have done the same is the mean of what came", () => {
    const reward = forty.map((row) => row % 4);
    const half = forty.map(() => 0.5);
    const value = offPolicyValue({
      reward,
      propensity: half,
      target: half,
      model: { done: forty.map(() => 9), wanted: forty.map(() => 9) },
    });
    if (value.kind !== "estimated") throw new Error(value.kind);
    for (const method of offPolicyMethods) {
      expect(value[method]?.mean).toBeCloseTo(1.5, 12);
      expect(value[method]?.standardError).toBeCloseTo(Math.sqrt(1.25 / 39), 12);
    }
    expect(value.effectiveChoices).toBeCloseTo(40, 9);
    expect(value.cut).toBe(0);
  });

  it("weighs what was rare, by hand", () => {
    // 30 choices of A at .75 with reward 1, 10 of B at .25 with reward 3; the other way always does B.
    const value = offPolicyValue(
      {
        reward: forty.map((row) => (row < 30 ? 1 : 3)),
        propensity: forty.map((row) => (row < 30 ? 0.75 : 0.25)),
        target: forty.map((row) => (row < 30 ? 0 : 1)),
      },
      { mostWeight: 2 },
    );
    if (value.kind !== "estimated") throw new Error(value.kind);
    expect(value.inverse.mean).toBeCloseTo(3, 12);
    expect(value.selfNormalised).toMatchObject({ mean: 3, standardError: 0 });
    expect(value.clipped.mean).toBeCloseTo(3, 12);
    expect(value.cut).toBe(0.25);
    expect(value.effectiveChoices).toBeCloseTo(10, 9);
    expect(value.doublyRobust).toBeNull();
  });

  it("is doubly robust: exact with the right model, however odd the weights", () => {
    const reward = forty.map((row) => (row % 3 === 0 ? 5 : 2));
    const value = offPolicyValue({
      reward,
      propensity: forty.map((row) => 0.1 + (row % 7) / 10),
      target: forty.map(() => 0.5),
      model: { done: reward, wanted: forty.map(() => 4) },
    });
    if (value.kind !== "estimated") throw new Error(value.kind);
    expect(value.doublyRobust).toMatchObject({ mean: 4, lower: 4, upper: 4 });
  });

  // The long run stands in docs/models/playbook-learning.md.
  it("has intervals that hold the truth about as often as they say", () => {
    const coverage = offPolicyCoverage(250, 300);
    for (const method of offPolicyMethods) {
      const [eighty, wide] = coverage[method];
      expect(eighty, method).toBeGreaterThan(0.72);
      expect(wide, method).toBeGreaterThan(0.9);
    }
  });

  it("says by name what is too thin", () => {
    expect(offPolicyValue({ reward: [1], propensity: [1], target: [1] })).toEqual({
      kind: "too-few-choices",
      have: 1,
      need: 30,
    });
    const half = forty.map(() => 0.5);
    expect(
      offPolicyValue({
        reward: half,
        propensity: half,
        target: forty.map((row) => (row < 5 ? 1 : 0)),
      }),
    ).toMatchObject({ kind: "too-little-overlap" });
    expect(offPolicyValue({ reward: half, propensity: half, target: forty.map(() => 0) })).toEqual({
      kind: "too-little-overlap",
      effectiveChoices: 0,
    });
  });

  it("refuses a caller's mistake and names its row", () => {
    const good = { reward: [1, 0], propensity: [0.5, 0.5], target: [1, 0] };
    expect(() => offPolicyValue({ ...good, propensity: [0.5, 0] })).toThrow(/choice 1: propensity/);
    expect(() => offPolicyValue({ ...good, target: [2, 0] })).toThrow(/choice 0: target/);
    expect(() => offPolicyValue({ ...good, reward: [1, Number.NaN] })).toThrow(/choice 1: reward/);
    expect(() => offPolicyValue({ ...good, target: [1] })).toThrow(/target has 1/);
    expect(() =>
      offPolicyValue({ ...good, model: { done: [1, 1], wanted: [1, Number.NaN] } }),
    ).toThrow(/choice 1: the model/);
    expect(() => offPolicyValue(good, { mostWeight: 0 })).toThrow(/mostWeight/);
    expect(() => offPolicyValue(good, { level: 1 })).toThrow(/level/);
  });
});
