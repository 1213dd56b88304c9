import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { randomStream } from "../../src/numeric/random-stream.ts";
import { predictionBands } from "../../src/value/prediction-bands.ts";
import {
  drawRenewals,
  remainingRenewals,
  renewalByPeriod,
  survivalByPeriod,
} from "../../src/value/renewal-projection.ts";
import { fitShiftedBetaGeometric } from "../../src/value/shifted-beta-geometric.ts";
import {
  type ShiftedBetaGeometricPosterior,
  shiftedBetaGeometricDraws,
  shiftedBetaGeometricPosterior,
} from "../../src/value/shifted-beta-geometric-posterior.ts";
import { column, rowsOf, samplesThere } from "./cdnow.ts";

function drawn(posterior: ShiftedBetaGeometricPosterior) {
  if (posterior.kind !== "drawn") throw new Error(`no posterior but ${posterior.kind}`);
  return posterior;
}

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

describe.skipIf(!samplesThere)("the posterior of seven years", () => {
  it.each([
    [1, 0.704077, 1.182043],
    [2, 0.668088, 3.806095],
  ])(
    "of cohort %i lies around the fit and tells the share after twelve years",
    (place, alpha, beta) => {
      const posterior = drawn(
        shiftedBetaGeometricPosterior(cohort(place, 7), { kind: "flat" }, randomStream(1)),
      );
      expect(posterior.reliable).toBe(true);
      expect(posterior.effectiveSize).toBeGreaterThan(2000);
      expect(Math.abs(posterior.summary.alpha.mean / alpha - 1)).toBeLessThan(0.2);
      expect(Math.abs(posterior.summary.beta.mean / beta - 1)).toBeLessThan(0.2);
      const draws = shiftedBetaGeometricDraws(posterior, 400, randomStream(2));
      const { bands, median } = predictionBands(draws.map((set) => survivalByPeriod(set, 12)));
      const left = column(rowsOf("sbg_fader_hardie_2007.csv"), place)[12] as number;
      // What came: 17.3 and 39.4 %.
      expect(bands[1]?.lower[12]).toBeLessThan(left / 100);
      expect(bands[1]?.upper[12]).toBeGreaterThan(left / 100);
      expect(Math.abs((median[12] as number) - left / 100)).toBeLessThan(0.03);
    },
  );
});

describe("the shifted beta-geometric", () => {
  it("expects the renewals of a customer that survival tells", () => {
    const parameters = { alpha: 0.7, beta: 1.2 };
    const survival = survivalByPeriod(parameters, 40);
    const renewal = renewalByPeriod(parameters, 40);
    for (let period = 1; period <= 40; period += 1)
      expect(renewal[period - 1]).toBeCloseTo(
        (survival[period] as number) / (survival[period - 1] as number),
        12,
      );
    remainingRenewals([0, 3, 3, 30], parameters, 10, 0.08).forEach((expected, customer) => {
      const renewed = [0, 3, 3, 30][customer] as number;
      let sum = 0;
      for (let ahead = 1; ahead <= 10; ahead += 1)
        sum +=
          (Math.exp(-0.08 * ahead) * (survival[renewed + ahead] as number)) /
          (survival[renewed] as number);
      expect(expected).toBeCloseTo(sum, 10);
    });
    expect(remainingRenewals([2], parameters, 0)[0]).toBe(0);
  });

  it("draws renewals whose mean is the expected one", () => {
    const parameters = { alpha: 0.7, beta: 1.2 };
    const renewed = Array.from({ length: 20_000 }, (_, k) => (k % 2) * 5);
    const placed = drawRenewals(renewed, parameters, 8, randomStream(3));
    for (const times of [0, 5]) {
      const own = Array.from(placed).filter((_, k) => renewed[k] === times);
      const mean = own.reduce((sum, value) => sum + value, 0) / own.length;
      const expected = remainingRenewals([times], parameters, 8)[0] as number;
      expect(Math.abs(mean - expected)).toBeLessThan((4 * 4) / Math.sqrt(own.length));
    }
    expect(Math.max(...placed)).toBe(8);
  });

  it("has a posterior that periods without customers leave as it is", () => {
    const counts = fc.array(fc.tuple(fc.nat(20), fc.nat(20)), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(counts, (periods) => {
        const lost = periods.map(([count]) => count);
        const running = periods.map(([, count]) => count);
        const posterior = shiftedBetaGeometricPosterior(
          { lost, running },
          "weak",
          randomStream(1),
          200,
        );
        if (posterior.kind !== "drawn") {
          expect(posterior).toEqual({ kind: "too-thin", missing: "customers" });
          return;
        }
        const padded = { lost: [...lost, 0], running: [...running, 0] };
        const same = drawn(shiftedBetaGeometricPosterior(padded, "weak", randomStream(1), 200));
        expect(same.summary.alpha.mean / posterior.summary.alpha.mean).toBeCloseTo(1, 5);
      }),
      { numRuns: 30, endOnFailure: true },
    );
  });

  it("has a posterior that more customers narrow", () => {
    const widths = [1, 20, 400].map((times) => {
      const history = { lost: [6, 3, 2, 1], running: [3, 3, 4, 9] };
      const grown = {
        lost: history.lost.map((count) => count * times),
        running: history.running.map((count) => count * times),
      };
      const { alpha, beta } = drawn(
        shiftedBetaGeometricPosterior(grown, "weak", randomStream(4), 1000),
      ).summary;
      return Math.log((alpha.upper * beta.upper) / (alpha.lower * beta.lower));
    }) as [number, number, number];
    expect(widths[1]).toBeLessThan(widths[0]);
    expect(widths[2]).toBeLessThan(widths[1]);
  });

  it("refuses customers and horizons that cannot be", () => {
    const parameters = { alpha: 0.7, beta: 1.2 };
    expect(() => remainingRenewals([1, 0.5], parameters, 3)).toThrow("customer 1");
    expect(() => drawRenewals([-1], parameters, 3, randomStream(1))).toThrow("customer 0");
    expect(() => remainingRenewals([1], parameters, 1e9)).toThrow("periods");
    expect(() => remainingRenewals([1], parameters, 3, -1)).toThrow("rate");
    expect(() =>
      shiftedBetaGeometricPosterior({ lost: [1], running: [1] }, "weak", randomStream(1), 500, 2),
    ).toThrow("level");
  });

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
