import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { delayFlows, delayLevels, smoothFlows, smoothLevels } from "../../src/simulation/delay.ts";
import { simulate } from "../../src/simulation/stock-and-flow.ts";
import { haveProfileSamples } from "../survey/profile-samples.ts";
import { relativeGap, vensimRun } from "./reference-run.ts";

type Input = (time: number) => number;
type Chain = {
  readonly order: number;
  readonly input: Input;
  readonly delay: number;
  /** Inflow or value at the start where it is not the input's own. */
  readonly initial?: number;
};

function outOf(chain: Chain, kind: "delay" | "smooth", step: number, steps: number): Float64Array {
  const { order, input, delay, initial = input(0) } = chain;
  const startLevels = kind === "delay" ? delayLevels : smoothLevels;
  const flows = kind === "delay" ? delayFlows : smoothFlows;
  const course = simulate({
    initial: startLevels(order, initial, delay),
    start: 0,
    step,
    steps,
    method: "euler",
    flows: (time, levels, net) => {
      flows(order, input(time), delay, levels, net, 0);
    },
  });
  if (course.kind !== "ran") throw new Error(course.kind);
  const last = course.levels[order - 1] as Float64Array;
  return kind === "delay" ? last.map((level) => (level * order) / delay) : last;
}

describe("delays and smooths", () => {
  describe.skipIf(!haveProfileSamples)("beside Vensim (skipped without the samples)", () => {
    // STEP(10, 0) - STEP(10, 4): ten until time 4.
    const input: Input = (time) => (time < 4 ? 10 : 0);
    const delays: Readonly<Record<string, Chain>> = {
      d1: { order: 1, input, delay: 5 },
      "d2[A1]": { order: 1, input: () => 10, delay: 5, initial: 0 },
      "d2[A3]": { order: 1, input: () => 30, delay: 5, initial: 0 },
      "d3[A1]": { order: 1, input, delay: 1, initial: 0 },
      "d3[A2]": { order: 1, input, delay: 2, initial: 0 },
      "d3[A3]": { order: 1, input, delay: 3, initial: 0 },
      "d4[A1]": { order: 1, input, delay: 5, initial: 0 },
      "d5[A2]": { order: 1, input: () => 20, delay: 2, initial: 0 },
      "d6[A3]": { order: 1, input: () => 30, delay: 5, initial: 0 },
      d7: { order: 3, input, delay: 5 },
      "d8[A1]": { order: 3, input, delay: 1 },
      "d8[A2]": { order: 3, input, delay: 2 },
      "d8[A3]": { order: 3, input, delay: 3 },
      "d9[A2]": { order: 3, input: () => 20, delay: 5, initial: 0 },
      "d9[A3]": { order: 3, input: () => 30, delay: 5, initial: 0 },
    };
    for (const [name, chain] of Object.entries(delays))
      it(`delay ${name} within 1e-5, as rounded there`, () => {
        const series = vensimRun("sde_delay.dat").get(name) ?? new Map<number, number>();
        expect(series.size).toBe(11);
        const out = outOf(chain, "delay", 0.25, 40);
        for (const [time, value] of series)
          expect(relativeGap(out[4 * time] ?? Number.NaN, value), `at ${time}`).toBeLessThan(1e-5);
      });

    const pulse: Input = (time) => (time >= 10 && time < 20 ? 4 : 3);
    const smooths: readonly (readonly [string, string, Chain, number])[] = [
      ["sde_smooth.dat", "s1", { order: 1, input: pulse, delay: 2 }, 1],
      ["sde_smooth.dat", "s3[A2]", { order: 1, input: pulse, delay: 2 }, 1],
      ["sde_smooth.dat", "s5[A2]", { order: 3, input: pulse, delay: 2 }, 1],
      ["sde_smooth.dat", "s11[A1]", { order: 3, input: pulse, delay: 2 }, 1],
      ["sde_smooth.dat", "s12[A1]", { order: 3, input: pulse, delay: 2, initial: 50 }, 1],
      ["sde_smooth.dat", "s14[A3]", { order: 3, input: pulse, delay: 2, initial: 50 }, 1],
      ["sde_smooth3.dat", "S1", { order: 3, input: pulse, delay: 2 }, 6],
      ["sde_smooth3.dat", "S3", { order: 3, input: pulse, delay: 2 }, 1],
    ];
    for (const [file, name, chain, scale] of smooths)
      it(`smooth ${name} of ${file} within 1e-5, as rounded there`, () => {
        const series = vensimRun(file).get(name) ?? new Map<number, number>();
        expect(series.size).toBe(41);
        const out = outOf(chain, "smooth", 1, 40);
        for (const [time, value] of series)
          expect(relativeGap(scale * (out[time] ?? Number.NaN), value), `at ${time}`).toBeLessThan(
            1e-5,
          );
      });
  });

  const chains = fc.record({
    order: fc.integer({ min: 1, max: 5 }),
    delay: fc.double({ min: 1, max: 10, noNaN: true }),
    inflow: fc.double({ min: 0, max: 100, noNaN: true }),
  });

  it("lose nothing: what flowed in has left or is under way", () => {
    fc.assert(
      fc.property(chains, ({ order, delay, inflow }) => {
        const course = simulate({
          initial: [...delayLevels(order, 0, delay), 0],
          start: 0,
          step: 0.1,
          steps: 100,
          method: "runge-kutta",
          flows: (_time, levels, net) => {
            net[order] = delayFlows(order, inflow, delay, levels, net, 0);
          },
        });
        if (course.kind !== "ran") throw new Error(course.kind);
        const total = course.levels.reduce((sum, levels) => sum + (levels[100] ?? Number.NaN), 0);
        expect(total).toBeCloseTo(10 * inflow, 6);
      }),
    );
  });

  it("stay as they are while what comes in does", () => {
    fc.assert(
      fc.property(chains, fc.constantFrom("delay", "smooth"), ({ order, delay, inflow }, kind) => {
        const out = outOf({ order, delay, input: () => inflow }, kind, 0.1, 50);
        expect(out[50]).toBeCloseTo(inflow, 9);
      }),
    );
  });

  it("refuse an order or a delay that makes no sense", () => {
    for (const levels of [delayLevels, smoothLevels]) {
      expect(() => levels(0, 1, 1)).toThrow(RangeError);
      expect(() => levels(1.5, 1, 1)).toThrow(RangeError);
      expect(() => levels(3, 1, 0)).toThrow(RangeError);
      expect(() => levels(3, 1, Number.NaN)).toThrow(RangeError);
    }
  });
});
