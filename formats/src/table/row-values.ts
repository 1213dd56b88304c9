import { minorUnitExponent } from "../money/currency.ts";
import type { Place } from "../problem.ts";
import type { ProblemCode } from "../problem-code.ts";
import { parseBoolean } from "./boolean-text.ts";
import { type Cell, cellText, isBlank, type Row } from "./cell.ts";
import { readDate } from "./date-text.ts";
import { parseDuration, secondsOf } from "./duration-text.ts";
import { minorUnits } from "./minor-units.ts";
import { currencyIn, parseNumber } from "./number-text.ts";
import type { PlannedColumn } from "./plan.ts";
import type { ProblemList } from "./problem-list.ts";
import { cellReference } from "./workbook/cell-reference.ts";
import { dateOfSerial } from "./workbook/serial-date.ts";

/** Characters of a number that something goes by; longer ones are somebody's mistake or worse. */
const longestIdentifier = 256;

/** A day's and a duration's seconds in the fraction that a workbook keeps. */
const secondsInDay = 86_400;

/** Reads the cells of one row as their columns say; what cannot be read is a problem and no value. */
export type RowValues = {
  text(column: PlannedColumn | undefined): string | undefined;
  date(column: PlannedColumn | undefined): string | undefined;
  decimal(column: PlannedColumn | undefined): string | undefined;
  /** Minor units of the currency. */
  amount(column: PlannedColumn | undefined, currency: string): bigint | undefined;
  seconds(column: PlannedColumn | undefined): number | undefined;
  boolean(column: PlannedColumn | undefined): boolean | undefined;
  /** Currency sign or code written in the cell itself. */
  currencyIn(column: PlannedColumn | undefined): string | undefined;
  /** True when nothing is written there: what is unreadable has its own problem. */
  isBlank(column: PlannedColumn | undefined): boolean;
  place(column: PlannedColumn | undefined): Place;
};

/** A reader of one table's rows: `start` before each row, `end` after the last. */
export function rowValues(
  problems: ProblemList,
  sheet: string | undefined,
): RowValues & { start(row: Row): void; end(): void } {
  let row: Row = { row: 0, line: 0, cells: [] };
  const rounded = new Map<string, { place: Place; found: string; count: number }>();

  function place(column: PlannedColumn | undefined): Place {
    if (sheet === undefined)
      return { line: row.line, row: row.row, ...(column && { column: column.index + 1 }) };
    const cell = column && cellReference(column.index + 1, row.row);
    return { sheet, row: row.row, ...(cell && { cell }) };
  }

  function report(
    code: ProblemCode,
    column: PlannedColumn,
    found: string,
    expected?: string,
  ): undefined {
    const severity = code === "BOOLEAN_FORMAT" ? "flag" : "refuse";
    const values = { found, ...(expected !== undefined && { expected }) };
    problems.add({ code, severity, place: place(column), field: column.label, ...values });
    return undefined;
  }

  /** The cell if there is anything in it; errors and formulas without a result are problems. */
  function filled(
    column: PlannedColumn | undefined,
  ): Exclude<Cell, { kind: "error" | "no-value" }> | undefined {
    const cell = column && row.cells[column.index];
    if (column === undefined || cell === undefined || isBlank(cell)) return undefined;
    if (typeof cell === "string") return cell;
    if (cell.kind === "error") return report("CELL_ERROR", column, cell.text);
    if (cell.kind === "no-value") return report("FORMULA_NO_VALUE", column, `=${cell.formula}`);
    return cell;
  }

  function text(column: PlannedColumn | undefined): string | undefined {
    const cell = filled(column);
    if (cell === undefined || column === undefined) return undefined;
    const raw = cellText(cell);
    if (column.kind === "name") return raw;
    if (column.kind !== "identifier") return raw.trim();
    if (raw.length <= longestIdentifier) return raw;
    report("FIELD_TOO_LONG", column, String(raw.length), String(longestIdentifier));
    return undefined;
  }

  function date(column: PlannedColumn | undefined): string | undefined {
    const cell = filled(column);
    if (cell === undefined || column === undefined) return undefined;
    if (typeof cell !== "string") {
      if (cell.kind === "number" && cell.style === "date" && cell.date) return cell.date;
      const serial = cell.kind === "number" && !cell.unreadable ? Number(cell.decimal) : Number.NaN;
      const plausible =
        serial >= 20_000 && serial < 80_000 && cell.kind === "number" && cell.style === "plain";
      const found = plausible ? dateOfSerial(serial, false) : undefined;
      return found ?? report("DATE_FORMAT", column, cellText(cell));
    }
    const reading = readDate(cell);
    switch (reading.kind) {
      case "sure":
        return reading.date;
      case "serial":
        return dateOfSerial(reading.serial, false) ?? report("DATE_FORMAT", column, cell);
      case "either":
        return reading[column.date] ?? report("DATE_FORMAT", column, cell);
      case "none":
        return report("DATE_FORMAT", column, cell);
    }
  }

  function decimal(column: PlannedColumn | undefined): string | undefined {
    const cell = filled(column);
    if (cell === undefined || column === undefined) return undefined;
    if (typeof cell === "string")
      return parseNumber(cell, column.number) ?? report("NUMBER_FORMAT", column, cell);
    if (cell.kind === "number" && !cell.unreadable && cell.style !== "date") return cell.decimal;
    return report("NUMBER_FORMAT", column, cellText(cell));
  }

  function amount(column: PlannedColumn | undefined, currency: string): bigint | undefined {
    const plain = decimal(column);
    if (plain === undefined || column === undefined) return undefined;
    const found = minorUnits(plain, minorUnitExponent(currency) ?? 2);
    if (found === undefined) return report("NUMBER_FORMAT", column, plain);
    if (found.rounded) {
      const note = rounded.get(column.label) ?? { place: place(column), found: plain, count: 0 };
      note.count++;
      rounded.set(column.label, note);
    }
    return found.amount;
  }

  function seconds(column: PlannedColumn | undefined): number | undefined {
    const cell = filled(column);
    if (cell === undefined || column === undefined) return undefined;
    if (typeof cell === "string")
      return (
        parseDuration(cell, column.number, column.unitSeconds) ??
        report("NUMBER_FORMAT", column, cell)
      );
    if (cell.kind !== "number" || cell.unreadable || cell.style === "date")
      return report("NUMBER_FORMAT", column, cellText(cell));
    return secondsOf(cell.decimal, cell.style === "duration" ? secondsInDay : column.unitSeconds);
  }

  function boolean(column: PlannedColumn | undefined): boolean | undefined {
    const cell = filled(column);
    if (cell === undefined || column === undefined) return undefined;
    if (typeof cell !== "string" && cell.kind === "boolean") return cell.value;
    return parseBoolean(cellText(cell)) ?? report("BOOLEAN_FORMAT", column, cellText(cell));
  }

  return {
    start(next) {
      row = next;
    },
    end() {
      for (const [field, { place: first, found, count }] of rounded)
        problems.add({
          code: "AMOUNT_ROUNDED",
          severity: "note",
          place: first,
          field,
          found,
          count,
        });
    },
    isBlank: (column) => column === undefined || isBlank(row.cells[column.index]),
    text,
    date,
    decimal,
    amount,
    seconds,
    boolean,
    currencyIn(column) {
      const cell = column && row.cells[column.index];
      if (typeof cell !== "string" || !/[€$£A-Za-z]/.test(cell)) return undefined;
      return currencyIn(cell);
    },
    place,
  };
}
