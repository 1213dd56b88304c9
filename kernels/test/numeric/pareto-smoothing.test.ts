import { describe, expect, it } from "vitest";
import { smoothImportanceWeights } from "../../src/numeric/pareto-smoothing.ts";
import { randomStream } from "../../src/numeric/random-stream.ts";

describe("Pareto-smoothed weights", () => {
  it("add up to one and find the tail that they were drawn from", () => {
    const stream = randomStream(17);
    for (const shape of [0.3, 0.9]) {
      const ratios = Array.from({ length: 20_000 }, () => -shape * Math.log(stream.uniform()));
      const smoothed = smoothImportanceWeights(ratios);
      expect(smoothed.weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 10);
      expect(Math.abs(smoothed.kHat - shape)).toBeLessThan(0.2);
      expect(smoothed.effectiveSize).toBeLessThanOrEqual(20_000);
    }
  });

  it("leave equal weights equal", () => {
    const smoothed = smoothImportanceWeights(new Float64Array(500));
    expect(smoothed.kHat).toBe(0);
    expect(smoothed.effectiveSize).toBeCloseTo(500, 8);
  });

  it("name the ratio that is wrong", () => {
    expect(() => smoothImportanceWeights([0, Number.NaN])).toThrow("ratio 1");
    expect(() => smoothImportanceWeights([Number.NEGATIVE_INFINITY])).toThrow(RangeError);
  });
});
