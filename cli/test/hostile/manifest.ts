import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";

export const samples = resolve(
  import.meta.dirname,
  "../../..",
  process.env["KOERS_SAMPLES"] ?? "../shared/data",
);

export type Expectation = "accept" | "flag" | "refuse" | "ask" | "accept-or-refuse";

/** A file that is made to mislead, with what it must come to. */
export type Mutant = {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly expect: Expectation;
  /** The code to be named; `OK` where none is. */
  readonly code: string;
  readonly why: string;
};

export const mutantFolders = ["xaf-mutants", "ubl-mutants", "csv-mutants", "xlsx-mutants"] as const;

/** The files of a folder as its manifest lists them; empty where the samples are absent. */
export function readManifest(folder: (typeof mutantFolders)[number]): readonly Mutant[] {
  const path = join(samples, "hostile", folder);
  if (!existsSync(path)) return [];
  const lines = readFileSync(join(path, "manifest.jsonl"), "utf8").trim().split("\n");
  return lines.map((line) => {
    const { file, ...entry } = JSON.parse(line) as Omit<Mutant, "name" | "bytes"> & {
      file: string;
    };
    return { ...entry, name: file, bytes: readFileSync(join(path, file)) };
  });
}
