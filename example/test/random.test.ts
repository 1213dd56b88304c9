import fc from "fast-check";
import { expect, test } from "vitest";
import { randomFrom } from "../src/random.ts";

test("the same seed draws the same numbers on every machine", () => {
  const random = randomFrom("lijsterwal");
  const drawn = Array.from({ length: 5 }, () => random.integer(0, 999));
  expect(drawn).toEqual([983, 979, 248, 24, 594]);
});

test("a fork does not depend on what was drawn before it", () => {
  const early = randomFrom("a").fork("x");
  const late = randomFrom("a");
  late.next();
  expect(late.fork("x").next()).toBe(early.next());
});

test("integers stay between their bounds, both included", () => {
  fc.assert(
    fc.property(fc.string(), fc.integer({ min: -50, max: 50 }), fc.nat(20), (seed, least, span) => {
      const value = randomFrom(seed).integer(least, least + span);
      return Number.isInteger(value) && value >= least && value <= least + span;
    }),
  );
});

test("shuffling keeps every item", () => {
  fc.assert(
    fc.property(fc.string(), fc.array(fc.integer()), (seed, items) => {
      const shuffled = randomFrom(seed).shuffle(items);
      const order = (a: number, b: number) => a - b;
      expect([...shuffled].sort(order)).toEqual([...items].sort(order));
    }),
  );
});

test("rounding by chance is right on average", () => {
  const random = randomFrom("round");
  let total = 0;
  for (let index = 0; index < 10_000; index++) total += random.round(2.3);
  expect(total / 10_000).toBeCloseTo(2.3, 1);
});
