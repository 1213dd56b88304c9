import { spawnSync } from "node:child_process";
import { readFileSync, statSync } from "node:fs";
import { DatabaseError } from "#database-error.ts";
import type { Layout } from "./layout.ts";

/** Whom PostgreSQL runs as when Koers itself runs as root. */
export type UnprivilegedUser = {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
};

const usualNames = ["koers", "postgres", "nobody"];

/**
 * Null when Koers is not root: PostgreSQL then runs as Koers does. Otherwise the user who owns the
 * cluster already, else the first of a few that systems come with.
 */
export function unprivilegedUser(layout: Layout): UnprivilegedUser | null {
  if (process.getuid?.() !== 0) return null;
  const owner = statSync(layout.cluster, { throwIfNoEntry: false });
  if (owner !== undefined && owner.uid !== 0) {
    return { name: nameOf(owner.uid), uid: owner.uid, gid: owner.gid };
  }
  for (const name of usualNames) {
    const uid = identity(name, "-u");
    const gid = identity(name, "-g");
    if (uid !== null && gid !== null && uid !== 0) return { name, uid, gid };
  }
  throw new DatabaseError("engine-user-missing", { tried: usualNames });
}

function identity(name: string, flag: "-u" | "-g"): number | null {
  const found = spawnSync("id", [flag, name], { encoding: "utf8" });
  return found.status === 0 ? Number(found.stdout.trim()) : null;
}

function nameOf(uid: number): string {
  const users = readFileSync("/etc/passwd", "utf8").split("\n");
  return users.find((line) => line.split(":")[2] === String(uid))?.split(":")[0] ?? String(uid);
}
