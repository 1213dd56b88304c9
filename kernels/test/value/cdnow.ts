import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";

const folder = resolve(
  import.meta.dirname,
  "../../..",
  process.env["KOERS_SAMPLES"] ?? "../shared/data",
  "value",
);

/** Whether the sample files are there; tests that need one are skipped when they are not. */
export const samplesThere: boolean = existsSync(folder);

/** The numbers of a comma-separated sample file, row by row, without its head. */
export function rowsOf(file: string): number[][] {
  return readFileSync(join(folder, file), "utf8")
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map((line) => line.split(",").map(Number));
}

/** The lines of a sample file. */
export function linesOf(file: string): string[] {
  return readFileSync(join(folder, file), "utf8").trim().split(/\r?\n/);
}

/** One column of rows. */
export function column(rows: readonly number[][], place: number): number[] {
  return rows.map((row) => row[place] as number);
}

/** The CDNOW customers with weeks rounded to two decimals. */
export function roundedCdnow() {
  const rows = rowsOf("cdnow_customers_summary_with_transactions.csv");
  return {
    repeats: column(rows, 1),
    last: column(rows, 2),
    age: column(rows, 3),
    spend: column(rows, 4),
  };
}

/** The CDNOW customers with weeks of exactly seven days. */
export function exactCdnow() {
  const rows = rowsOf("btyd_cdnowSummary_cbs.csv");
  return {
    repeats: column(rows, 1),
    last: column(rows, 2),
    age: column(rows, 3),
    spend: column(rowsOf("btyd_cdnowSummary_m.x.csv"), 0),
  };
}
