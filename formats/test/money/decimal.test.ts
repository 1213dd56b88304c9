import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { minorUnitExponent } from "../../src/money/currency.ts";
import { formatMinor, isDecimal, parseDecimal } from "../../src/money/decimal.ts";

describe("a plain decimal", () => {
  test.each([
    ["100.00", 10000n],
    ["1436.5", 143650n],
    ["3250", 325000n],
    ["-0.01", -1n],
    [" 7.10\n", 710n],
    ["+5.", 500n],
    [".5", 50n],
    ["100.0000", 10000n],
    ["0", 0n],
  ])("'%s' is %s cents", (text, expected) => {
    expect(parseDecimal(text, 2)).toBe(expected);
  });

  test.each([
    "100,00",
    "1e2",
    "NaN",
    "INF",
    "-",
    "",
    ".",
    "100.00 EUR",
    "1.000,00",
    "1 000.00",
    "0x64",
    "--1",
    "١٠٠",
    "100.005",
    "1000000000000000000",
  ])("'%s' is no amount in euro", (text) => {
    expect(parseDecimal(text, 2)).toBeUndefined();
  });

  test("comes back as it was written", () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 17n), max: 10n ** 17n }),
        fc.constantFrom(0, 2, 3),
        (amount, exponent) => {
          expect(parseDecimal(formatMinor(amount, exponent), exponent)).toBe(amount);
        },
      ),
    );
  });

  test("a quantity may be finer than a cent", () => {
    expect(isDecimal("0.3333333")).toBe(true);
    expect(isDecimal("1/3")).toBe(false);
  });
});

test("currencies know their decimals", () => {
  expect(minorUnitExponent("EUR")).toBe(2);
  expect(minorUnitExponent("JPY")).toBe(0);
  expect(minorUnitExponent("KWD")).toBe(3);
  for (const none of ["eur", "XXX", "E", "", "XAU", "XTS", "BTC", "__proto__"]) {
    expect(minorUnitExponent(none)).toBeUndefined();
  }
});
