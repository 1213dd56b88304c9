import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readEmail } from "../../src/identifier/email.ts";
import { readIban } from "../../src/identifier/iban.ts";
import { readKvk } from "../../src/identifier/kvk.ts";
import { readPhone } from "../../src/identifier/phone.ts";
import { readPostcode } from "../../src/identifier/postcode.ts";
import type { Reading } from "../../src/identifier/reading.ts";
import { readVatId } from "../../src/identifier/vat-id.ts";
import { samples } from "../samples.ts";

const readers: Record<string, (text: string) => Reading> = {
  email: readEmail,
  iban: readIban,
  kvk: readKvk,
  phone: readPhone,
  postcode: (text) => readPostcode(text),
  vat: readVatId,
};

const verdicts: Record<string, readonly Reading["verdict"][]> = {
  accept: ["sure", "empty"],
  flag: ["doubtful"],
  ask: ["question"],
  refuse: ["refused"],
  "accept-or-flag": ["sure", "doubtful"],
  "accept-or-refuse": ["sure", "refused"],
};

type Vector = { kind: string; value: string; expect: string; why: string };
const file = join(samples, "hostile/strings/nl-eu-oddities.jsonl");
const vectors = existsSync(file)
  ? readFileSync(file, "utf8")
      .split("\n")
      .filter((line) => line !== "")
      .map((line): Vector => JSON.parse(line))
      .filter((vector) => vector.kind in readers)
  : [];

describe.skipIf(vectors.length === 0)("Dutch and European oddities", () => {
  test.each(vectors)("$kind $value: $expect ($why)", ({ kind, value, expect: expected }) => {
    const reading = readers[kind]?.(value);
    expect(verdicts[expected]).toContain(reading?.verdict);
  });

  test("there are vectors of every kind that is read", () => {
    expect(new Set(vectors.map((vector) => vector.kind))).toEqual(new Set(Object.keys(readers)));
  });
});

const isemail = join(samples, "hostile/emails/isemail-tests.xml");

describe.skipIf(!existsSync(isemail))("the isemail test set", () => {
  const cases = existsSync(isemail)
    ? [...readFileSync(isemail, "utf8").matchAll(/<test id="(\d+)">([\s\S]*?)<\/test>/g)].map(
        ([, id, body = ""]) => ({
          id,
          address: unescapeXml(/<address>([\s\S]*?)<\/address>/.exec(body)?.[1] ?? ""),
          category: /<category>(\w+)<\/category>/.exec(body)?.[1] ?? "",
          diagnosis: /<diagnosis>(\w+)<\/diagnosis>/.exec(body)?.[1] ?? "",
        }),
      )
    : [];

  test.each(cases.filter((one) => one.category === "ISEMAIL_ERR"))(
    "$id $address is not taken ($diagnosis)",
    ({ address }) => {
      expect(["refused", "empty", "question"]).toContain(readEmail(address).verdict);
    },
  );

  test.each(
    cases.filter((one) => one.category === "ISEMAIL_VALID_CATEGORY" && one.address.includes(".")),
  )("$id $address is taken", ({ address }) => {
    expect(["sure", "doubtful"]).toContain(readEmail(address).verdict);
  });

  test("both kinds are there", () => {
    expect(cases.length).toBeGreaterThan(100);
  });
});

// The set writes control characters as the symbols from U+2400 on.
function unescapeXml(text: string): string {
  return text
    .replace(/&#x([0-9A-F]+);/gi, (_, hex: string) =>
      String.fromCodePoint(Number.parseInt(hex, 16)),
    )
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, "&")
    .replace(/[\u2400-\u241f]/g, (symbol) => String.fromCharCode(symbol.charCodeAt(0) - 0x2400));
}
