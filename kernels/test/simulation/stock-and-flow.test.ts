import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type IntegrationMethod, simulate } from "../../src/simulation/stock-and-flow.ts";
import { haveProfileSamples } from "../survey/profile-samples.ts";
import { relativeGap, tableRun, vensimRun } from "./reference-run.ts";

type Epidemic = {
  readonly population: number;
  readonly susceptible: number;
  readonly infectious: number;
  readonly contacts: number;
  readonly duration: number;
  readonly step: number;
  readonly steps: number;
};

function epidemic(
  { population, susceptible, infectious, contacts, duration, step, steps }: Epidemic,
  method: IntegrationMethod = "euler",
) {
  const course = simulate({
    initial: [susceptible, infectious, 0],
    start: 0,
    step,
    steps,
    method,
    flows: (_time, levels, net) => {
      const falling = (contacts * (levels[0] as number) * (levels[1] as number)) / population;
      const recovering = (levels[1] as number) / duration;
      net[0] = -falling;
      net[1] = falling - recovering;
      net[2] = recovering;
    },
  });
  if (course.kind !== "ran") throw new Error(course.kind);
  return course;
}

const schools = {
  population: 1000,
  susceptible: 1000,
  infectious: 5,
  contacts: 0.3,
  duration: 5,
  step: 0.03125,
  steps: 3200,
};

describe("stock and flow", () => {
  describe.skipIf(!haveProfileSamples)(
    "beside published runs (skipped without the samples)",
    () => {
      it("cools a cup of tea as rounded there to six digits", () => {
        const course = simulate({
          initial: [180],
          start: 0,
          step: 0.125,
          steps: 240,
          method: "euler",
          flows: (_time, levels, net) => {
            net[0] = (70 - (levels[0] as number)) / 10;
          },
        });
        if (course.kind !== "ran") throw new Error(course.kind);
        const rows = tableRun("sdx_teacup.output.csv");
        expect(rows).toHaveLength(241);
        for (const [index, row] of rows.entries()) {
          expect(course.times[index]).toBeCloseTo(Number(row["Time"]), 9);
          expect(
            relativeGap(course.levels[0]?.[index] ?? 0, Number(row["Teacup Temperature"])),
          ).toBeLessThan(1e-5);
        }
      });

      it("runs an epidemic as rounded there to six digits", () => {
        const { levels } = epidemic(schools);
        const rows = tableRun("sdx_SIR.output.csv");
        expect(rows).toHaveLength(3201);
        for (const [index, row] of rows.entries())
          for (const [stock, name] of ["Susceptible", "Infectious", "Recovered"].entries())
            expect(relativeGap(levels[stock]?.[index] ?? 0, Number(row[name]))).toBeLessThan(1e-5);
      });

      it("runs Sterman's epidemic as published, within 1e-5", () => {
        const { levels } = epidemic({
          population: 10_000,
          susceptible: 9999,
          infectious: 1,
          contacts: 2.5 * 0.25,
          duration: 2,
          step: 0.0625,
          steps: 3200,
        });
        const published = vensimRun("sde_sir.dat");
        const names = [
          "Susceptible Population S",
          "Infectious Population I",
          "Recovered Population R",
        ];
        for (const [stock, name] of names.entries()) {
          const series = published.get(name) ?? new Map();
          expect(series.size).toBe(101);
          for (const [time, value] of series)
            expect(
              relativeGap(levels[stock]?.[time * 16] ?? 0, value),
              `${name} ${time}`,
            ).toBeLessThan(1e-5);
        }
      });
    },
  );

  it("keeps everyone in an epidemic, by either method", () => {
    const rate = fc.double({ min: 0.01, max: 2, noNaN: true });
    fc.assert(
      fc.property(
        rate,
        rate,
        fc.constantFrom("euler", "runge-kutta"),
        (contacts, duration, method) => {
          const { levels } = epidemic(
            { ...schools, contacts, duration: 1 + duration, steps: 200 },
            method,
          );
          for (const index of [0, 57, 200]) {
            const people = levels.reduce((sum, course) => sum + (course[index] ?? 0), 0);
            expect(people).toBeCloseTo(1005, 7);
          }
        },
      ),
    );
  });

  it("gains a factor of 16 by Runge-Kutta and of 2 by Euler when the step is halved", () => {
    const error = (method: IntegrationMethod, steps: number): number => {
      const course = simulate({
        initial: [1],
        start: 0,
        step: 2 / steps,
        steps,
        method,
        flows: (time, levels, net) => {
          net[0] = -(levels[0] as number) * Math.cos(time);
        },
      });
      if (course.kind !== "ran") throw new Error(course.kind);
      return Math.abs((course.levels[0]?.[steps] ?? 0) - Math.exp(-Math.sin(2)));
    };
    expect(error("runge-kutta", 40) / error("runge-kutta", 80)).toBeCloseTo(16, -1);
    expect(error("runge-kutta", 80)).toBeLessThan(1e-7);
    expect(error("euler", 400) / error("euler", 800)).toBeCloseTo(2, 1);
  });

  it("says when and where a course left the numbers", () => {
    const course = simulate({
      initial: [1, 2],
      start: 5,
      step: 1,
      steps: 100,
      method: "euler",
      flows: (_time, levels, net) => {
        net[0] = 0;
        net[1] = (levels[1] as number) ** 3;
      },
    });
    expect(course).toMatchObject({ kind: "diverged", stock: 1 });
  });

  it("stands still without steps or without stocks", () => {
    const still = { start: 1, step: 1, method: "euler", flows: () => undefined } as const;
    expect(simulate({ ...still, initial: [4], steps: 0 })).toEqual({
      kind: "ran",
      times: Float64Array.of(1),
      levels: [Float64Array.of(4)],
    });
    expect(simulate({ ...still, initial: [], steps: 2 })).toMatchObject({
      kind: "ran",
      levels: [],
    });
  });

  it("refuses a caller's mistake and names its index", () => {
    const sound = {
      initial: [1],
      start: 0,
      step: 1,
      steps: 1,
      method: "euler",
      flows: () => undefined,
    } as const;
    expect(() => simulate({ ...sound, step: 0 })).toThrow(RangeError);
    expect(() => simulate({ ...sound, step: Number.NaN })).toThrow(RangeError);
    expect(() => simulate({ ...sound, steps: 1.5 })).toThrow(RangeError);
    expect(() => simulate({ ...sound, start: Number.NaN })).toThrow(RangeError);
    expect(() => simulate({ ...sound, initial: [1, Number.NaN] })).toThrow(/stock 1/);
  });
});
