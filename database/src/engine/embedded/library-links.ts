import { existsSync, lstatSync, readFileSync, symlinkSync } from "node:fs";
import { dirname, join, relative } from "node:path";

type Link = { readonly source: string; readonly target: string };

/**
 * Makes the links among the shared libraries that an npm archive cannot hold. The package would make
 * them in its postinstall script, which installs without scripts never run. Returns false where the
 * folder cannot be written.
 */
export function linkLibraries(folder: string): boolean {
  const list = join(folder, "pg-symlinks.json");
  if (!existsSync(list)) return true;
  const links = JSON.parse(readFileSync(list, "utf8")) as readonly Link[];
  return links.every(({ source, target }) => {
    const path = join(folder, "..", target);
    if (lstatSync(path, { throwIfNoEntry: false }) !== undefined) return true;
    try {
      symlinkSync(relative(dirname(target), source), path);
      return true;
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === "EEXIST") return true;
      if (code === "EACCES" || code === "EPERM" || code === "EROFS") return false;
      throw error;
    }
  });
}
