import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { csvParser } from "../../src/table/csv-parser.ts";
import { neutraliseFormula } from "../../src/table/neutralise-formula.ts";
import type { OutputColumn, OutputRow } from "../../src/table/output-column.ts";
import { type CsvOptions, writeCsv } from "../../src/table/write-csv.ts";

async function written(
  columns: readonly OutputColumn[],
  rows: readonly OutputRow[],
  options?: CsvOptions,
) {
  let text = "";
  for await (const piece of writeCsv(columns, rows, options)) text += piece;
  return text;
}

function parsed(text: string, delimiter = ","): string[][] {
  const rows: string[][] = [];
  const parser = csvParser(delimiter, (cells) => rows.push(cells));
  parser.push(text, true);
  return rows;
}

describe("neutraliseFormula", () => {
  test.each([
    "=1+1",
    "+1+1",
    "-1+1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "\n=1",
    "＝1",
    "＋1",
    "－cmd",
    "＠x",
    " =1",
    "\u00a0=1",
    '=HYPERLINK("http://127.0.0.1";"x")',
    "+31 6 12345678",
    "-",
    "--1",
    "=",
    "-2+3+cmd|' /C calc'!A0",
    "\u0000=1",
  ])("%j gets an apostrophe", (text) => {
    expect(neutraliseFormula(text)).toBe(`'${text}`);
  });

  test.each([
    "-12,50",
    "-12.50",
    "+5",
    "-1.234,56",
    "a=1",
    "x",
    "'=1",
    "|calc",
    "%0A=1",
    "12-",
    "1+1",
  ])("%j stays as it is", (text) => {
    expect(neutraliseFormula(text)).toBe(text);
  });

  test("a telephone number stays one in a column that holds them, a formula there does not", () => {
    expect(neutraliseFormula("+31 (0)6-12345678", true)).toBe("+31 (0)6-12345678");
    expect(neutraliseFormula("+31+cmd", true)).toBe("'+31+cmd");
  });
});

describe("writeCsv", () => {
  test("writes RFC 4180 in the reader's convention", async () => {
    const columns = [
      { header: "naam", kind: "text" },
      { header: "bedrag", kind: "number" },
      { header: "telefoon", kind: "phone" },
    ] as const;
    const rows = [
      ['A "b"; c', "-1234.50", "+31612345678"],
      ["=1", null, null],
      ["x\ny", "0", ""],
    ];
    expect(await written(columns, rows, { delimiter: ";", decimalSign: "," })).toBe(
      '\uFEFFnaam;bedrag;telefoon\r\n"A ""b""; c";-1234,50;+31612345678\r\n\'=1;;\r\n"x\ny";0;\r\n',
    );
  });

  test("a decimal comma in a comma-separated file is quoted", async () => {
    const text = await written([{ header: "a", kind: "number" }], [["1.5"]], {
      decimalSign: ",",
      byteOrderMark: false,
    });
    expect(text).toBe('a\r\n"1,5"\r\n');
  });

  test("what is written is read back, and no cell begins as a formula", async () => {
    const value = fc.string({
      unit: fc.constantFrom("=", "+", "-", "@", '"', ",", "\n", "\t", "a", "1", " "),
      maxLength: 6,
    });
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(value, value), { maxLength: 5 }), async (rows) => {
        const columns = [
          { header: "a", kind: "text" },
          { header: "b", kind: "text" },
        ] as const;
        const back = parsed(await written(columns, rows, { byteOrderMark: false })).slice(1);
        expect(back.map((row) => row.map((cell) => cell.replace(/^'/, "")))).toEqual(rows);
        for (const cell of back.flat()) expect(cell === neutraliseFormula(cell)).toBe(true);
      }),
    );
  });
});
