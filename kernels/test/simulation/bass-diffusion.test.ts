import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type BassDiffusion,
  bassAdopted,
  bassDiffusion,
  bassPeak,
} from "../../src/simulation/bass-diffusion.ts";
import { simulate } from "../../src/simulation/stock-and-flow.ts";
import { haveProfileSamples, profileSample } from "../survey/profile-samples.ts";
import { relativeGap } from "./reference-run.ts";

type Reference = {
  readonly p: number;
  readonly q: number;
  readonly t_peak: number;
  readonly F: Readonly<Record<string, number>>;
};

function runs(diffusion: BassDiffusion, steps: number, step: number): Float64Array {
  const model = bassDiffusion(diffusion);
  const course = simulate({ ...model, start: 0, step, steps, method: "runge-kutta" });
  if (course.kind !== "ran") throw new Error(course.kind);
  return course.levels[0] as Float64Array;
}

describe("Bass diffusion", () => {
  it.skipIf(!haveProfileSamples)(
    "equals the closed form of the samples, run and in closed form",
    () => {
      const { p, q, t_peak, F } = JSON.parse(
        profileSample("golden/bass_closed_form.json"),
      ) as Reference;
      const diffusion = { market: 1, innovation: p, imitation: q };
      const course = runs(diffusion, 2000, 0.01);
      expect(Object.keys(F)).toHaveLength(21);
      for (const [time, share] of Object.entries(F)) {
        expect(bassAdopted(diffusion, Number(time))).toBeCloseTo(share, 13);
        expect(relativeGap(course[100 * Number(time)] ?? Number.NaN, share)).toBeLessThan(1e-6);
      }
      expect(bassPeak(diffusion)).toBeCloseTo(t_peak, 12);
    },
  );

  const chance = fc.double({ min: 0.001, max: 0.9, noNaN: true });

  it("runs to its closed form whatever the chances, never above the market", () => {
    fc.assert(
      fc.property(chance, chance, (innovation, imitation) => {
        const diffusion = { market: 500, innovation, imitation };
        const course = runs(diffusion, 400, 0.05);
        for (const index of [1, 100, 400]) {
          const adopted = course[index] ?? Number.NaN;
          expect(relativeGap(adopted, bassAdopted(diffusion, index * 0.05))).toBeLessThan(1e-6);
          expect(adopted).toBeLessThanOrEqual(500 + 1e-9);
        }
      }),
    );
  });

  it("stands still where nobody begins, and peaks at once without hearsay", () => {
    const still = { market: 10, innovation: 0, imitation: 0.4 };
    expect(bassAdopted(still, 1000)).toBe(0);
    expect(bassPeak(still)).toBeNull();
    expect(bassPeak({ market: 10, innovation: 0.3, imitation: 0.1 })).toBe(0);
  });

  it("is finite for an innovation that is hardly there", () => {
    const hardly = { market: 10, innovation: 1e-320, imitation: 0.4 };
    expect(bassPeak(hardly)).toBeGreaterThan(1000);
    expect(bassAdopted(hardly, 10)).toBeCloseTo(0, 12);
    expect(bassAdopted(hardly, 1e5)).toBeCloseTo(10, 12);
  });

  it("refuses a caller's mistake", () => {
    const sound = { market: 10, innovation: 0.1, imitation: 0.1 };
    expect(() => bassDiffusion({ ...sound, market: 0 })).toThrow(RangeError);
    expect(() => bassAdopted({ ...sound, innovation: -1 }, 1)).toThrow(RangeError);
    expect(() => bassPeak({ ...sound, imitation: Number.NaN })).toThrow(RangeError);
    expect(() => bassAdopted(sound, -1)).toThrow(RangeError);
  });
});
