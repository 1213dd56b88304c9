import fc from "fast-check";
import { expect, test } from "vitest";
import { formats } from "../src/formats.ts";

const en = formats("en");
const nl = formats("nl");

test("amounts of any size are written exactly", () => {
  fc.assert(
    fc.property(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), (cents) => {
      const sign = cents < 0n ? "-" : "";
      const digits = (cents < 0n ? -cents : cents).toString().padStart(3, "0");
      const text = `${sign}${digits.slice(0, -2)}.${digits.slice(-2)}`;
      const back = nl.amount(text, 2).replaceAll(".", "").replace(",", ".");
      expect(back).toBe(cents === 0n ? "0.00" : text);
    }),
  );
});

test("amounts are rounded once, half away from zero", () => {
  expect(en.amount("0.5")).toBe("1");
  expect(en.amount("-0.5")).toBe("-1");
  expect(en.amount("2.675", 2)).toBe("2.68");
  expect(en.amount("1.005", 2)).toBe("1.01");
});

test("money carries its currency", () => {
  expect(nl.money("-61300", "EUR", 0)).toBe("€\u00a0-61.300");
  expect(en.money("61300.4", "EUR", 0)).toBe("€61,300");
  expect(en.money("1", "USD")).toBe("US$1.00");
});

test("shares are percentages", () => {
  expect(nl.percent(1.4123)).toBe("141%");
  expect(nl.percent(0.1234, 1)).toBe("12,3%");
  expect(en.percent(-0.05)).toBe("-5%");
});

test("numbers keep at most the asked decimals", () => {
  expect(nl.number("1234.56")).toBe("1.234,6");
  expect(nl.number(1234.4, 0)).toBe("1.234");
  expect(en.number("0.123456", 3)).toBe("0.123");
});

test("days and months do not shift with the time zone", () => {
  expect(nl.day("2026-01-01")).toBe("1 jan 2026");
  expect(en.day("2026-12-31")).toBe("31 Dec 2026");
  expect(nl.month("2026-03")).toBe("mrt 2026");
});

test("a whole year is its number, a month itself, anything else from and to", () => {
  expect(nl.period({ from: "2016-01", to: "2016-12" })).toBe("2016");
  expect(nl.period({ from: "2016-03", to: "2016-03" })).toBe("mrt 2016");
  expect(nl.period({ from: "2016-01", to: "2017-12" })).toMatch(/^jan 2016.*dec 2017$/);
});

test("sizes are in the unit that fits", () => {
  expect(en.bytes(0)).toBe("0 byte");
  expect(en.bytes(999)).toBe("999 byte");
  expect(en.bytes(1_500_000)).toBe("1.5 MB");
  expect(nl.bytes(2_147_483_648)).toBe("2,1 GB");
});

test("one of several is listed with or", () => {
  expect(nl.or(["a"])).toBe("a");
  expect(nl.or(["a", "b", "c"])).toBe("a, b of c");
  expect(en.or(["a", "b", "c"])).toBe("a, b or c");
});
