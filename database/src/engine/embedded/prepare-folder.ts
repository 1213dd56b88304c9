import { accessSync, constants, mkdirSync } from "node:fs";
import { DatabaseError } from "#database-error.ts";
import type { Layout } from "./layout.ts";

/** Makes the engine's folder, or says in one typed error why that cannot be. */
export function prepareFolder(layout: Layout): void {
  try {
    mkdirSync(layout.root, { recursive: true, mode: 0o700 });
    accessSync(layout.root, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (cause) {
    throw folderError(layout.root, cause);
  }
}

export function folderError(folder: string, cause: unknown): DatabaseError {
  const reason = (cause as NodeJS.ErrnoException).code ?? String(cause);
  const code =
    reason === "ENOSPC" || reason === "EDQUOT" ? "data-folder-full" : "data-folder-not-writable";
  return new DatabaseError(code, { folder, reason }, { cause });
}
