import { describe, expect, it } from "vitest";
import { randomStream } from "../../src/numeric/random-stream.ts";
import { importancePosterior } from "../../src/value/importance-posterior.ts";

describe("a posterior by importance sampling", () => {
  it("has the moments of a normal density", () => {
    const posterior = importancePosterior(
      (point) => -0.5 * ((point[0] as number) ** 2 + (((point[1] as number) - 1) / 3) ** 2),
      [0, 1],
      [1, 0, 0, 1 / 9],
      8000,
      randomStream(2),
    );
    let mean = 0;
    let square = 0;
    posterior.weights.forEach((weight, draw) => {
      const value = posterior.logDraws[2 * draw + 1] as number;
      mean += weight * value;
      square += weight * (value - 1) ** 2;
    });
    expect(posterior.proposal).toBe("laplace");
    expect(posterior.kHat).toBeLessThan(0.3);
    expect(Math.abs(mean - 1)).toBeLessThan(0.15);
    expect(Math.abs(square - 9)).toBeLessThan(0.7);
  });

  it("moves the proposal where the mode says too little of the spread", () => {
    // Sharp at the mode, wide around it: the Hessian sees the needle only.
    const density = ([x]: ArrayLike<number> & Iterable<number>) =>
      Math.log(
        Math.exp(-0.5 * ((x as number) / 0.05) ** 2) + 0.5 * Math.exp(-0.5 * (x as number) ** 2),
      );
    const curve = (1 / 0.05 ** 2 + 0.5) / 1.5;
    const posterior = importancePosterior(density, [0], [curve], 4000, randomStream(8));
    expect(posterior.proposal).toBe("adapted");
    expect(posterior.reliable).toBe(true);
    let square = 0;
    posterior.weights.forEach((weight, draw) => {
      square += weight * (posterior.logDraws[draw] as number) ** 2;
    });
    // Shares of the two parts are 0.05 to 0.5.
    expect(Math.abs(square - (0.05 * 0.0025 + 0.5) / 0.55)).toBeLessThan(0.1);
  });

  it("says that it cannot be relied on where the tail is too heavy for it", () => {
    const endless = (point: Float64Array) =>
      -0.51 * Math.log1p(Math.log1p((point[0] as number) ** 2));
    const posterior = importancePosterior(endless, [0], [1.02], 2000, randomStream(1));
    expect(posterior.kHat).toBeGreaterThan(0.7);
    expect(posterior.reliable).toBe(false);
  });

  it("refuses too few draws and a density that does not curve down", () => {
    const flat = () => 0;
    expect(() => importancePosterior(flat, [0], [1], 50, randomStream(1))).toThrow(RangeError);
    expect(() => importancePosterior(flat, [0], [-1], 500, randomStream(1))).toThrow(RangeError);
  });
});
