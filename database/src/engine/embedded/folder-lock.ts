import { randomUUID } from "node:crypto";
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { DatabaseError } from "#database-error.ts";
import type { Log } from "../engine-event.ts";
import type { Layout } from "./layout.ts";
import { folderError } from "./prepare-folder.ts";
import { processStart } from "./process-identity.ts";

type Owner = { readonly pid: number; readonly started: string | null; readonly token: string };

/**
 * Takes the data folder for this process and returns how to give it back. A lock whose process is
 * gone (kill -9, power cut) is taken over; one whose process lives is an error.
 */
export function lockFolder(layout: Layout, log: Log): () => void {
  const mine: Owner = {
    pid: process.pid,
    started: processStart(process.pid),
    token: randomUUID(),
  };
  const draft = `${layout.lock}.${mine.token}`;
  try {
    writeFileSync(draft, JSON.stringify(mine), { mode: 0o600 });
  } catch (cause) {
    throw folderError(layout.root, cause);
  }
  try {
    // A link either appears whole or not at all, so a reader never sees half a lock.
    while (!tryLink(draft, layout.lock)) {
      const owner = readOwner(layout.lock);
      if (owner === null) continue;
      if (lives(owner)) {
        throw new DatabaseError("data-folder-in-use", { folder: layout.root, pid: owner.pid });
      }
      log({ event: "engine-lock-stale", pid: owner.pid });
      removeIfOwnedBy(layout.lock, owner.token, `${draft}.stale`);
    }
  } finally {
    rmSync(draft, { force: true });
  }
  return () => removeIfOwnedBy(layout.lock, mine.token, `${draft}.released`);
}

function lives(owner: Owner): boolean {
  const started = processStart(owner.pid);
  return started !== null && started === owner.started;
}

function tryLink(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw folderError(to, cause);
  }
}

function readOwner(path: string): Owner | null {
  try {
    return JSON.parse(readFileSync(path, "utf8")) as Owner;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    // A lock torn by a power cut names nobody.
    if (error instanceof SyntaxError) return { pid: 0, started: "torn", token: "" };
    throw error;
  }
}

// Renaming first makes sure that of two who find the same stale lock only one removes it, and that a
// lock taken in between is put back.
function removeIfOwnedBy(path: string, token: string, aside: string): void {
  try {
    renameSync(path, aside);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return;
    throw error;
  }
  if (readOwner(aside)?.token !== token) tryLink(aside, path);
  rmSync(aside, { force: true });
}
