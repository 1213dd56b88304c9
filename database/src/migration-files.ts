import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export type MigrationFile = {
  readonly number: number;
  readonly name: string;
  readonly sql: string;
  readonly checksum: string;
};

/** `src` and `dist` stand side by side, so this holds for both. */
const migrationFolder = fileURLToPath(new URL("../migrations", import.meta.url));

/** The migrations of a folder, numbered from 1 without gaps: `0001_people.sql`, `0002_books.sql`. */
export function readMigrationFiles(folder: string = migrationFolder): readonly MigrationFile[] {
  const names = readdirSync(folder).filter((name) => name.endsWith(".sql"));
  names.sort((a, b) => (a < b ? -1 : 1));
  return names.map((name, index) => {
    const number = Number(/^(\d{4})_[a-z0-9-]+\.sql$/.exec(name)?.[1]);
    if (number !== index + 1) throw new RangeError(`${name} is not migration ${index + 1}`);
    // The same file checked out on Windows is the same migration.
    const sql = readFileSync(join(folder, name), "utf8").replaceAll("\r\n", "\n");
    return { number, name, sql, checksum: createHash("sha256").update(sql).digest("hex") };
  });
}
