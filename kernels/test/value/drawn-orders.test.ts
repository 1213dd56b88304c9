import { describe, expect, it } from "vitest";
import { randomStream } from "../../src/numeric/random-stream.ts";
import { expectedOrders } from "../../src/value/beta-geometric-prediction.ts";
import { drawLifetimeValue, drawOrders } from "../../src/value/drawn-orders.ts";
import { lifetimeValue } from "../../src/value/lifetime-value.ts";
import { orderCountProbability } from "../../src/value/order-count.ts";
import { historyOf } from "./order-histories.ts";

const orders = { r: 0.9, alpha: 4, a: 0.8, b: 2.4 };
const spend = { p: 6, q: 6, v: 15 };
const history = {
  ...historyOf([
    { repeats: 2, last: 30, age: 38 },
    { repeats: 0, last: 0, age: 12 },
    { repeats: 12, last: 36, age: 38 },
  ]),
  spend: [22, 0, 60],
};
const models = ["bg-nbd", "mbg-nbd"] as const;

/** Mean over many draws and the error of that mean, for each customer. */
function meanOf(draw: () => Float64Array, count: number) {
  const sums = new Float64Array(3);
  const squares = new Float64Array(3);
  for (let k = 0; k < count; k += 1)
    draw().forEach((value, row) => {
      sums[row] = (sums[row] as number) + value;
      squares[row] = (squares[row] as number) + value * value;
    });
  return Array.from(sums, (sum, row) => {
    const mean = sum / count;
    return { mean, error: Math.sqrt(((squares[row] as number) / count - mean * mean) / count) };
  });
}

describe("drawn orders", () => {
  it("have the expected number as their mean", () => {
    for (const model of models) {
      const stream = randomStream(5);
      const drawn = meanOf(() => drawOrders(history, model, orders, 26, stream), 8000);
      expectedOrders(history, model, orders, 26).forEach((expected, row) => {
        const { mean, error } = drawn[row] as { mean: number; error: number };
        expect(Math.abs(mean - expected)).toBeLessThan(4 * error);
      });
    }
  });

  it("of a new customer have the law of the number of orders", () => {
    const stream = randomStream(8);
    const newcomers = historyOf(
      Array.from({ length: 20_000 }, () => ({ repeats: 0, last: 0, age: 0 })),
    );
    const drawn = drawOrders(newcomers, "bg-nbd", orders, 12, stream);
    for (let count = 0; count < 6; count += 1) {
      const chance = orderCountProbability(orders, 12, count);
      const share = drawn.filter((placed) => placed === count).length / drawn.length;
      expect(Math.abs(share - chance)).toBeLessThan(4 * Math.sqrt(chance / drawn.length));
    }
  });

  it("end, however busy the customer and however long the horizon", () => {
    const busy = historyOf([{ repeats: 1e9, last: 1, age: 1 }]);
    const placed = drawOrders(busy, "bg-nbd", { ...orders, a: 1e-9 }, 1e6, randomStream(1))[0];
    expect(placed).toBeGreaterThan(1e12);
  });

  it("refuse what cannot be", () => {
    const torn = historyOf([{ repeats: 1, last: 3, age: 2 }]);
    expect(() => drawOrders(torn, "bg-nbd", orders, 1, randomStream(1))).toThrow("customer 0");
    for (const horizon of [-1, Number.NaN, Number.POSITIVE_INFINITY])
      expect(() => drawOrders(history, "bg-nbd", orders, horizon, randomStream(1))).toThrow(
        "horizon",
      );
  });
});

describe("drawn value", () => {
  it("has the expected value as its mean, with and without discount", () => {
    for (const model of models)
      for (const discountRate of [0, 0.05]) {
        const stream = randomStream(6);
        const terms = { horizon: 26, discountRate, margin: 0.4 };
        const drawn = meanOf(
          () => drawLifetimeValue(history, model, orders, spend, terms, stream),
          8000,
        );
        lifetimeValue(history, model, orders, spend, terms).forEach((expected, row) => {
          const { mean, error } = drawn[row] as { mean: number; error: number };
          expect(Math.abs(mean - expected)).toBeLessThan(4 * error);
        });
      }
  });

  it("of a thousand orders and more is discounted as that of fewer is", () => {
    const sure = { r: 1, alpha: 1e-3, a: 1e-9, b: 1 };
    const alike = { p: 1e6, q: 1e6, v: 1 };
    const value = (repeats: number) => {
      const busy = { repeats: [repeats], last: [1], age: [1], spend: [1] };
      const terms = { horizon: 1, discountRate: 1.5, margin: 1 };
      return (
        (drawLifetimeValue(busy, "bg-nbd", sure, alike, terms, randomStream(4))[0] as number) /
        repeats
      );
    };
    const expected = (1 - Math.exp(-1.5)) / 1.5;
    expect(Math.abs(value(900) - expected)).toBeLessThan(0.1);
    expect(Math.abs(value(90_000) - expected)).toBeLessThan(0.01);
  });

  it("scales with money", () => {
    const terms = { horizon: 26, discountRate: 0.01, margin: 0.4 };
    const euros = drawLifetimeValue(history, "bg-nbd", orders, spend, terms, randomStream(2));
    const cents = drawLifetimeValue(
      { ...history, spend: history.spend.map((amount) => amount * 100) },
      "bg-nbd",
      orders,
      { ...spend, v: spend.v * 100 },
      terms,
      randomStream(2),
    );
    cents.forEach((value, row) => {
      expect(value).toBeCloseTo(100 * (euros[row] as number), 6);
    });
  });

  it("refuses terms that cannot be", () => {
    const terms = { horizon: 1, discountRate: 0, margin: 1 };
    for (const wrong of [{ horizon: -1 }, { discountRate: -1 }, { margin: Number.NaN }])
      expect(() =>
        drawLifetimeValue(
          history,
          "bg-nbd",
          orders,
          spend,
          { ...terms, ...wrong },
          randomStream(1),
        ),
      ).toThrow(RangeError);
  });
});
