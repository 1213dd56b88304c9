import { expect, it } from "vitest";
import { expectedOrders } from "../../src/value/beta-geometric-prediction.ts";
import { expectedSpend } from "../../src/value/gamma-gamma.ts";
import { lifetimeValue } from "../../src/value/lifetime-value.ts";

const history = { repeats: [2, 0], last: [30.43, 0], age: [38.86, 38.86], spend: [22.345, 0] };
const orders = { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 };
const spend = { p: 6.25, q: 3.74, v: 15.44 };
const terms = { horizon: 52, discountRate: 0.002, margin: 0.4 };

it("the value is orders times amount times margin", () => {
  const value = lifetimeValue(history, "bg-nbd", orders, spend, terms);
  const expected = expectedOrders(history, "bg-nbd", orders, 52, 0.002);
  const amount = expectedSpend(history, spend);
  for (const row of [0, 1])
    expect(value[row]).toBeCloseTo((expected[row] as number) * (amount[row] as number) * 0.4, 10);
});

it("the value scales with money, falls with the rate and grows with the horizon", () => {
  const value = (more: Partial<typeof terms>) =>
    lifetimeValue(history, "bg-nbd", orders, spend, { ...terms, ...more })[0] as number;
  const cents = lifetimeValue(
    { ...history, spend: [2234.5, 0] },
    "bg-nbd",
    orders,
    { ...spend, v: 1544 },
    terms,
  );
  expect(cents[0]).toBeCloseTo(100 * value({}), 8);
  expect(value({ discountRate: 0.01 })).toBeLessThan(value({}));
  expect(value({ horizon: 104 })).toBeGreaterThan(value({}));
  expect(value({ horizon: 0 })).toBe(0);
});

it("a margin that is none is refused", () => {
  expect(() =>
    lifetimeValue(history, "bg-nbd", orders, spend, { ...terms, margin: Number.NaN }),
  ).toThrow(RangeError);
});
