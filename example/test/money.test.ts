import fc from "fast-check";
import { expect, test } from "vitest";
import { decimal, decimalComma, share, vat } from "../src/money.ts";

test("a share is rounded half away from zero", () => {
  expect(share(5n, 1n, 2n)).toBe(3n);
  expect(share(-5n, 1n, 2n)).toBe(-3n);
  expect(share(4n, 1n, 3n)).toBe(1n);
});

test("VAT is 21 % to the cent", () => {
  expect(vat(10_000n)).toBe(2_100n);
  expect(vat(-150n)).toBe(-32n);
});

test("VAT of a credit is that of the invoice with the other sign", () => {
  fc.assert(fc.property(fc.bigInt({ min: 0n, max: 10n ** 12n }), (net) => vat(-net) === -vat(net)));
});

test("amounts are written with two decimals", () => {
  expect(decimal(-5n)).toBe("-0.05");
  expect(decimal(123_456n)).toBe("1234.56");
  expect(decimalComma(-100n)).toBe("-1,00");
});
