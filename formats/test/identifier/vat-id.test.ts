import { expect, test } from "vitest";
import { normaliseVatId, readVatId } from "../../src/identifier/vat-id.ts";

test("a sole trader's number since 2020 passes mod 97 where the eleven-test fails", () => {
  expect(normaliseVatId("NL000099998B57")).toBe("NL000099998B57");
});

test.each(["NL164757740B01", "NL004495445B01"])("%s passes the eleven-test", (number) => {
  expect(normaliseVatId(number)).toBe(number);
});

test("a number that passes neither is doubtful, and not matched on", () => {
  expect(readVatId("NL001234567B01")).toMatchObject({ verdict: "doubtful" });
  expect(normaliseVatId("NL001234567B01")).toBeUndefined();
});

test("the Dutch prefix may be missing, as one package writes it", () => {
  expect(normaliseVatId("164757740B01")).toBe("NL164757740B01");
});

test("punctuation and case do not matter", () => {
  expect(normaliseVatId("nl 1234.56.782.b01")).toBe("NL123456782B01");
  expect(normaliseVatId("BE 0123.456.749")).toBe("BE0123456749");
});

test.each(["", "n.v.t.", "DK12345", "BE54321", "ZZ123456789", "1.64758E+08"])(
  "'%s' gives nothing to match on",
  (text) => {
    expect(normaliseVatId(text)).toBeUndefined();
  },
);
