import { expect, test } from "vitest";
import { domainFor, iban, kvkNumber, vatNumber } from "../src/identity.ts";

test("VAT numbers pass the eleven test and lie in the test range", () => {
  for (const serial of [0, 1, 50, 517]) {
    const digits = /^NL(\d{9})B01$/.exec(vatNumber(serial))?.[1] ?? "";
    let total = -Number(digits[8]);
    for (let index = 0; index < 8; index++) total += Number(digits[index]) * (9 - index);
    expect(total % 11).toBe(0);
    expect(digits.startsWith("9999")).toBe(true);
  }
});

test("IBANs have correct check digits at a bank that does not exist", () => {
  const text = iban(100_200_300);
  expect(text).toMatch(/^NL\d{2}FICT\d{10}$/);
  const moved = text.slice(4) + text.slice(0, 4);
  const digits = [...moved].map((character) =>
    /\d/.test(character) ? character : String(character.charCodeAt(0) - 55),
  );
  expect(BigInt(digits.join("")) % 97n).toBe(1n);
});

test("Chamber of Commerce numbers have eight digits in a range that was never issued", () => {
  expect(kvkNumber(12)).toMatch(/^00\d{6}$/);
});

test("domains are plain and end in .example", () => {
  expect(domainFor("Zuivelhoeve Crèmesteijn B.V.")).toBe("zuivelhoeve-cremesteijn.example");
  expect(domainFor("Coöperatie De Volle Korf U.A.")).toMatch(/^[a-z0-9-]+\.example$/);
});
