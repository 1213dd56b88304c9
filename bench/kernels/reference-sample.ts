import { existsSync, readFileSync } from "node:fs";
import path from "node:path";

const samples = path.resolve(
  import.meta.dirname,
  "../..",
  process.env["KOERS_SAMPLES"] ?? "../shared/data",
  "profile",
);

/** A table of the reference data by column, as text without quotes; null where the samples are not there. */
export function referenceTable(name: string): ReadonlyMap<string, readonly string[]> | null {
  const text = referenceText(name);
  if (text === null) return null;
  const [head = [], ...rows] = text
    .trim()
    .split(/\r?\n/)
    .map((line) => line.split(",").map((cell) => cell.replace(/^"|"$/g, "")));
  return new Map(head.map((column, at) => [column, rows.map((row) => row[at] ?? "")]));
}

/** Where a file of the reference data is. */
export function referencePlace(name: string): string {
  return path.join(samples, name);
}

export function referenceText(name: string): string | null {
  const place = referencePlace(name);
  return existsSync(place) ? readFileSync(place, "utf8") : null;
}
