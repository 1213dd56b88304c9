import {
  cpSync,
  type Dirent,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

/** The sources in a folder of their own, where faults can be planted. */
export type Copy = { readonly root: string; readonly remove: () => void };

const left = new Set(["node_modules", "dist", "data", ".git", ".cache"]);

/** Packages are linked, not copied; the workspaces among them are the copy's own. */
export function copySources(root: string): Copy {
  const copy = mkdtempSync(path.join(tmpdir(), "koers-guards-"));
  cpSync(root, copy, { recursive: true, filter: (from) => !left.has(path.basename(from)) });
  linkPackages(path.join(root, "node_modules"), path.join(copy, "node_modules"));
  for (const { name } of readdirSync(root, { withFileTypes: true }).filter(isFolder)) {
    const own = path.join(root, name, "node_modules");
    if (existsSync(own)) linkPackages(own, path.join(copy, name, "node_modules"));
  }
  return { root: copy, remove: () => rmSync(copy, { recursive: true, force: true }) };
}

function linkPackages(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  for (const name of readdirSync(from)) {
    const source = path.join(from, name);
    if (name !== "@koers") {
      symlinkSync(source, path.join(to, name), "junction");
      continue;
    }
    mkdirSync(path.join(to, name));
    for (const workspace of readdirSync(source)) {
      symlinkSync(path.join(to, "..", workspace), path.join(to, name, workspace), "junction");
    }
  }
}

function isFolder(entry: Dirent): boolean {
  return entry.isDirectory() && !left.has(entry.name);
}
