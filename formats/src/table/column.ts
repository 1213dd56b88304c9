import { normaliseEmail } from "../identifier/email.ts";
import { normaliseKvk } from "../identifier/kvk.ts";
import { normaliseVatId } from "../identifier/vat-id.ts";
import { parseBoolean } from "./boolean-text.ts";
import type { Cell } from "./cell.ts";
import { cellText, isBlank } from "./cell.ts";
import { readDate } from "./date-text.ts";
import { isClockDuration } from "./duration-text.ts";
import type { Header } from "./header-key.ts";
import { numberShape } from "./number-text.ts";

/** What was seen in one column over all rows; enough to decide how it writes dates and numbers. */
export type Column = {
  readonly index: number;
  readonly header: Header;
  /** What to look for; `unknown` looks for everything until the column has shown what it is. */
  expect: "date" | "number" | "duration" | "text" | "unknown";
  filled: number;
  /** Cells that are numbers or dates by their type, in a workbook. */
  typedNumbers: number;
  typedDates: number;
  numbers: { plain: number; comma: number; point: number; either: number; none: number };
  dates: { sure: number; dmy: number; mdy: number; either: number; serial: number; none: number };
  clocks: number;
  booleans: number;
  readonly samples: string[];
  /** The first text that both number conventions, or both date orders, can read. */
  firstEither?: { readonly text: string; readonly line: number };
};

export function newColumn(index: number, header: Header): Column {
  return {
    index,
    header,
    expect: "unknown",
    filled: 0,
    typedNumbers: 0,
    typedDates: 0,
    numbers: { plain: 0, comma: 0, point: 0, either: 0, none: 0 },
    dates: { sure: 0, dmy: 0, mdy: 0, either: 0, serial: 0, none: 0 },
    clocks: 0,
    booleans: 0,
    samples: [],
  };
}

const sampled = 200;
/** After so many cells without one number or date a column of unknown header is a text. */
const settled = 500;

function look(column: Column, text: string, line: number): void {
  if (column.expect !== "number" && column.expect !== "duration") {
    const reading = readDate(text);
    if (reading.kind !== "either") column.dates[reading.kind]++;
    else if (reading.mdy === undefined) column.dates.dmy++;
    else if (reading.dmy === undefined) column.dates.mdy++;
    else {
      column.dates.either++;
      column.firstEither ??= { text, line };
    }
    if (column.expect === "date") return;
  }
  if (isClockDuration(text)) {
    column.clocks++;
    return;
  }
  const shape = numberShape(
    column.expect === "duration"
      ? text.replace(/\s*(?:u|uur|uren|h|hrs?|hours?)\.?\s*$/i, "")
      : text,
  );
  column.numbers[shape]++;
  if (shape === "either") column.firstEither ??= { text, line };
}

/** Takes one more cell into account. */
export function observe(column: Column, cell: Cell | undefined, line: number): void {
  if (cell === undefined || isBlank(cell)) return;
  column.filled++;
  if (column.samples.length < sampled) {
    const text = cellText(cell);
    column.samples.push(text.length > 200 ? text.slice(0, 200) : text);
    if (parseBoolean(text) !== undefined) column.booleans++;
  }
  if (typeof cell !== "string") {
    if (cell.kind === "number") {
      if (cell.style === "date") column.typedDates++;
      else column.typedNumbers++;
    }
    return;
  }
  if (column.expect === "text") return;
  look(column, cell, line);
  if (column.filled !== settled || column.expect !== "unknown") return;
  if (column.numbers.none === settled && column.dates.none === settled) column.expect = "text";
}

/** What the content alone makes of a column, where at least nine in ten cells agree. */
export function contentOf(
  column: Column,
):
  | "date"
  | "number"
  | "duration"
  | "boolean"
  | "email"
  | "kvk"
  | "vatId"
  | "postcode"
  | "text"
  | "empty" {
  const { filled, samples } = column;
  if (filled === 0) return "empty";
  const most = filled * 0.9;
  const share = (test: (text: string) => boolean) =>
    samples.filter(test).length >= samples.length * 0.9;
  const { sure, dmy, mdy, either, serial } = column.dates;
  if (column.typedDates + sure + dmy + mdy + either >= most) return "date";
  if (column.expect === "date" && serial >= most) return "date";
  if (column.clocks >= most) return "duration";
  if (column.booleans >= samples.length * 0.9 && new Set(samples).size <= 2) return "boolean";
  if (share((text) => normaliseEmail(text) !== undefined)) return "email";
  if (share((text) => normaliseVatId(text) !== undefined)) return "vatId";
  if (share((text) => /^\d{8}$/.test(text.trim()) && normaliseKvk(text) !== undefined))
    return "kvk";
  if (share((text) => /^[1-9]\d{3} ?[A-Z]{2}$/i.test(text.trim()))) return "postcode";
  const { plain, comma, point, either: ambiguous } = column.numbers;
  if (column.typedNumbers + plain + comma + point + ambiguous >= most) return "number";
  return "text";
}
