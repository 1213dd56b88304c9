import { existsSync, readFileSync } from "node:fs";
import path from "node:path";

const root = path.resolve(import.meta.dirname, "../../..");
const samples = path.resolve(root, process.env["KOERS_SAMPLES"] ?? "../shared/data", "profile");

/** Whether the reference data is there; without it the tests that need it say that they are skipped. */
export const haveProfileSamples = existsSync(samples);

/** The text of a file of the reference data. */
export function profileSample(name: string): string {
  return readFileSync(path.join(samples, name), "utf8");
}

/** The columns of a comma-separated sample by name, as text without quotes. */
export function sampleColumns(name: string): ReadonlyMap<string, readonly string[]> {
  const [head = [], ...rows] = profileSample(name)
    .trim()
    .split(/\r?\n/)
    .map((line) => line.split(",").map((cell) => cell.replace(/^"|"$/g, "")));
  return new Map(head.map((column, index) => [column, rows.map((row) => row[index] ?? "")]));
}
