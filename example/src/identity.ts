import type { Random } from "./random.ts";

/**
 * Numbers that pass every check and belong to nobody: Chamber of Commerce numbers in the never issued
 * range 00......, fiscal numbers in the test range 9999....., and a bank that does not exist (FICT).
 */
export function kvkNumber(serial: number): string {
  return String(400_000 + serial * 137).padStart(8, "0");
}

/** The serial-th VAT identification number in the test range whose nine digits pass the eleven test. */
export function vatNumber(serial: number): string {
  let found = -1;
  for (let number = 999_900_000; number < 1_000_000_000; number++) {
    if (passesEleven(number)) found++;
    if (found === serial) return `NL${number}B01`;
  }
  throw new RangeError(`no VAT number left for ${serial}`);
}

function passesEleven(number: number): boolean {
  const digits = String(number);
  let total = -Number(digits[8]);
  for (let index = 0; index < 8; index++) total += Number(digits[index]) * (9 - index);
  return total % 11 === 0;
}

/** An IBAN at the fictional bank with correct check digits. */
export function iban(account: number): string {
  const bank = "FICT";
  const number = String(account).padStart(10, "0");
  let remainder = 0;
  for (const character of `${bank}${number}NL00`) {
    const value = Number.isNaN(Number(character))
      ? String(character.charCodeAt(0) - 55)
      : character;
    for (const digit of value) remainder = (remainder * 10 + Number(digit)) % 97;
  }
  return `NL${String(98 - remainder).padStart(2, "0")}${bank}${number}`;
}

/** Lower-case letters and digits of a name, without diacritics. */
export function plain(text: string): string {
  return text
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase();
}

export function domainFor(name: string): string {
  const words = plain(name)
    .replace(/\b(b\.v\.|n\.v\.|v\.o\.f\.|coöperatie|u\.a\.|stichting)/g, "")
    .replace(/[^a-z0-9]+/g, " ")
    .trim()
    .split(" ");
  return `${words.slice(0, 2).join("-")}.example`;
}

export function phone(random: Random): string {
  return `088 ${String(random.integer(0, 9_999_999)).padStart(7, "0")}`;
}
