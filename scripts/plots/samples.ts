import { readFileSync } from "node:fs";
import path from "node:path";

const folder = path.resolve(
  import.meta.dirname,
  "../..",
  process.env["KOERS_SAMPLES"] ?? "../shared/data",
);

/** The rows of a sample with a head, each value by the name of its column, without quotes. */
export function readTable(file: string): readonly Readonly<Record<string, string>>[] {
  const [head = [], ...rows] = readFileSync(path.join(folder, file), "utf8")
    .trim()
    .split(/\r?\n/)
    .map(cellsOf);
  return rows.map((row) => Object.fromEntries(head.map((name, at) => [name, row[at] ?? ""])));
}

/** A comma within quotes parts nothing. */
function cellsOf(line: string): readonly string[] {
  const cells = line.includes('"')
    ? (line.match(/("[^"]*"|[^,]+|(?<=,|^)(?=,|$))/g) ?? [])
    : line.split(",");
  return cells.map((cell) => cell.replaceAll('"', ""));
}

/** One column of a table as numbers. */
export function numbers(table: readonly Readonly<Record<string, string>>[], column: string) {
  return Float64Array.from(table, (row) => Number(row[column]));
}

/** A file of values separated by spaces, without a head. */
export function readColumns(file: string): readonly (readonly number[])[] {
  return readFileSync(path.join(folder, file), "utf8")
    .trim()
    .split(/\r?\n/)
    .map((line) => line.trim().split(/\s+/).map(Number));
}
