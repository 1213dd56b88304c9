import { describe, expect, test } from "vitest";
import type { BookRecord } from "../../src/record.ts";
import { type Source, sourceFromBytes } from "../../src/source.ts";
import { readXafParts } from "../../src/xaf/read-xaf-parts.ts";
import { splitPart } from "../../src/xaf/split-part.ts";
import { books, codesOf, read } from "./books.ts";

function source(name: string, text: string): Source {
  return sourceFromBytes(name, new TextEncoder().encode(text));
}

async function readParts(...sources: Source[]) {
  const records: BookRecord[] = [];
  const result = await readXafParts(sources, {
    emit: (some) => void records.push(...some),
    today: "2026-01-01",
  });
  return { ...result, records, codes: codesOf(result) };
}

const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n';

/** The text cut before its second transaction, as packages do that limit the size of a file. */
function cutInTwo(text: string): [Source, Source] {
  const at = text.indexOf("<transaction><nr>2");
  const head = (part: number) => `<!-- Vervolgbestand ${part} van 2 -->\n`;
  const first = text.slice(0, at).replace(declaration, declaration + head(1));
  return [
    source("een.xaf", first),
    source("twee.xaf", `\ufeff${declaration}${head(2)}${text.slice(at)}`),
  ];
}

describe("text that was cut", () => {
  test("is put together in whatever order it comes", async () => {
    const whole = await read(books());
    const [first, second] = cutInTwo(books());
    for (const sources of [
      [first, second],
      [second, first],
    ]) {
      const joined = await readParts(...sources);
      expect(joined.problems).toEqual([]);
      expect(joined.totals).toEqual(whole.totals);
      expect(joined.records.length).toBe(whole.records.length);
      expect(joined.parts).toEqual([
        { name: "een.xaf", firstLine: 1 },
        { name: "twee.xaf", firstLine: 30 },
      ]);
    }
  });

  test("has its control totals checked over the whole, and problems placed in their own part", async () => {
    const sources = cutInTwo(books(["-11.00", "-11.01"]));
    const result = await readParts(...sources);
    expect(result.problems.map(({ code, place }) => [code, place.entry, place.line])).toEqual([
      ["TRANSACTION_UNBALANCED", "twee.xaf", 1],
      ["TOTAL_DEBIT_MISMATCH", "een.xaf", 24],
    ]);
  });

  test("is refused when a part is missing", async () => {
    const [first, second] = cutInTwo(books());
    const missing = { code: "SPLIT_PART_MISSING", severity: "refuse" };
    expect((await readParts(first)).problems).toMatchObject([{ ...missing, expected: "2" }]);
    expect((await readParts(second)).problems).toMatchObject([{ ...missing, expected: "1" }]);
    expect((await read(first)).problems[0]).toMatchObject({
      ...missing,
      found: "1/2",
      expected: "2",
    });
    expect((await read(second)).problems).toMatchObject([
      { ...missing, found: "2/2", expected: "1" },
    ]);
  });
});

describe("master data and bookings in files of their own", () => {
  const masters = books([/<openingBalance>[\s\S]*<\/transactions>/, ""]);
  const bookings = books(
    [/<customersSuppliers>[\s\S]*<\/customersSuppliers>/, ""],
    [/<generalLedger>[\s\S]*<\/generalLedger>/, ""],
  );
  const first = source("boek_0.XAF", masters);
  const second = source("boek_1.XAF", bookings);

  test("are read as one", async () => {
    const result = await readParts(second, first);
    expect(result.problems).toEqual([]);
    expect(result.totals).toEqual((await read(books())).totals);
  });

  test("are refused alone, naming the other", async () => {
    const missing = { code: "SPLIT_PART_MISSING", severity: "refuse" };
    expect((await read(first)).problems[0]).toMatchObject({ ...missing, expected: "2" });
    expect((await read(second)).problems[0]).toMatchObject({ ...missing, expected: "1" });
  });

  test("a whole file whose name happens to count is no part", async () => {
    expect((await read(source("boek_1.xaf", books()))).problems).toEqual([]);
  });

  test("may declare the totals of the whole in each file", async () => {
    const only = (number: number, text: string) =>
      text.replace(new RegExp(`<transaction><nr>${number}</nr>[\\s\\S]*?</transaction>`), "");
    const one = source("boek_0.XAF", only(2, books()));
    const two = source(
      "boek_1.XAF",
      only(1, bookings).replace(/<subledgers>[\s\S]*<\/subledgers>/, ""),
    );
    const result = await readParts(one, two);
    expect(result.codes).not.toContain("TOTAL_DEBIT_MISMATCH");
    expect(result.problems).toEqual([]);
  });
});

test.each([
  ["a.xaf", books(), undefined],
  ["a_1of2.xaf", books(), { kind: "continuation", certain: false, index: 1, count: 2 }],
  ["a.xaf", `${declaration}<journal/>`, { kind: "continuation", certain: true, index: 2 }],
  ["a_0.XAF", books(), { kind: "masters-and-transactions", certain: false, index: 1 }],
  ["a.xaf", "<!-- Vervolgbestand 1 van 1 --><auditfile/>", undefined],
])("the head of %s tells whether it is a part", async (name, text, expected) => {
  expect(await splitPart(source(name, text))).toEqual(expected);
});
