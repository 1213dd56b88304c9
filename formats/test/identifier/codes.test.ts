import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { passesElevenTest } from "../../src/identifier/eleven-test.ts";
import { firmDomain, registrableDomain } from "../../src/identifier/email-domain.ts";
import { normaliseIban, readIban } from "../../src/identifier/iban.ts";
import { normaliseKvk, readKvk } from "../../src/identifier/kvk.ts";
import { normaliseLei } from "../../src/identifier/lei.ts";
import { mod97 } from "../../src/identifier/mod-97.ts";
import { normaliseOin } from "../../src/identifier/oin.ts";
import { normalisePhone } from "../../src/identifier/phone.ts";
import { normalisePostcode } from "../../src/identifier/postcode.ts";

describe("KvK number", () => {
  test("keeps its leading zeros", () => {
    expect(normaliseKvk("01234567")).toBe("01234567");
    expect(normaliseKvk("KvK-nummer: 12.34.56.78")).toBe("12345678");
  });

  test("with a lost zero is padded but doubtful", () => {
    expect(readKvk("1234567")).toEqual({
      verdict: "doubtful",
      value: "01234567",
      why: "leading zero lost",
    });
    expect(normaliseKvk("1234567")).toBeUndefined();
  });
});

describe("IBAN", () => {
  test("any one digit changed is noticed", () => {
    const good = "NL91ABNA0417164300";
    fc.assert(
      fc.property(fc.integer({ min: 8, max: 17 }), fc.integer({ min: 1, max: 9 }), (at, step) => {
        const digit = (Number(good[at]) + step) % 10;
        expect(readIban(good.slice(0, at) + digit + good.slice(at + 1)).verdict).toBe("doubtful");
      }),
    );
  });

  test("spaces and case do not matter", () => {
    expect(normaliseIban("nl91 abna 0417 1643 00")).toBe("NL91ABNA0417164300");
  });
});

test.each(["724500PMK2A2M1SQQ228", "549300NYKK9MWM7GGW15"])("LEI %s holds", (lei) => {
  expect(normaliseLei(lei)).toBe(lei);
  expect(normaliseLei(`${lei.slice(0, 19)}0`)).toBe(lei.endsWith("0") ? lei : undefined);
});

test("an OIN is twenty digits", () => {
  expect(normaliseOin("00000001003214345000")).toBe("00000001003214345000");
  expect(normaliseOin("0000000100321434500")).toBeUndefined();
});

test("nine zeros are no fiscal number", () => {
  expect(passesElevenTest("000000000")).toBe(false);
  expect(passesElevenTest("123456782")).toBe(true);
});

test("mod 97 equals that of the big number", () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[0-9A-Z]{1,40}$/), (text) => {
      const big = [...text].map((character) => Number.parseInt(character, 36)).join("");
      expect(mod97(text)).toBe(Number(BigInt(big) % 97n));
    }),
  );
});

test("postcodes come out in one form", () => {
  expect(normalisePostcode("1234ab")).toBe("1234 AB");
  expect(normalisePostcode("1234\u00a0AB")).toBe("1234 AB");
  expect(normalisePostcode("1000", "BE")).toBe("1000");
  expect(normalisePostcode("1000")).toBeUndefined();
  expect(normalisePostcode("D-10115")).toBe("10115");
});

test("telephone numbers come out with their country code", () => {
  expect(normalisePhone("06-12345678")).toBe("+31612345678");
  expect(normalisePhone("0031612345678")).toBe("+31612345678");
  expect(normalisePhone("tel:+31612345678")).toBe("+31612345678");
  expect(normalisePhone("+31 (0)20 123 4567")).toBe("+31201234567");
});

describe("a firm's domain", () => {
  test("is the registered one", () => {
    expect(firmDomain("Jan@mail.example.nl")).toBe("example.nl");
    expect(registrableDomain("sub.sub.example.co.uk")).toBe("example.co.uk");
    expect(firmDomain("jan@exämple.nl")).toBe("exämple.nl");
  });

  test.each(["jan@gmail.com", "jan@ziggo.nl", "jan@kpnmail.nl", "jan@planet.nl", "jan@localhost"])(
    "is not known from %s",
    (email) => {
      expect(firmDomain(email)).toBeUndefined();
    },
  );
});
