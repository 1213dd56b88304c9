import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { randomStream } from "../../src/numeric/random-stream.ts";

function draws(count: number, draw: () => number): number[] {
  return Array.from({ length: count }, draw);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function variance(values: readonly number[]): number {
  const middle = mean(values);
  return mean(values.map((value) => (value - middle) ** 2));
}

describe("a random stream", () => {
  it("gives the same numbers for the same seed and others for another", () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), (seed) => {
        const one = draws(5, randomStream(seed).uniform);
        expect(draws(5, randomStream(seed).uniform)).toEqual(one);
        expect(draws(5, randomStream(seed === 0 ? 1 : seed - Math.sign(seed)).uniform)).not.toEqual(
          one,
        );
      }),
    );
  });

  it("splits into streams that do not depend on what was drawn before", () => {
    const parent = randomStream(7);
    const early = draws(4, parent.split(3).uniform);
    draws(100, parent.normal);
    expect(draws(4, parent.split(3).uniform)).toEqual(early);
    expect(draws(4, parent.split(4).uniform)).not.toEqual(early);
    expect(draws(4, randomStream(7).uniform)).not.toEqual(early);
  });

  it("has split streams that do not move together", () => {
    const parent = randomStream(11);
    const left = draws(20_000, parent.split(0).normal);
    const right = draws(20_000, parent.split(1).normal);
    expect(Math.abs(mean(left.map((value, k) => value * (right[k] as number))))).toBeLessThan(0.03);
  });

  it("draws with the right mean and variance", () => {
    const stream = randomStream(20261121);
    const count = 100_000;
    const uniform = draws(count, stream.uniform);
    expect(mean(uniform)).toBeCloseTo(0.5, 2);
    expect(variance(uniform)).toBeCloseTo(1 / 12, 2);
    const normal = draws(count, stream.normal);
    expect(Math.abs(mean(normal))).toBeLessThan(0.015);
    expect(variance(normal)).toBeCloseTo(1, 1);
    for (const shape of [0.25, 1, 4.4]) {
      const gamma = draws(count, () => stream.gamma(shape));
      expect(Math.abs(mean(gamma) - shape)).toBeLessThan(0.03);
      expect(Math.abs(variance(gamma) - shape) / shape).toBeLessThan(0.06);
    }
    const beta = draws(count, () => stream.beta(0.8, 2.4));
    expect(mean(beta)).toBeCloseTo(0.25, 2);
    expect(variance(beta)).toBeCloseTo((0.8 * 2.4) / (3.2 ** 2 * 4.2), 2);
  });

  it("draws whole numbers evenly and in range", () => {
    const stream = randomStream(5);
    const counts = [0, 0, 0, 0, 0];
    for (let k = 0; k < 50_000; k += 1) {
      const drawn = stream.integer(5);
      counts[drawn] = (counts[drawn] as number) + 1;
    }
    for (const count of counts) expect(Math.abs(count - 10_000)).toBeLessThan(500);
  });

  it("refuses a seed or a shape that is none", () => {
    expect(() => randomStream(0.5)).toThrow(RangeError);
    expect(() => randomStream(1).split(Number.NaN)).toThrow(RangeError);
    expect(() => randomStream(1).gamma(0)).toThrow(RangeError);
    expect(() => randomStream(1).gamma(Number.POSITIVE_INFINITY)).toThrow(RangeError);
    expect(() => randomStream(1).integer(0)).toThrow(RangeError);
  });
});
