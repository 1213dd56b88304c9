import { refusal } from "../refusal.ts";
import { cellText, isBlank, type Row } from "./cell.ts";
import { type Column, newColumn, observe } from "./column.ts";
import { fieldKind, type Subject, type TableMapping } from "./field.ts";
import { contentKindOf, meaningOf } from "./header-dictionary.ts";
import { readHeader } from "./header-key.ts";
import { findHeaderRow } from "./header-row.ts";
import { columnFor, matchPreset, presetMapping } from "./match-preset.ts";
import type { OpenTable, RowOptions } from "./open-table.ts";
import type { Preset } from "./presets/preset.ts";
import { rowFilter, type Shape, type SkippedRows } from "./row-filter.ts";

/** What one pass over the whole table found. */
export type Survey = {
  readonly shape: Shape;
  /** Rows up to and including the header, in the file's numbering; 0 when there is no header. */
  readonly headerRow: number;
  readonly columns: readonly Column[];
  readonly preset: Preset | undefined;
  readonly rows: number;
  readonly firstRows: readonly Row[];
  readonly skipped: SkippedRows;
  /** False when an invoice number comes back after another one stood between. */
  readonly invoicesAdjacent: boolean;
  /** Rows whose invoice number an earlier row already had: a sign that rows are lines. */
  readonly repeatedInvoices: number;
};

export type SurveyOptions = RowOptions & {
  readonly subject?: Subject | undefined;
  readonly mapping?: TableMapping | undefined;
  /** Header row, by the file's row number, where a person has pointed at it. */
  readonly headerRow?: number | undefined;
};

const headRows = 60;

function shapeOf(table: OpenTable, header: Row | undefined, rows: readonly Row[]): Shape {
  if (header === undefined) {
    const width = Math.max(0, ...rows.map((row) => row.cells.length));
    return { format: table.format, headers: [], width };
  }
  const headers = Array.from(header.cells, (cell) =>
    cellText(cell)
      .replace(/^\uFEFF/, "")
      .trim(),
  );
  while (headers.at(-1) === "") headers.pop();
  return { format: table.format, headers, width: headers.length };
}

const kindOfContent = {
  date: "date",
  amount: "number",
  duration: "duration",
  boolean: "text",
} as const;

/** Tells columns what to look for, by what they are mapped to or by their header. */
function expectContent(
  columns: readonly Column[],
  subject?: Subject,
  mapping?: TableMapping,
): void {
  for (const column of columns) {
    const meaning = meaningOf(column.header.key);
    const kind = meaning && contentKindOf(meaning);
    if (kind) column.expect = kindOfContent[kind];
  }
  if (subject === undefined || mapping === undefined) return;
  for (const [field, label] of Object.entries(mapping.fields)) {
    const column = columnFor(columns, label);
    const kind = fieldKind(subject, field);
    if (column === undefined || kind === undefined) continue;
    if (kind === "amount" || kind === "quantity") column.expect = "number";
    else column.expect = kind === "date" || kind === "duration" ? kind : "text";
  }
}

function numberColumn(
  columns: readonly Column[],
  mapping: TableMapping | undefined,
): Column | undefined {
  const label = mapping?.fields["number"];
  if (label !== undefined) return columnFor(columns, label);
  return columns.find((column) => meaningOf(column.header.key) === "invoiceNumber");
}

/**
 * Reads the whole table once: where the header is, what the columns hold, which rows are data. Throws a
 * refusal for what cannot be a table.
 */
export async function survey(table: OpenTable, options: SurveyOptions): Promise<Survey> {
  let head: Row[] | undefined = [];
  let state: ReturnType<typeof begin> | undefined;

  function begin(rows: readonly Row[]) {
    const filled = rows.filter((row) => row.cells.some((cell) => !isBlank(cell)));
    if (filled.length === 0)
      throw refusal({ code: "EMPTY", severity: "refuse", place: { line: 1 } });
    const pointed = options.headerRow;
    const at =
      pointed === undefined
        ? findHeaderRow(filled)
        : filled.findIndex((row) => row.row === pointed);
    const header = at < 0 ? undefined : filled[at];
    const shape = shapeOf(table, header, filled);
    const columns = Array.from({ length: shape.width }, (_, index) =>
      newColumn(index, readHeader(shape.headers[index] ?? "", index)),
    );
    const preset = matchPreset(new Set(columns.map((column) => column.header.key)));
    const mapping = options.mapping ?? (preset && presetMapping(preset, columns));
    expectContent(columns, options.subject ?? preset?.subject, mapping);
    const headerRow = header?.row ?? 0;
    const invoices = numberColumn(columns, mapping);
    return { shape, columns, preset, headerRow, filter: rowFilter(shape), invoices };
  }

  const firstRows: Row[] = [];
  let rows = 0;
  let adjacent = true;
  let repeated = 0;
  let lastNumber = "";
  const numbers = new Set<string>();

  function takeNumber(number: string): void {
    if (number === "") return;
    if (number === lastNumber) {
      repeated++;
      return;
    }
    lastNumber = number;
    if (numbers.has(number)) {
      adjacent = false;
      repeated++;
    } else numbers.add(number);
  }

  function process(row: Row): void {
    if (state === undefined || row.row <= state.headerRow) return;
    for (const data of state.filter.take(row)) {
      rows++;
      if (firstRows.length < 20) firstRows.push(data);
      for (const column of state.columns) observe(column, data.cells[column.index], data.line);
      if (state.invoices) takeNumber(cellText(data.cells[state.invoices.index]).trim());
    }
  }

  function decideHead(): void {
    const kept = head ?? [];
    head = undefined;
    state = begin(kept);
    for (const row of kept) process(row);
  }

  for await (const batch of table.rows(options)) {
    for (const row of batch) {
      if (head === undefined) process(row);
      else if (head.push(row) >= Math.max(headRows, options.headerRow ?? 0)) decideHead();
    }
  }
  if (head !== undefined) decideHead();
  if (state === undefined || rows === 0)
    throw refusal({
      code: "EMPTY",
      severity: "refuse",
      place: { line: Math.max(1, state?.headerRow ?? 1) },
    });
  return {
    shape: state.shape,
    headerRow: state.headerRow,
    columns: state.columns,
    preset: state.preset,
    rows,
    firstRows,
    skipped: state.filter.skipped,
    invoicesAdjacent: adjacent,
    repeatedInvoices: repeated,
  };
}
