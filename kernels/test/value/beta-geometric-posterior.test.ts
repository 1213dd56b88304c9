import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { randomStream } from "../../src/numeric/random-stream.ts";
import {
  betaGeometricDraws,
  betaGeometricPosterior,
  predictionInterval,
} from "../../src/value/beta-geometric-posterior.ts";
import { expectedOrders, probabilityAlive } from "../../src/value/beta-geometric-prediction.ts";
import { predictionBands } from "../../src/value/prediction-bands.ts";
import { roundedCdnow, samplesThere } from "./cdnow.ts";
import { histories, historyOf } from "./order-histories.ts";

function drawn(posterior: ReturnType<typeof betaGeometricPosterior>) {
  if (posterior.kind !== "drawn") throw new Error(`no posterior but ${posterior.kind}`);
  return posterior;
}

describe.skipIf(!samplesThere)("on the customers of CDNOW", () => {
  it("the posterior under flat priors is the published one within its Monte Carlo error", () => {
    const posterior = drawn(
      betaGeometricPosterior(roundedCdnow(), "bg-nbd", { kind: "flat" }, randomStream(1), 16_000),
    );
    const { r, alpha, a, b } = posterior.summary;
    expect(posterior.reliable).toBe(true);
    expect(posterior.kHat).toBeLessThan(0.5);
    expect(posterior.effectiveSize).toBeGreaterThan(8000);
    // Published: mean, sd and the error of the mean; three of its errors and of ours.
    expect(Math.abs(a.mean - 0.975)).toBeLessThan(0.03);
    expect(Math.abs(b.mean - 3.192)).toBeLessThan(0.13);
    expect(Math.abs(alpha.mean - 4.479)).toBeLessThan(0.03);
    expect(Math.abs(r.mean - 0.244)).toBeLessThan(0.0015);
    expect(Math.abs(r.deviation - 0.013)).toBeLessThan(0.001);
    expect(Math.abs(alpha.deviation - 0.382)).toBeLessThan(0.03);
    expect(Math.abs(a.deviation - 0.282)).toBeLessThan(0.05);
    expect(Math.abs(b.deviation - 1.184)).toBeLessThan(0.25);
  });

  it("4,000 draws are worth more than 2,000, and the same stream gives the same ones", () => {
    const once = drawn(
      betaGeometricPosterior(roundedCdnow(), "bg-nbd", { kind: "flat" }, randomStream(5)),
    );
    expect(once.effectiveSize).toBeGreaterThan(2000);
    expect(
      betaGeometricPosterior(roundedCdnow(), "bg-nbd", { kind: "flat" }, randomStream(5)),
    ).toEqual(once);
  });

  it("small subsets always have a posterior, and more customers narrow it", () => {
    const all = roundedCdnow();
    const widths = [30, 150, 750].map((count) => {
      let width = 0;
      for (let trial = 0; trial < 8; trial += 1) {
        const stream = randomStream(trial);
        const chosen = Array.from({ length: count }, () => stream.integer(all.age.length));
        const history = {
          repeats: chosen.map((row) => all.repeats[row] as number),
          last: chosen.map((row) => all.last[row] as number),
          age: chosen.map((row) => all.age[row] as number),
        };
        const posterior = drawn(betaGeometricPosterior(history, "bg-nbd", "weak", stream, 1000));
        expect(posterior.weights.every(Number.isFinite)).toBe(true);
        width += Math.log(posterior.summary.r.upper / posterior.summary.r.lower);
      }
      return width;
    }) as [number, number, number];
    expect(widths[1]).toBeLessThan(widths[0]);
    expect(widths[2]).toBeLessThan(widths[1]);
  });
});

describe("a posterior", () => {
  const history = historyOf([
    { repeats: 3, last: 7, age: 10 },
    { repeats: 0, last: 0, age: 12 },
    { repeats: 9, last: 11, age: 12 },
    { repeats: 1, last: 2, age: 30 },
  ]);

  it("carries over to predictions within their bounds", () => {
    for (const model of ["bg-nbd", "mbg-nbd"] as const) {
      const posterior = drawn(
        betaGeometricPosterior(history, model, "weak", randomStream(3), 1000),
      );
      const alive = predictionInterval(
        posterior,
        (parameters) => probabilityAlive(history, model, parameters),
        randomStream(4),
      );
      const orders = predictionInterval(
        posterior,
        (parameters) => expectedOrders(history, model, parameters, 12),
        randomStream(4),
      );
      for (let row = 0; row < 4; row += 1) {
        expect(alive.lower[row]).toBeGreaterThanOrEqual(0);
        expect(alive.lower[row]).toBeLessThanOrEqual(alive.upper[row] as number);
        expect(alive.upper[row]).toBeLessThanOrEqual(1);
        expect(orders.lower[row]).toBeLessThan(orders.mean[row] as number);
        expect(orders.upper[row]).toBeGreaterThan(orders.mean[row] as number);
      }
    }
  });

  it("does not depend on the order of the customers, and follows the unit of time", () => {
    fc.assert(
      fc.property(histories, fc.constantFrom("bg-nbd", "mbg-nbd"), (customers, model) => {
        const posteriorOf = (some: ReturnType<typeof historyOf>) =>
          drawn(betaGeometricPosterior(some, model, "weak", randomStream(1), 200));
        const first = posteriorOf(historyOf(customers));
        const turned = posteriorOf(historyOf(customers.toReversed()));
        const days = posteriorOf(historyOf(customers, 7));
        for (const name of ["r", "alpha", "a", "b"] as const) {
          const { mean } = first.summary[name];
          expect(turned.summary[name].mean / mean).toBeCloseTo(1, 4);
          expect(days.summary[name].mean / mean / (name === "alpha" ? 7 : 1)).toBeCloseTo(1, 4);
        }
        const horizon = 12;
        const set = betaGeometricDraws(first, 20, randomStream(2));
        const inDays = betaGeometricDraws(days, 20, randomStream(2));
        const weekly = predictionBands(
          set.map((at) => expectedOrders(historyOf(customers), model, at, horizon)),
        );
        const daily = predictionBands(
          inDays.map((at) => expectedOrders(historyOf(customers, 7), model, at, 7 * horizon)),
        );
        weekly.median.forEach((orders, row) => {
          expect(daily.median[row]).toBeCloseTo(orders, 3);
        });
      }),
      { numRuns: 12, endOnFailure: true },
    );
  });

  it("of one customer stands under the weak prior", () => {
    const one = historyOf([{ repeats: 0, last: 0, age: 3 }]);
    const posterior = drawn(betaGeometricPosterior(one, "bg-nbd", "weak", randomStream(3), 1000));
    expect(Number.isFinite(posterior.summary.a.mean)).toBe(true);
  });

  it("names what is missing, and refuses what cannot be", () => {
    const nobody = historyOf([]);
    expect(betaGeometricPosterior(nobody, "bg-nbd", "weak", randomStream(1))).toEqual({
      kind: "too-thin",
      missing: "customers",
    });
    expect(() => betaGeometricPosterior(history, "bg-nbd", "weak", randomStream(1), 10)).toThrow(
      RangeError,
    );
    expect(() =>
      betaGeometricPosterior(history, "bg-nbd", "weak", randomStream(1), 500, 1),
    ).toThrow(RangeError);
  });
});
