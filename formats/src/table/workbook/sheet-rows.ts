import type { Place, Problem } from "#problem.ts";
import type { ProblemCode } from "#problem-code.ts";
import { refusal } from "#refusal.ts";
import type { Zip } from "#zip/open-zip.ts";
import type { Cell, Row } from "../cell.ts";
import { fieldLimit } from "../csv-parser.ts";
import { cellReference, mostColumns, mostRows, parseCellReference } from "./cell-reference.ts";
import { exactDecimal } from "./exact-decimal.ts";
import { dateOfSerial } from "./serial-date.ts";
import { unescapeOffice } from "./shared-strings.ts";
import type { Sheet, Workbook } from "./workbook.ts";
import { readXmlPart } from "./xml-part.ts";

/** A list of customers or invoices with more columns is none; each row costs as much as it is wide. */
const widest = 2_048;

/** What was met while reading a sheet. */
export type SheetNotes = { formulas: number; firstFormula?: string };

type OpenCell = {
  column: number;
  type: string;
  style: number;
  value: string;
  hasValue: boolean;
  inline: string;
  formula: string | undefined;
};

/**
 * The rows of a sheet, in batches as the file is inflated. The declared dimension is not looked at; cells
 * are placed by their own references, which must be those of a worksheet and go up. Content past column
 * 2,048 is refused.
 */
export async function* sheetRows(
  zip: Zip,
  workbook: Workbook,
  sheet: Sheet,
  notes: SheetNotes,
): AsyncGenerator<readonly Row[]> {
  let rows: Row[] = [];
  let rowNumber = 0;
  let column = 0;
  let cells: Cell[] = [];
  let cell: OpenCell | undefined;
  let collecting: "value" | "inline" | "formula" | undefined;
  let phonetic = 0;

  function refuse(code: ProblemCode, place: Place, values: Partial<Problem> = {}): never {
    throw refusal({ code, severity: "refuse", place: { sheet: sheet.name, ...place }, ...values });
  }

  function openRow(reference: string | undefined): void {
    const next = reference === undefined ? rowNumber + 1 : Number(reference);
    if (!Number.isInteger(next) || next <= rowNumber || next > mostRows)
      refuse("CELL_REF", { row: rowNumber + 1 }, { found: reference ?? String(next) });
    rowNumber = next;
    column = 0;
    cells = [];
  }

  function openCell(attributes: Readonly<Record<string, string>>): OpenCell {
    const reference = attributes["r"];
    if (reference === undefined) column++;
    else {
      const position = parseCellReference(reference);
      if (position === undefined || position.row !== rowNumber || position.column <= column)
        refuse(
          "CELL_REF",
          { row: rowNumber, cell: reference.slice(0, 60) },
          { found: reference.slice(0, 60) },
        );
      column = position.column;
    }
    if (column > mostColumns) refuse("CELL_REF", { row: rowNumber }, { found: String(column) });
    return {
      column,
      type: attributes["t"] ?? "n",
      style: Number(attributes["s"] ?? 0),
      value: "",
      hasValue: false,
      inline: "",
      formula: undefined,
    };
  }

  function sharedString(text: string, place: Place): string {
    if (workbook.strings === undefined)
      refuse("PART_MISSING", { ...place, entry: "xl/sharedStrings.xml" });
    const found = /^\d{1,9}$/.test(text) ? workbook.strings[Number(text)] : undefined;
    return found ?? refuse("SHARED_STRING", place, { found: text.slice(0, 60) });
  }

  function numberCell(raw: string, style: number): Cell {
    const decimal = exactDecimal(raw);
    const kind = workbook.styles[style] ?? "plain";
    if (decimal === undefined)
      return { kind: "number", decimal: raw, style: kind, unreadable: true };
    if (kind !== "date") return { kind: "number", decimal, style: kind };
    const date = dateOfSerial(Number(decimal), workbook.epoch1904);
    return { kind: "number", decimal, style: kind, date };
  }

  function finished(open: OpenCell): Cell {
    const place = { cell: cellReference(open.column, rowNumber), row: rowNumber };
    if (open.type === "inlineStr") return unescapeOffice(open.inline);
    if (open.formula !== undefined && open.value === "") {
      return open.type === "str" && open.hasValue
        ? ""
        : { kind: "no-value", formula: open.formula };
    }
    if (open.formula !== undefined) {
      notes.formulas++;
      notes.firstFormula ??= place.cell;
    }
    const value = open.value.trim();
    switch (open.type) {
      case "s":
        return open.hasValue ? sharedString(value, place) : "";
      case "str":
        return unescapeOffice(open.value);
      case "b":
        if (value === "") return "";
        return { kind: "boolean", value: value === "1" || value === "true" };
      case "e":
        return { kind: "error", text: value };
      case "d":
        return value;
      default:
        return open.hasValue ? numberCell(value, open.style) : "";
    }
  }

  const parts = readXmlPart(zip, sheet.part, {
    open(name, attributes) {
      if (name === "row") openRow(attributes["r"]);
      else if (name === "c") cell = openCell(attributes);
      else if (cell === undefined) return;
      else if (name === "v") {
        collecting = "value";
        cell.hasValue = true;
      } else if (name === "f") {
        collecting = "formula";
        cell.formula = "";
      } else if (name === "rPh") phonetic++;
      else if (name === "t" && phonetic === 0) collecting = "inline";
    },
    text(piece) {
      if (cell === undefined || collecting === undefined) return;
      if (collecting === "value") cell.value += piece;
      else if (collecting === "inline") cell.inline += piece;
      else cell.formula += piece;
      if (cell.value.length + cell.inline.length > fieldLimit)
        refuse("FIELD_TOO_LONG", { cell: cellReference(cell.column, rowNumber), row: rowNumber });
    },
    close(name) {
      if (name === "rPh") phonetic--;
      else if (name === "v" || name === "f" || name === "t") collecting = undefined;
      else if (name === "c" && cell) {
        const value = finished(cell);
        // Blank cells are left out: a styled column XFD would make every row sixteen thousand wide.
        if (value !== "") {
          if (cell.column > widest)
            refuse(
              "CELL_REF",
              { row: rowNumber },
              {
                found: cellReference(cell.column, rowNumber),
                expected: cellReference(widest, rowNumber),
              },
            );
          cells[cell.column - 1] = value;
        }
        cell = undefined;
      } else if (name === "row") rows.push({ row: rowNumber, line: rowNumber, cells });
    },
  });
  for await (const _ of parts) {
    if (rows.length > 0) yield rows;
    rows = [];
  }
}
