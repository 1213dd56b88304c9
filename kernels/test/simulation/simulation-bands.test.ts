import { describe, expect, it } from "vitest";
import { randomStream } from "../../src/numeric/random-stream.ts";
import { marketGrowth } from "../../src/simulation/market-growth.ts";
import { type BandRequest, simulateBands } from "../../src/simulation/simulation-bands.ts";

const decay: BandRequest = {
  runs: 4000,
  random: randomStream(3),
  draw: (random) => {
    const rate = 0.1 + 0.2 * random.uniform();
    return {
      initial: [100],
      flows: (_time, levels, net) => {
        net[0] = -rate * (levels[0] as number);
      },
    };
  },
  start: 0,
  step: 0.1,
  steps: 50,
  method: "runge-kutta",
  watch: [0],
  probabilities: [0.1, 0.5, 0.9],
  every: 10,
};

describe("simulation bands", () => {
  it("are the quantiles that follow from those of the parameter", () => {
    const result = simulateBands(decay);
    if (result.kind !== "bands") throw new Error(result.kind);
    expect([...result.times]).toEqual([0, 1, 2, 3, 4, 5]);
    const [low, middle, high] = result.bands[0] as readonly Float64Array[];
    for (const [moment, time] of result.times.entries()) {
      expect((low as Float64Array)[moment]).toBeCloseTo(100 * Math.exp(-0.28 * time), -0.5);
      expect((middle as Float64Array)[moment]).toBeCloseTo(100 * Math.exp(-0.2 * time), -0.5);
      expect((high as Float64Array)[moment]).toBeCloseTo(100 * Math.exp(-0.12 * time), -0.5);
    }
  });

  it("are the same for the same seed, and hold each other in order", () => {
    const request = { ...decay, runs: 200 };
    const result = simulateBands(request);
    expect(simulateBands({ ...request, random: randomStream(3) })).toEqual(result);
    if (result.kind !== "bands") throw new Error(result.kind);
    const [low, middle, high] = result.bands[0] as readonly Float64Array[];
    for (let moment = 0; moment <= 5; moment += 1) {
      expect(low?.[moment]).toBeLessThanOrEqual(middle?.[moment] ?? Number.NaN);
      expect(middle?.[moment]).toBeLessThanOrEqual(high?.[moment] ?? Number.NaN);
    }
  });

  it("of a model that never varies are its course", () => {
    const model = marketGrowth({ salesLoop: true });
    const result = simulateBands({
      ...decay,
      runs: 7,
      draw: () => model,
      watch: [1, 0],
      method: "euler",
    });
    if (result.kind !== "bands") throw new Error(result.kind);
    expect(result.bands).toHaveLength(2);
    expect(result.bands[1]?.[0]?.[0]).toBe(10);
    for (const stock of result.bands) expect(stock[0]).toEqual(stock[2]);
  });

  it("count the runs that left the numbers, and say when all did", () => {
    const exploding = (random: { readonly uniform: () => number }) => {
      const power = random.uniform() < 0.5 ? 1 : 9;
      return {
        initial: [3],
        flows: (_time: number, levels: Float64Array, net: Float64Array) => {
          net[0] = (levels[0] as number) ** power;
        },
      };
    };
    const some = simulateBands({ ...decay, runs: 100, draw: exploding });
    if (some.kind !== "bands") throw new Error(some.kind);
    expect(some.diverged).toBeGreaterThan(25);
    expect(some.diverged).toBeLessThan(75);
    const all = simulateBands({
      ...decay,
      runs: 5,
      draw: () => exploding({ uniform: () => 0.9 }),
    });
    expect(all).toEqual({ kind: "all-diverged", runs: 5 });
  });

  it("refuse a caller's mistake", () => {
    expect(() => simulateBands({ ...decay, runs: 0 })).toThrow(/runs is 0/);
    expect(() => simulateBands({ ...decay, every: 0.5 })).toThrow(/every/);
    expect(() => simulateBands({ ...decay, runs: 2, watch: [4] })).toThrow(/no stock 4/);
    expect(() => simulateBands({ ...decay, probabilities: [1.1] })).toThrow(RangeError);
    expect(() => simulateBands({ ...decay, step: -1 })).toThrow(RangeError);
    expect(() => simulateBands({ ...decay, steps: -1 })).toThrow(RangeError);
    expect(() => simulateBands({ ...decay, steps: Number.NaN })).toThrow(RangeError);
  });
});
