import fc from "fast-check";
import { expect, test } from "vitest";
import { exactSum } from "#app/exact-sum.ts";

/** Ten-thousandths as an amount with two to four decimals. */
function text(parts: bigint): string {
  const digits = (parts < 0n ? -parts : parts).toString().padStart(5, "0");
  const decimals = digits.slice(-4).replace(/0{1,2}$/, "");
  return `${parts < 0n ? "-" : ""}${digits.slice(0, -4)}.${decimals}`;
}

const amount = fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n });

test("the sum of nothing is nothing", () => {
  expect(exactSum([])).toBe("0.00");
});

test("cents do not get lost", () => {
  expect(exactSum(Array.from({ length: 10 }, () => "0.10"))).toBe("1.00");
  expect(exactSum(["0.1", "0.2"])).toBe("0.30");
  expect(exactSum(["9007199254740993.01", "0.01"])).toBe("9007199254740993.02");
  expect(exactSum(["-0.01", "-0.02"])).toBe("-0.03");
  expect(exactSum(["1", "2"])).toBe("3.00");
  expect(exactSum(["0.0001", "1.25"])).toBe("1.2501");
});

test("the sum is exact", () => {
  fc.assert(
    fc.property(fc.array(amount), (parts) => {
      expect(exactSum(parts.map(text))).toBe(text(parts.reduce((sum, part) => sum + part, 0n)));
    }),
  );
});

test("the order does not matter, nor how sums are made of sums", () => {
  fc.assert(
    fc.property(fc.array(amount), fc.array(amount), (left, right) => {
      const whole = exactSum([...left, ...right].map(text));
      expect(exactSum([...right, ...left].map(text))).toBe(whole);
      expect(exactSum([exactSum(left.map(text)), exactSum(right.map(text))])).toBe(whole);
    }),
  );
});

test("an amount and its opposite come to nothing, without a sign", () => {
  fc.assert(
    fc.property(amount, (part) => {
      expect(exactSum([text(part), text(-part)])).toBe("0.00");
    }),
  );
});
