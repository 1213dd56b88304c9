import { expect, it } from "vitest";
import { orderCountProbability } from "../../src/value/order-count.ts";

const parameters = { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 };

it("the chance of a number of orders is that of the references", () => {
  expect(orderCountProbability(parameters, 2, 10) / 1.07869e-7).toBeCloseTo(1, 5);
  expect(orderCountProbability(parameters, 39, 0)).toBeCloseTo(0.5737864, 7);
  [
    0.0019995214, 0.0015170236, 0.001163315, 0.0009003148, 0.0007023638, 0.0005517902, 0.0004361913,
    0.0003467171, 0.0002769613, 0.000222226,
  ].forEach((chance, k) => {
    expect(orderCountProbability(parameters, 30, 11 + k)).toBeCloseTo(chance, 9);
  });
});

it("the chances add up to one, also far out", () => {
  let sum = 0;
  for (let orders = 0; orders < 400; orders += 1)
    sum += orderCountProbability(parameters, 39, orders);
  expect(sum).toBeCloseTo(1, 10);
  expect(orderCountProbability(parameters, 0.01, 40)).toBeGreaterThan(0);
  expect(orderCountProbability(parameters, 0, 0)).toBe(1);
});

it("a number of orders or a time that cannot be is refused", () => {
  for (const orders of [-1, 0.5, Number.NaN])
    expect(() => orderCountProbability(parameters, 1, orders)).toThrow(RangeError);
  expect(() => orderCountProbability(parameters, -1, 1)).toThrow(RangeError);
});
