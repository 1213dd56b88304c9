import type { Source } from "../source.ts";
import type { Row } from "./cell.ts";
import { type CsvDialect, findDialect } from "./csv-dialect.ts";
import { csvParser } from "./csv-parser.ts";
import type { OpenTable, RowOptions } from "./open-table.ts";
import { textChunks } from "./text-chunks.ts";
import { findEncoding } from "./text-encoding.ts";

const sampleLength = 65_536;

async function sampleOf(source: Source, encoding: string): Promise<string> {
  let sample = "";
  for await (const text of textChunks(source, { encoding })) {
    sample += text;
    if (sample.length >= sampleLength) break;
  }
  return sample.slice(0, sampleLength);
}

async function* csvRows(
  source: Source,
  encoding: string,
  dialect: CsvDialect,
  options: RowOptions,
): AsyncGenerator<readonly Row[]> {
  let rows: Row[] = [];
  const parser = csvParser(dialect.delimiter, (cells, row, line) => {
    if (row > 1 || !dialect.hasSeparatorLine) rows.push({ cells, row, line });
  });
  for await (const text of textChunks(source, { encoding, ...options })) {
    parser.push(text, false);
    if (rows.length > 0) yield rows;
    rows = [];
  }
  parser.push("", true);
  if (rows.length > 0) yield rows;
}

/** Opens a CSV: finds encoding and delimiter; rows are read from the start as often as asked. */
export async function openCsv(source: Source, signal?: AbortSignal): Promise<OpenTable> {
  const { encoding, problems } = await findEncoding(source, signal);
  const dialect = findDialect(await sampleOf(source, encoding));
  return {
    format: "csv",
    encoding,
    delimiter: dialect.delimiter,
    problems,
    rows: (options) => csvRows(source, encoding, dialect, options),
    notes: () => [],
  };
}
