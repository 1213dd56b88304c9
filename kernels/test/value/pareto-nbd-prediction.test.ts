import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { paretoAlive, paretoOrders } from "../../src/value/pareto-nbd-prediction.ts";
import { apparelShoppers } from "./apparel.ts";
import { samplesThere } from "./cdnow.ts";
import { histories, historyOf } from "./order-histories.ts";

const fresh = historyOf([{ repeats: 0, last: 0, age: 0 }]);

describe("the published predictions", () => {
  it("of a new customer: expected orders of the BTYD manual", () => {
    const manual = { r: 0.55, alpha: 10.56, s: 0.61, beta: 11.64 };
    [
      0, 0.05077821, 0.09916088, 0.14542507, 0.1897993, 0.23247466, 0.27361274, 0.31335159,
      0.35181024, 0.38909211,
    ].forEach((expected, time) => {
      expect(paretoOrders(fresh, manual, time)[0]).toBeCloseTo(expected, 8);
    });
  });

  it("of the busy customer of the BTYD walkthrough", () => {
    const parameters = { r: 0.5533971, alpha: 10.5802, s: 0.6060625, beta: 11.65622 };
    const busy = historyOf([{ repeats: 26, last: 30.86, age: 31 }]);
    expect(paretoAlive(busy, parameters)[0]).toBeCloseTo(0.9979, 4);
    expect(paretoOrders(busy, parameters, 52)[0]).toBeCloseTo(25.46, 2);
  });

  it.skipIf(!samplesThere)("of the shoppers of apparelTrans, at the parameters of CLVTools", () => {
    const shoppers = apparelShoppers();
    const there = { r: 1.4489768, alpha: 48.6360845, s: 0.5612598, beta: 46.8843634 };
    const alive = paretoAlive(shoppers, there);
    const orders = paretoOrders(shoppers, there, 207 + 1 / 7);
    // Its "continuous discount factor" of .1 is taken as log(1.1) a week.
    const residual = paretoOrders(shoppers, there, Number.POSITIVE_INFINITY, Math.log(1.1));
    for (const [customer, isAlive, expected, discounted] of [
      [1, 0.9468478, 7.3256573, 0.46765602],
      [10, 0.9825606, 3.5198114, 0.22469806],
      [100, 0.2784686, 0.4190901, 0.02675392],
    ] as const) {
      const row = shoppers.customer.indexOf(customer);
      expect(alive[row]).toBeCloseTo(isAlive, 7);
      expect(orders[row]).toBeCloseTo(expected, 6);
      expect(residual[row]).toBeCloseTo(discounted, 8);
    }
    expect(orders.reduce((sum, entry) => sum + entry)).toBeCloseTo(1455.52, 2);
    expect(residual.reduce((sum, entry) => sum + entry)).toBeCloseTo(92.9176, 4);
  });
});

describe("the chance to be alive", () => {
  it("is finite for the busiest customers, where others overflow", () => {
    const busy = historyOf([
      { repeats: 221, last: 103.42857, age: 103.57143 },
      { repeats: 254, last: 97.14286, age: 97.28571 },
      { repeats: 161, last: 94.71429, age: 98 },
      { repeats: 204, last: 98.57143, age: 99.42857 },
    ]);
    for (const chance of paretoAlive(busy, {
      r: 0.5143,
      alpha: 2.8845,
      s: 0.2856,
      beta: 14.1087,
    })) {
      expect(chance).toBeGreaterThan(0.7);
      expect(chance).toBeLessThanOrEqual(1);
    }
    const extreme = historyOf([
      { repeats: 400, last: 5, age: 6 },
      { repeats: 500, last: 1, age: 37 },
      { repeats: 500, last: 4, age: 37 },
      { repeats: 1_000_000_000, last: 1, age: 1e6 },
      { repeats: 0, last: 0, age: 0 },
    ]);
    const chances = paretoAlive(extreme, {
      r: 10.465,
      alpha: 0.00798565181,
      s: 3.0516,
      beta: 2.82,
    });
    for (const chance of chances) {
      expect(chance).toBeGreaterThanOrEqual(0);
      expect(chance).toBeLessThanOrEqual(1);
    }
    expect(chances[4]).toBe(1);
  });

  it("lies between 0 and 1, falls with silence and does not depend on the unit of time", () => {
    fc.assert(
      fc.property(
        histories,
        fc.double({ min: 0.01, max: 100, noNaN: true }),
        (customers, factor) => {
          const parameters = { r: 0.6, alpha: 8, s: 0.9, beta: 15 };
          const scaled = { ...parameters, alpha: 8 * factor, beta: 15 * factor };
          const here = paretoAlive(historyOf(customers), parameters);
          const there = paretoAlive(historyOf(customers, factor), scaled);
          const later = paretoAlive(
            historyOf(customers.map((one) => ({ ...one, age: one.age + 5 }))),
            parameters,
          );
          here.forEach((chance, k) => {
            expect(chance).toBeGreaterThan(0);
            expect(chance).toBeLessThanOrEqual(1);
            expect(there[k]).toBeCloseTo(chance, 10);
            expect(later[k]).toBeLessThan(chance);
          });
        },
      ),
      { numRuns: 40 },
    );
  });
});

describe("expected orders", () => {
  const parameters = { r: 0.6, alpha: 8, s: 1, beta: 15 };
  const history = historyOf([
    { repeats: 3, last: 20, age: 30 },
    { repeats: 0, last: 0, age: 30 },
  ]);

  it("have no gap at s = 1 and are the integral of what is discounted", () => {
    const [at] = paretoOrders(history, parameters, 10) as unknown as [number];
    const [beside] = paretoOrders(history, { ...parameters, s: 1 + 1e-9 }, 10) as unknown as [
      number,
    ];
    expect(beside).toBeCloseTo(at, 8);
    const [barely] = paretoOrders(history, parameters, 10, 1e-9) as unknown as [number];
    expect(barely).toBeCloseTo(at, 7);
    // A slower way: sums of small steps of the undiscounted orders.
    let sum = 0;
    let before = 0;
    for (let step = 1; step <= 1000; step += 1) {
      const [now] = paretoOrders(history, parameters, step / 100) as unknown as [number];
      sum += (now - before) * Math.exp(-0.05 * ((step - 0.5) / 100));
      before = now;
    }
    expect(paretoOrders(history, parameters, 10, 0.05)[0]).toBeCloseTo(sum, 5);
  });

  it("of no time are none, and of all time need a discount rate", () => {
    expect(paretoOrders(history, parameters, 0)).toEqual(Float64Array.of(0, 0));
    expect(paretoOrders(history, parameters, 0, 0.1)).toEqual(Float64Array.of(0, 0));
    expect(() => paretoOrders(history, parameters, Number.POSITIVE_INFINITY)).toThrow(RangeError);
    expect(() => paretoOrders(history, parameters, -1)).toThrow(RangeError);
    expect(() => paretoOrders(history, parameters, 1, -1)).toThrow(RangeError);
    expect(paretoOrders(history, parameters, Number.POSITIVE_INFINITY, 1e-4)[0]).toSatisfy(
      Number.isFinite,
    );
  });
});
