import { describe, expect, it } from "vitest";
import { cholesky, inverseCholesky } from "../../src/numeric/cholesky.ts";
import { maximise } from "../../src/numeric/maximise.ts";

describe("maximise", () => {
  it("climbs the banana of Rosenbrock", () => {
    const top = maximise(
      (point) => {
        const [x, y] = point as unknown as [number, number];
        return {
          value: -((1 - x) ** 2) - 100 * (y - x * x) ** 2,
          gradient: Float64Array.of(2 * (1 - x) + 400 * x * (y - x * x), -200 * (y - x * x)),
          hessian: Float64Array.of(-2 + 400 * (y - 3 * x * x), 400 * x, 400 * x, -200),
        };
      },
      [-1.2, 1],
      1e-10,
    );
    expect(top.converged).toBe(true);
    expect(top.point[0]).toBeCloseTo(1, 9);
    expect(top.point[1]).toBeCloseTo(1, 9);
  });

  it("says that it did not converge where there is no top", () => {
    const slope = maximise(
      (point) => ({
        value: point[0] as number,
        gradient: Float64Array.of(1),
        hessian: Float64Array.of(0),
      }),
      [0],
      1e-9,
      20,
    );
    expect(slope.converged).toBe(false);
  });

  it("refuses a start where the function is not finite", () => {
    const nowhere = {
      value: Number.NaN,
      gradient: Float64Array.of(0),
      hessian: Float64Array.of(-1),
    };
    expect(() => maximise(() => nowhere, [0], 1e-9)).toThrow(RangeError);
  });
});

describe("the Cholesky factor", () => {
  it("inverts a matrix and refuses one that is not positive definite", () => {
    const lower = cholesky([4, 2, 2, 3], 2);
    expect(lower).not.toBeNull();
    const inverse = inverseCholesky(lower as Float64Array, 2);
    [0.375, -0.25, -0.25, 0.5].forEach((entry, k) => {
      expect(inverse[k]).toBeCloseTo(entry, 14);
    });
    expect(cholesky([1, 2, 2, 1], 2)).toBeNull();
  });
});
