import { strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { accepted } from "../../src/reader.ts";
import { sourceFromBytes } from "../../src/source.ts";
import { describeTable } from "../../src/table/describe-table.ts";
import type { OutputColumn, OutputRow } from "../../src/table/output-column.ts";
import type { ReadTableOptions } from "../../src/table/read-table.ts";
import { cellReference, parseCellReference } from "../../src/table/workbook/cell-reference.ts";
import { exactDecimal } from "../../src/table/workbook/exact-decimal.ts";
import { numberStyle } from "../../src/table/workbook/number-format.ts";
import { resolveTarget } from "../../src/table/workbook/relationships.ts";
import { unescapeOffice } from "../../src/table/workbook/shared-strings.ts";
import { writeXlsx } from "../../src/table/write-xlsx.ts";
import { chunked, readAll, today } from "./reading.ts";

async function written(
  columns: readonly OutputColumn[],
  rows: readonly OutputRow[],
  name = "Blad",
) {
  const parts: Uint8Array[] = [];
  for await (const part of writeXlsx(name, columns, rows)) parts.push(part);
  return new Uint8Array(Buffer.concat(parts));
}

type Parts = Readonly<Record<string, string | undefined>>;

const relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** A workbook by hand: `sheets` are the contents of sheetData by name. */
function workbook(sheets: Readonly<Record<string, string>>, changed: Parts = {}): Uint8Array {
  const names = Object.keys(sheets);
  const parts: Record<string, string | undefined> = {
    "_rels/.rels": `<Relationships><Relationship Id="a" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    "xl/workbook.xml": `<workbook xmlns:r="${relations}"><sheets>${names.map((name, index) => `<sheet name="${name}" sheetId="${index + 1}" r:id="s${index}"/>`).join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships>${names.map((_, index) => `<Relationship Id="s${index}" Type="${relations}/worksheet" Target="worksheets/sheet${index}.xml"/>`).join("")}<Relationship Id="st" Type="${relations}/styles" Target="styles.xml"/><Relationship Id="ss" Type="${relations}/sharedStrings" Target="/xl/sharedStrings.xml"/></Relationships>`,
    "xl/styles.xml": `<styleSheet><numFmts><numFmt numFmtId="170" formatCode="[h]:mm"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/></cellXfs></styleSheet>`,
    "xl/sharedStrings.xml":
      "<sst><si><t>Klantnaam</t></si><si><r><t>Al</t></r><r><t>pha</t></r><rPh><t>x</t></rPh></si><si><t>a_x000D_b</t></si></sst>",
    ...Object.fromEntries(
      names.map((name, index) => [
        `xl/worksheets/sheet${index}.xml`,
        `<worksheet><sheetData>${sheets[name]}</sheetData></worksheet>`,
      ]),
    ),
    ...changed,
  };
  const bytes: Record<string, Uint8Array> = {};
  for (const [name, text] of Object.entries(parts))
    if (text !== undefined) bytes[name] = strToU8(text);
  return zipSync(bytes);
}

function readBook(bytes: Uint8Array, options: Partial<ReadTableOptions> = {}) {
  return readAll(sourceFromBytes("boek.xlsx", bytes), options);
}

const text = (value: string) => `<c t="inlineStr"><is><t>${value}</t></is></c>`;
const row = (...cells: readonly string[]) => `<row>${cells.join("")}</row>`;
const hoursHead = row(...["Datum", "Medewerker", "Klantnaam", "Uren"].map(text));

describe("reading a workbook", () => {
  test("types, styles and shared strings: dates, durations, rich text, booleans", async () => {
    const { records, totals, format } = await readBook(
      workbook({
        Uren:
          row(
            ...["Datum", "Medewerker"].map(text),
            '<c t="s"><v>0</v></c>',
            text("Uren"),
            text("Declarabel"),
          ) +
          row(
            '<c s="1"><v>45688</v></c>',
            text("Jan"),
            '<c t="s"><v>1</v></c>',
            '<c s="2"><v>1.0625</v></c>',
            '<c t="b"><v>1</v></c>',
          ) +
          row(
            '<c s="1"><v>45689.75</v></c>',
            text("Jan"),
            '<c t="str"><f>A1</f><v>Beta</v></c>',
            "<c><v>7.5</v></c>",
            text("nee"),
          ),
      }),
    );
    expect(format).toBe("xlsx");
    expect(records).toMatchObject([
      {
        kind: "hour",
        line: 2,
        date: "2025-01-31",
        seconds: 91_800,
        customer: "Alpha",
        billable: true,
      },
      { line: 3, date: "2025-02-01", seconds: 27_000, customer: "Beta", billable: false },
    ]);
    expect(totals["hours"]).toBe("33.00");
  });

  test("the 1904 calendar", async () => {
    const book = workbook({
      U: hoursHead + row('<c s="1"><v>44226</v></c>', text("Jan"), text("A"), "<c><v>1</v></c>"),
    });
    const parts = unzipSync(book);
    const changed = new TextDecoder()
      .decode(parts["xl/workbook.xml"])
      .replace("<sheets>", '<workbookPr date1904="1"/><sheets>');
    const { records } = await readBook(zipSync({ ...parts, "xl/workbook.xml": strToU8(changed) }));
    expect(records).toMatchObject([{ date: "2025-01-31" }]);
  });

  test("a date cell that is no day is an error with sheet and cell", async () => {
    for (const serial of ["60", "-1", "0", "99999999"]) {
      const { problems } = await readBook(
        workbook({
          U:
            hoursHead +
            row(`<c s="1"><v>${serial}</v></c>`, text("J"), text("A"), "<c><v>1</v></c>"),
        }),
      );
      expect(problems).toMatchObject([
        { code: "DATE_FORMAT", place: { sheet: "U", cell: "A2", row: 2 } },
      ]);
    }
  });

  test("the first visible sheet with content is read; another can be chosen; hidden ones are named", async () => {
    const bytes = workbook({
      Leeg: "",
      Een: row(text("Klantnaam")) + row(text("A")),
      Twee: row(text("Klantnaam")) + row(text("B")),
    });
    const first = await readBook(bytes);
    expect(first.records).toMatchObject([{ name: "A" }]);
    expect(first.problems).toMatchObject([
      { code: "SHEETS_NOT_READ", severity: "note", found: "Leeg, Twee" },
    ]);
    expect((await readBook(bytes, { sheet: "Twee" })).records).toMatchObject([{ name: "B" }]);
    expect((await readBook(bytes, { sheet: "Drie" })).problems).toMatchObject([
      { code: "SHEET_NAME" },
    ]);
    const parts = unzipSync(bytes);
    const hidden = new TextDecoder()
      .decode(parts["xl/workbook.xml"])
      .replace('name="Een"', 'name="Een" state="veryHidden"');
    const source = sourceFromBytes(
      "b.xlsx",
      zipSync({ ...parts, "xl/workbook.xml": strToU8(hidden) }),
    );
    const found = await describeTable(source, { today });
    expect(found.sheets).toEqual([
      { name: "Leeg", hidden: false, selected: false },
      { name: "Een", hidden: true, selected: false },
      { name: "Twee", hidden: false, selected: true },
    ]);
  });

  test.each([
    ["CELL_REF", row('<c r="A2"><v>1</v></c>')],
    ["CELL_REF", row('<c r="B1"><v>1</v></c>', '<c r="A1"><v>1</v></c>')],
    ["CELL_REF", row('<c r="A1"><v>1</v></c>', '<c r="A1"><v>1</v></c>')],
    ["CELL_REF", row('<c r="XFE1"><v>1</v></c>')],
    ["CELL_REF", '<row r="2"/><row r="1"/>'],
    ["CELL_REF", '<row r="1048577"/>'],
    ["CELL_REF", row('<c r="a1"><v>1</v></c>')],
    ["SHARED_STRING", row('<c t="s"><v>3</v></c>')],
    ["SHARED_STRING", row('<c t="s"><v>1e0</v></c>')],
    ["SHARED_STRING", row('<c t="s"><v></v></c>')],
    ["XML_NOT_WELL_FORMED", "<row>"],
    ["CELL_REF", row('<c r="XFD1"><v>1</v></c>')],
  ])("%s: %s", async (code, data) => {
    const { problems } = await readBook(workbook({ U: data }));
    expect(problems).toMatchObject([{ code, severity: "refuse" }]);
  });

  test("missing and outside parts, DOCTYPE, and part names that differ by case only", async () => {
    const sheets = { U: row(text("Klantnaam")) + row(text("A")) };
    const refusals: readonly (readonly [string, Parts])[] = [
      ["PART_MISSING", { "xl/worksheets/sheet0.xml": undefined }],
      ["PART_MISSING", { "xl/workbook.xml": undefined }],
      ["PART_MISSING", { "xl/sharedStrings.xml": undefined }],
      ["DTD_NOT_ALLOWED", { "xl/styles.xml": "<!DOCTYPE a><styleSheet/>" }],
      ["ZIP_DUPLICATE", { "XL/workbook.xml": "<workbook/>" }],
      ["NOT_XLSX", { mimetype: "application/vnd.oasis.opendocument.spreadsheet" }],
    ];
    for (const [code, changed] of refusals)
      expect((await readBook(workbook(sheets, changed))).codes).toEqual([code]);
    expect(accepted((await readBook(workbook(sheets))).problems)).toBe(true);
  });

  test("a bomb in a part that nobody reads is refused as well", async () => {
    const parts = unzipSync(workbook({ U: row(text("Klantnaam")) + row(text("A")) }));
    const bytes = zipSync({ ...parts, "xl/media/a.bin": new Uint8Array(3_000_000) });
    expect((await readBook(bytes)).codes).toEqual(["ZIP_TOO_LARGE"]);
  });

  test("an empty cell in the last column of many rows costs nothing", async () => {
    const rows = Array.from(
      { length: 20_000 },
      (_, index) =>
        `<row r="${index + 2}"><c r="A${index + 2}" t="inlineStr"><is><t>k${index}</t></is></c><c r="XFD${index + 2}"/></row>`,
    );
    const { records } = await readBook(workbook({ U: row(text("Klantnaam")) + rows.join("") }));
    expect(records).toHaveLength(20_000);
  });
});

describe("exactDecimal", () => {
  test.each([
    ["0.30000000000000004", "0.3"],
    ["1234.5599999999999", "1234.56"],
    ["1E-7", "0.0000001"],
    ["1.5E+3", "1500"],
    ["-0", "0"],
    ["123456789012.34", "123456789012.34"],
    ["100", "100"],
    ["1.10", "1.1"],
    ["007", "7"],
    ["-12.5", "-12.5"],
    ["33.333333333333336", "33.3333333333333"],
  ])("%s is %s", (raw, decimal) => {
    expect(exactDecimal(raw)).toBe(decimal);
  });

  test.each([
    "1.7976931348623157E+309",
    "NaN",
    "1,5",
    "",
    "12345678901234567890",
    "1E15",
    "0x10",
    "1 000",
  ])("%j is none", (raw) => {
    expect(exactDecimal(raw)).toBeUndefined();
  });
});

test("cell references: XFD1048576 is the last, and nothing else is one", () => {
  expect(parseCellReference("A1")).toEqual({ column: 1, row: 1 });
  expect(parseCellReference("XFD1048576")).toEqual({ column: 16_384, row: 1_048_576 });
  expect(cellReference(16_384, 7)).toBe("XFD7");
  for (const text of [
    "",
    "A",
    "1",
    "A0",
    "A01",
    "XFE1",
    "A1048577",
    "AAAA1",
    "a1",
    "A1A",
    "Á1",
    "A-1",
    "A12345678",
  ])
    expect(parseCellReference(text)).toBeUndefined();
});

test("number formats: dates, durations and neither", () => {
  const styles = [
    "yyyy\\-mm\\-dd",
    "d mmm yy",
    "[$-413]d mmmm yyyy;@",
    "mmm",
    "[h]:mm:ss",
    "h:mm AM/PM",
    '#,##0.00 "dagen"',
    "[Red]0.00",
    "General",
    "0.00E+00",
    "@",
  ];
  expect(styles.map((code) => numberStyle(164, code))).toEqual([
    "date",
    "date",
    "date",
    "date",
    "duration",
    "duration",
    "plain",
    "plain",
    "plain",
    "plain",
    "plain",
  ]);
  expect([14, 22, 20, 46, 4, 0].map((id) => numberStyle(id, undefined))).toEqual([
    "date",
    "date",
    "duration",
    "duration",
    "plain",
    "plain",
  ]);
});

test("what Office writes for characters is read, but for what is none", () => {
  expect(unescapeOffice("a_x000D__x0041_b")).toBe("a\rAb");
  expect(unescapeOffice("_xD83D__xDE00_")).toBe("\u{1f600}");
  expect(unescapeOffice("Caf_x0000_é _xD83D_")).toBe("Caf_x0000_é _xD83D_");
  expect(unescapeOffice("_x005F_x0041_")).toBe("_x0041_");
});

test("targets stay inside the package or are none", () => {
  expect(resolveTarget("xl/", "worksheets/a.xml")).toBe("xl/worksheets/a.xml");
  expect(resolveTarget("xl/", "/xl/a.xml")).toBe("xl/a.xml");
  expect(resolveTarget("xl/", "../docs/a.xml")).toBe("docs/a.xml");
  expect(resolveTarget("xl/", "../../etc/passwd")).toBeUndefined();
  expect(resolveTarget("xl/", "file:///etc/passwd")).toBeUndefined();
});

describe("writeXlsx", () => {
  const columns = [
    { header: "Klantnaam", kind: "text" },
    { header: "Bedrag excl. btw", kind: "number" },
    { header: "Factuurdatum", kind: "date" },
    { header: "Factuurnummer", kind: "text" },
  ] as const;

  test("what is written is read back exactly", async () => {
    const rows: OutputRow[] = [
      ["=1+1", "-12.50", "2025-01-31", "001"],
      ['<b>&"\u0001_x0041_\n', "1234567890123.45", "1900-03-01", "+31"],
      [" spatie ", "0.1", "2199-12-31", "1e5"],
    ];
    const bytes = await written(columns, rows, "Facturen: [2025]");
    const { records, totals, codes } = await readAll(chunked(bytes, 777, "a.xlsx"), {
      today: "2200-01-01",
    });
    expect(codes).toEqual([]);
    expect(records).toMatchObject([
      {
        number: "001",
        net: -1_250n,
        issueDate: "2025-01-31",
        buyer: { name: "=1+1" },
        type: "credit-note",
      },
      {
        number: "+31",
        net: 123_456_789_012_345n,
        issueDate: "1900-03-01",
        buyer: { name: '<b>&"\u0001_x0041_\n' },
      },
      { number: "1e5", net: 10n, issueDate: "2199-12-31", buyer: { name: " spatie " } },
    ]);
    expect(totals["Bedrag excl. btw"]).toBe("1234567890111.05");
  });

  test("no formula and no shared part comes out, and the name of the sheet is one that is allowed", async () => {
    const parts = unzipSync(
      await written(columns, [["=cmd|' /C calc'!A0", null, null, "@x"]], "a/b:c[d]"),
    );
    const sheet = new TextDecoder().decode(parts["xl/worksheets/sheet1.xml"]);
    expect(sheet).not.toContain("<f");
    expect(sheet).toContain("=cmd|");
    expect(new TextDecoder().decode(parts["xl/workbook.xml"])).toContain('name="a b c d"');
  });

  test("a number of more than fifteen digits is kept as text, not as another number", async () => {
    const bytes = await written([{ header: "a", kind: "number" }], [["12345678901234567.89"]]);
    const sheet = new TextDecoder().decode(unzipSync(bytes)["xl/worksheets/sheet1.xml"]);
    expect(sheet).toContain(">12345678901234567.89</t>");
  });

  test("many rows come in pieces", async () => {
    const rows = Array.from({ length: 30_000 }, (_, index) => [
      `Klant ${index}`,
      `${index}.25`,
      "2025-01-31",
      `F${index}`,
    ]);
    let pieces = 0;
    for await (const _ of writeXlsx("a", columns, rows)) pieces++;
    expect(pieces).toBeGreaterThan(5);
    const { totals } = await readBook(await written(columns, rows));
    expect(totals).toMatchObject({ rows: 30_000, "Bedrag excl. btw": "449992500.00" });
  });
});
