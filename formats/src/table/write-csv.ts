import { neutraliseFormula } from "./neutralise-formula.ts";
import type { OutputColumn, OutputRows } from "./output-column.ts";

export type CsvOptions = {
  /** `;` with a decimal comma is what a Dutch Excel opens by double click. */
  readonly delimiter?: "," | ";" | "\t";
  readonly decimalSign?: "," | ".";
  /** A byte order mark tells Excel that the file is UTF-8. */
  readonly byteOrderMark?: boolean;
};

const linesAtOnce = 500;

/**
 * Writes a table as CSV (RFC 4180: CRLF, quotes doubled) in pieces of text. No cell can run as a formula in
 * a spreadsheet (`neutraliseFormula`); values of number columns are written as they are.
 */
export async function* writeCsv(
  columns: readonly OutputColumn[],
  rows: OutputRows,
  options: CsvOptions = {},
): AsyncGenerator<string> {
  const { delimiter = ",", decimalSign = ".", byteOrderMark = true } = options;
  const special = new RegExp(`["\\r\\n${delimiter}]|^\\s|\\s$`);
  const quoted = (text: string) => (special.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const written = (value: string | null, column: OutputColumn): string => {
    if (value === null || value === "") return "";
    if (column.kind === "number" && /^-?\d+(?:\.\d+)?$/.test(value))
      return quoted(value.replace(".", decimalSign));
    return quoted(neutraliseFormula(value, column.kind === "phone"));
  };
  let text = byteOrderMark ? "\uFEFF" : "";
  text += `${columns.map(({ header }) => quoted(neutraliseFormula(header))).join(delimiter)}\r\n`;
  let lines = 0;
  for await (const row of rows) {
    text += `${columns.map((column, index) => written(row[index] ?? null, column)).join(delimiter)}\r\n`;
    if (++lines % linesAtOnce !== 0) continue;
    yield text;
    text = "";
  }
  if (text !== "") yield text;
}
