import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { graphFunction } from "../../src/simulation/graph-function.ts";

describe("a graph function", () => {
  it("goes straight between its points and is flat outside", () => {
    const effect = graphFunction(0, 2, [1, 3, 2]);
    expect([-5, 0, 0.5, 1, 1.5, 2, 9].map(effect)).toEqual([1, 1, 2, 3, 2.5, 2, 2]);
    expect(effect(Number.NaN)).toBeNaN();
  });

  it("never leaves the range of its points", () => {
    const level = fc.double({ min: -100, max: 100, noNaN: true });
    fc.assert(
      fc.property(fc.array(level, { minLength: 2 }), level, (points, at) => {
        const value = graphFunction(-7, 13, points)(at);
        expect(value).toBeGreaterThanOrEqual(Math.min(...points) - 1e-9);
        expect(value).toBeLessThanOrEqual(Math.max(...points) + 1e-9);
      }),
    );
  });

  it("refuses what is no graph", () => {
    expect(() => graphFunction(0, 1, [1])).toThrow(RangeError);
    expect(() => graphFunction(1, 1, [1, 2])).toThrow(RangeError);
    expect(() => graphFunction(0, Number.NaN, [1, 2])).toThrow(RangeError);
    expect(() => graphFunction(0, 1, [1, Number.NaN])).toThrow(/point 1/);
  });
});
