import { existsSync } from "node:fs";
import path from "node:path";

const root = path.resolve(import.meta.dirname, "../..");
const samples = path.resolve(root, process.env["KOERS_SAMPLES"] ?? "../shared/data");

/** A sample file, or null with a word about it where the samples are not on this machine. */
export function findSample(name: string): string | null {
  const place = path.join(samples, name);
  if (existsSync(place)) return place;
  console.log(`${name} is not in ${samples}: what needs it is skipped`);
  return null;
}
