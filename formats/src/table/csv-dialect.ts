import { refusedBy } from "../refusal.ts";
import { csvParser } from "./csv-parser.ts";

export type CsvDialect = {
  readonly delimiter: string;
  /** A first line `sep=;`, which Excel writes and reads, and which is no row. */
  readonly hasSeparatorLine: boolean;
};

const candidates = [";", ",", "\t", "|"] as const;

/** The records of a sample's start under one delimiter; where it is no CSV, what came before that. */
function recordsOf(sample: string, delimiter: string): string[][] {
  const records: string[][] = [];
  const parser = csvParser(delimiter, (cells) => {
    if (records.length < 200) records.push(cells);
  });
  try {
    parser.push(sample, false);
    if (records.length === 0) parser.push("", true);
  } catch (error) {
    refusedBy(error);
  }
  return records;
}

/**
 * How well a delimiter explains the sample: rows that have the commonest width of two or more, weighed
 * so that more columns win between delimiters that explain the rows equally well.
 */
function explained(records: readonly string[][]): number {
  const widths = new Map<number, number>();
  let filled = 0;
  for (const cells of records) {
    if (cells.length === 1 && cells[0]?.trim() === "") continue;
    filled++;
    widths.set(cells.length, (widths.get(cells.length) ?? 0) + 1);
  }
  let best = 0;
  for (const [width, count] of widths)
    if (width > 1) best = Math.max(best, (count / filled) * (1 + Math.log2(width) / 8));
  return best;
}

/** Finds the delimiter from the start of the text. One column only: a comma, which then never occurs. */
export function findDialect(sample: string): CsvDialect {
  const declared = /^"?sep=(.)"?(?:\r\n|\r|\n|$)/i.exec(sample);
  if (declared?.[1]) return { delimiter: declared[1], hasSeparatorLine: true };
  let delimiter = ",";
  let best = 0;
  for (const candidate of candidates) {
    const score = explained(recordsOf(sample, candidate));
    if (score > best + 1e-9) {
      best = score;
      delimiter = candidate;
    }
  }
  return { delimiter, hasSeparatorLine: false };
}
