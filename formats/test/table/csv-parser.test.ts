import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { refusedBy } from "../../src/refusal.ts";
import { csvParser, fieldLimit } from "../../src/table/csv-parser.ts";

type Record = { readonly cells: readonly string[]; readonly row: number; readonly line: number };

function parse(pieces: readonly string[], delimiter = ","): Record[] {
  const records: Record[] = [];
  const parser = csvParser(delimiter, (cells, row, line) => records.push({ cells, row, line }));
  for (const piece of pieces) parser.push(piece, false);
  parser.push("", true);
  return records;
}

function refused(text: string) {
  try {
    parse([text]);
    return undefined;
  } catch (error) {
    return refusedBy(error);
  }
}

describe("csvParser", () => {
  test("reads what RFC 4180 writes, in pieces of any size, with any line end", () => {
    const cell = fc.string({
      unit: fc.constantFrom("a", '"', ",", "\n", "\r", "é", "1", " "),
      maxLength: 6,
    });
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 }),
        fc.constantFrom("\n", "\r\n", "\r"),
        fc.integer({ min: 1, max: 9 }),
        (rows, end, size) => {
          const text = rows
            .map((row) => row.map((value) => `"${value.replaceAll('"', '""')}"`).join(","))
            .join(end);
          const pieces = text.match(new RegExp(`[^]{1,${size}}`, "g")) ?? [];
          expect(parse(pieces).map(({ cells }) => cells)).toEqual(rows);
        },
      ),
    );
  });

  test("the size of the pieces never changes the outcome, for any text at all", () => {
    const any = fc.string({ unit: fc.constantFrom("a", '"', ",", "\n", "\r", "1"), maxLength: 40 });
    const outcome = (pieces: readonly string[]) => {
      try {
        return parse(pieces);
      } catch (error) {
        const { code, place } = refusedBy(error);
        return { code, line: place.line };
      }
    };
    fc.assert(
      fc.property(any, (text) => {
        expect(outcome([...text])).toEqual(outcome([text]));
      }),
      { numRuns: 2_000 },
    );
  });

  test("counts rows as a spreadsheet does, and physical lines", () => {
    const records = parse(['a,b\r\n"x\r\ny",1\n\n2,3']);
    expect(records.map(({ row, line }) => [row, line])).toEqual([
      [1, 1],
      [2, 2],
      [3, 4],
      [4, 5],
    ]);
  });

  test("refuses quotes that shift columns, with their line", () => {
    expect(refused('a,b\nx"y,1')).toMatchObject({
      code: "CSV_QUOTE",
      place: { line: 2, column: 1 },
    });
    expect(refused('a,b\n"x"y,1')).toMatchObject({ code: "CSV_QUOTE", place: { line: 2 } });
    expect(refused('a,b\n1,"x\ny\n')).toMatchObject({ code: "CSV_QUOTE", place: { line: 2 } });
    expect(parse(['5" pijp,1'])[0]?.cells).toEqual(['5" pijp', "1"]);
  });

  test("refuses fields longer than any spreadsheet cell, and takes one at the limit", () => {
    expect(refused(`a,${"x".repeat(fieldLimit + 1)}\n`)).toMatchObject({ code: "FIELD_TOO_LONG" });
    expect(refused(`a,"${"x".repeat(fieldLimit + 1)}"\n`)).toMatchObject({
      code: "FIELD_TOO_LONG",
    });
    expect(parse([`a,${"x".repeat(fieldLimit)}`])[0]?.cells[1]).toHaveLength(fieldLimit);
  });

  test("a quote that is never closed is named where it opened, not where the file ends", () => {
    const rest = "2,3\n".repeat(200_000);
    expect(refused(`a,b\n"1,2\n${rest}`)).toMatchObject({ code: "CSV_QUOTE", place: { line: 2 } });
  });

  test("a megabyte of quotes is refused in a second", () => {
    const start = performance.now();
    expect(refused('"'.repeat(1_000_000))).toMatchObject({ code: "CSV_QUOTE" });
    expect(performance.now() - start).toBeLessThan(1_000);
  });
});
