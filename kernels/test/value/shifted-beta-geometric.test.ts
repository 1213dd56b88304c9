import { describe, expect, it } from "vitest";
import {
  fitShiftedBetaGeometric,
  survivalByPeriod,
} from "../../src/value/shifted-beta-geometric.ts";
import { column, rowsOf, samplesThere } from "./cdnow.ts";

function cohort(place: number, years: number) {
  const left = column(rowsOf("sbg_fader_hardie_2007.csv"), place).map((share) =>
    Math.round(share * 10),
  );
  return {
    lost: Array.from({ length: years }, (_, k) => (left[k] as number) - (left[k + 1] as number)),
    running: Array.from({ length: years }, (_, k) =>
      k + 1 === years ? (left[years] as number) : 0,
    ),
  };
}

describe.skipIf(!samplesThere)("on the two published cohorts", () => {
  it.each([
    [1, 4, 0.763665, 1.29583, -1401.559424],
    [1, 5, 0.737007, 1.245343, -1517.07297],
    [1, 6, 0.717506, 1.207981, -1606.973104],
    [1, 7, 0.704077, 1.182043, -1680.265188],
    [1, 8, 0.699118, 1.172394, -1744.306754],
    [1, 12, 0.697362, 1.168905, -1931.491694],
    [2, 4, 1.280976, 7.790385, -1225.134907],
    [2, 5, 0.875382, 5.16167, -1378.483154],
    [2, 6, 0.748638, 4.334749, -1507.025559],
    [2, 7, 0.668088, 3.806095, -1611.158147],
    [2, 8, 0.628999, 3.548264, -1704.530951],
    [2, 12, 0.596111, 3.326969, -2010.85842],
  ])("cohort %i over %i years has the reference fit", (place, years, alpha, beta, top) => {
    const fit = fitShiftedBetaGeometric(cohort(place, years));
    if (fit.kind !== "fitted") throw new Error(fit.kind);
    expect(Math.abs(fit.parameters.alpha - alpha)).toBeLessThan(1e-6);
    expect(Math.abs(fit.parameters.beta - beta)).toBeLessThan(1.1e-6);
    expect(Math.abs(fit.logLikelihood - top)).toBeLessThan(1e-6);
    if (years === 7)
      expect(survivalByPeriod(fit.parameters, 12)[12]).toBeCloseTo(place === 1 ? 0.17 : 0.378, 4);
  });
});

describe("the shifted beta-geometric", () => {
  it("names what is missing", () => {
    const missing = (lost: number[], running: number[]) =>
      fitShiftedBetaGeometric({ lost, running });
    expect(missing([], [])).toEqual({ kind: "too-thin", missing: "customers" });
    expect(missing([0, 0], [0, 9])).toEqual({ kind: "too-thin", missing: "losses" });
    expect(missing([9, 0], [0, 0])).toEqual({ kind: "too-thin", missing: "stays" });
    expect(missing([5], [5]).kind).toBe("no-maximum");
    expect(fitShiftedBetaGeometric({ lost: [0, 0], running: [0, 9] }, "weak").kind).toBe("fitted");
  });

  it("names the period that cannot be", () => {
    expect(() => fitShiftedBetaGeometric({ lost: [1, -1], running: [0, 1] })).toThrow("period 1");
    expect(() => fitShiftedBetaGeometric({ lost: [1], running: [Number.NaN] })).toThrow("period 0");
    expect(() => fitShiftedBetaGeometric({ lost: [1], running: [] })).toThrow(RangeError);
    expect(() => survivalByPeriod({ alpha: 1, beta: 1 }, 1.5)).toThrow(RangeError);
    expect(() => survivalByPeriod({ alpha: 0, beta: 1 }, 1)).toThrow("alpha");
  });

  it("keeps a share that falls and starts at one", () => {
    const survival = survivalByPeriod({ alpha: 0.7, beta: 1.2 }, 50);
    expect(survival[0]).toBe(1);
    for (let k = 1; k <= 50; k += 1) expect(survival[k]).toBeLessThan(survival[k - 1] as number);
  });
});
