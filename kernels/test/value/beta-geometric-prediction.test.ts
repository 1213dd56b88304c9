import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fitBetaGeometric } from "../../src/value/beta-geometric-fit.ts";
import { expectedOrders, probabilityAlive } from "../../src/value/beta-geometric-prediction.ts";
import { exactCdnow, samplesThere } from "./cdnow.ts";
import { histories, historyOf } from "./order-histories.ts";

const published = { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 };
const someone = historyOf([{ repeats: 2, last: 30.43, age: 38.86 }]);
const newcomer = historyOf([{ repeats: 0, last: 0, age: 0 }]);
const models = ["bg-nbd", "mbg-nbd"] as const;

describe("predictions of the BG/NBD", () => {
  it("are those of the references", () => {
    expect(expectedOrders(someone, "bg-nbd", published, 39)[0]).toBeCloseTo(1.2260281748, 9);
    expect(probabilityAlive(someone, "bg-nbd", published)[0]).toBeCloseTo(0.72657857, 8);
  });

  it.skipIf(!samplesThere)("for a new customer are those of the published sheet", () => {
    const fit = fitBetaGeometric(exactCdnow(), "bg-nbd");
    if (fit.kind !== "fitted") throw new Error(fit.kind);
    const at = (time: number) =>
      expectedOrders(newcomer, "bg-nbd", fit.parameters, time)[0] as number;
    expect(at(0.1429)).toBeCloseTo(0.0078, 4);
    expect(at(1)).toBeCloseTo(0.0532, 4);
    expect(at(3)).toBeCloseTo(0.1506, 4);
    expect(at(31.8571)).toBeCloseTo(1.0405, 4);
    expect(at(32)).toBeCloseTo(1.0437, 4);
    // The sheet says 1.8576; its own parameters are not printed to more digits.
    expect(at(78)).toBeCloseTo(1.858, 3);
  });

  it("begin at the mean rate of orders", () => {
    const near = expectedOrders(newcomer, "bg-nbd", published, 1e-6)[0] as number;
    expect(near / 1e-6).toBeCloseTo(published.r / published.alpha, 6);
  });
});

describe("predictions of either model", () => {
  it("pass smoothly through a = 1, where the closed form divides by nothing", () => {
    for (const model of models) {
      const at = (a: number) =>
        expectedOrders(someone, model, { ...published, a }, 39)[0] as number;
      expect(at(1)).toBeCloseTo((at(1 - 1e-4) + at(1 + 1e-4)) / 2, 7);
    }
  });

  it("discount as the sum over small stretches of time does", () => {
    for (const model of models) {
      const rate = 0.01;
      let sum = 0;
      let before = 0;
      const stretch = 0.05;
      for (let k = 1; k <= 2000; k += 1) {
        const until = expectedOrders(someone, model, published, k * stretch)[0] as number;
        sum += Math.exp(-rate * (k - 0.5) * stretch) * (until - before);
        before = until;
      }
      expect(expectedOrders(someone, model, published, 100, rate)[0]).toBeCloseTo(sum, 6);
      expect(expectedOrders(someone, model, published, 100, 0)[0]).toBeCloseTo(before, 10);
    }
  });

  it("are finite for the extreme customers, between nothing and what a loyal one orders", () => {
    const extreme = historyOf([
      { repeats: 221, last: 103.42857, age: 103.57143 },
      { repeats: 254, last: 97.14286, age: 97.28571 },
      { repeats: 161, last: 94.71429, age: 98 },
      { repeats: 204, last: 98.57143, age: 99.42857 },
      { repeats: 400, last: 5, age: 6 },
      { repeats: 500, last: 1, age: 37 },
      { repeats: 500, last: 4, age: 37 },
      { repeats: 0, last: 0, age: 0 },
    ]);
    for (const model of models)
      for (const parameters of [
        published,
        { r: 10.465, alpha: 0.00798565181, a: 3.0516, b: 2.82 },
        { r: 0.5143, alpha: 2.8845, a: 1e-3, b: 1e3 },
        { r: 1e3, alpha: 1e4, a: 300, b: 1e-2 },
      ]) {
        const alive = probabilityAlive(extreme, model, parameters);
        const orders = expectedOrders(extreme, model, parameters, 52, 0.002);
        extreme.repeats.forEach((x, row) => {
          expect(alive[row]).toBeGreaterThanOrEqual(0);
          expect(alive[row]).toBeLessThanOrEqual(1);
          const most =
            (52 * (parameters.r + x)) / (parameters.alpha + (extreme.age[row] as number));
          expect(orders[row]).toBeGreaterThanOrEqual(0);
          expect(orders[row]).toBeLessThanOrEqual(most * (1 + 1e-9));
        });
      }
  });

  it("stay with the unit of time and with the customer", () => {
    fc.assert(
      fc.property(
        histories,
        fc.constantFrom(...models),
        fc.constantFrom(1 / 52, 7, 365.25),
        (customers, model, factor) => {
          const scaled = { ...published, alpha: published.alpha * factor };
          const alive = probabilityAlive(historyOf(customers), model, published);
          const orders = expectedOrders(historyOf(customers), model, published, 10);
          const long = historyOf(customers, factor);
          const turned = historyOf(customers.toReversed());
          const turnedOrders = expectedOrders(turned, model, published, 10).toReversed();
          probabilityAlive(long, model, scaled).forEach((probability, row) => {
            expect(probability).toBeCloseTo(alive[row] as number, 10);
          });
          expectedOrders(long, model, scaled, 10 * factor).forEach((expected, row) => {
            expect(expected).toBeCloseTo(orders[row] as number, 9);
            expect(turnedOrders[row]).toBeCloseTo(orders[row] as number, 12);
          });
        },
      ),
      { numRuns: 30 },
    );
  });

  it("refuse a horizon or a rate that cannot be", () => {
    for (const wrong of [-1, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(() => expectedOrders(someone, "bg-nbd", published, wrong)).toThrow("horizon");
      expect(() => expectedOrders(someone, "bg-nbd", published, 1, wrong)).toThrow("rate");
    }
    const torn = { repeats: [1, 1], last: [1, 3], age: [2, 2] };
    expect(() => probabilityAlive(torn, "bg-nbd", published)).toThrow("customer 1");
    expect(() => probabilityAlive(someone, "bg-nbd", { ...published, b: 0 })).toThrow("b is");
  });
});
