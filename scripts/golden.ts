// Writes the files that are made from something else and kept in the repository, so that a change
// shows in review; with --check it changes nothing and fails where a file is out of date.

import { spawnSync } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { databaseFiles } from "./golden/database-files.ts";

/** One or more files, by path from the root of the repository. Add yours here. */
const registry: readonly (() => Promise<ReadonlyMap<string, string>>)[] = [databaseFiles];

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const check = process.argv.includes("--check");
let differing = 0;

for (const make of registry) {
  for (const [file, made] of await make()) {
    const place = path.join(root, file);
    const text = file.endsWith(".ts") ? formatted(made) : made;
    if ((await readIfThere(place)) === text) continue;
    differing += 1;
    if (check) {
      console.error(`${file} is out of date: run "npm run golden" and look at what changed`);
    } else {
      await writeFile(place, text);
      console.log(`${file} written`);
    }
  }
}
if (check && differing > 0) process.exitCode = 1;
if (differing === 0) console.log("golden files: nothing changed");

function formatted(text: string): string {
  const biome = path.join(root, "node_modules/@biomejs/biome/bin/biome");
  const run = spawnSync(process.execPath, [biome, "format", "--stdin-file-path=golden.ts"], {
    input: text,
    encoding: "utf8",
    cwd: root,
  });
  if (run.status !== 0) throw new Error(run.stderr);
  return run.stdout;
}

async function readIfThere(place: string): Promise<string | null> {
  try {
    return await readFile(place, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}
