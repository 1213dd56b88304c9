import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

/** Who is to catch a fault: a group is planted and run together. */
export type Guard = "biome" | "oxlint" | "architecture" | "compiler" | "database";

/** One fault, and what must be said of it. */
export type Fault = {
  readonly guard: Guard;
  /** What is wrong, in a few words. */
  readonly fault: string;
  /** The file that it is planted in, from the root. */
  readonly file: string;
  /** What the file becomes: whole, or from what it was. */
  readonly plant: string | ((before: string) => string);
  /** What the guard has to say: a rule, an error code, or the name of a test. */
  readonly caughtBy: string;
};

export type Finding = { readonly file: string; readonly said: string };

export function plant(root: string, { file, plant: planted }: Fault): void {
  const place = path.join(root, file);
  if (typeof planted === "string") {
    mkdirSync(path.dirname(place), { recursive: true });
    writeFileSync(place, planted);
    return;
  }
  const before = readFileSync(place, "utf8");
  const after = planted(before);
  if (after === before) throw new RangeError(`${file} has no place to plant a fault in any more`);
  writeFileSync(place, after);
}
