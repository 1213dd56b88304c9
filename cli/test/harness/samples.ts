import { existsSync } from "node:fs";
import { join, resolve } from "node:path";

const root = resolve(import.meta.dirname, "../../..");

/** The folder of sample files, which is no part of the repository. */
export const samples = resolve(root, process.env["KOERS_SAMPLES"] ?? "../shared/data");

export function sample(...names: string[]): string {
  return join(samples, ...names);
}

export const haveSamples = existsSync(samples);
