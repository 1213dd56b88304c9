import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** What a running PostgreSQL says of itself in `postmaster.pid`. */
export type PostmasterFile = { readonly pid: number; readonly ready: boolean };

export function readPostmasterFile(cluster: string): PostmasterFile | null {
  try {
    const lines = readFileSync(join(cluster, "postmaster.pid"), "utf8").split("\n");
    const pid = Number(lines[0]);
    if (!Number.isInteger(pid) || pid <= 0) return null;
    return { pid, ready: lines[7]?.trim() === "ready" };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}

// Above the highest number that any of the three systems gives to a process.
const nobodysPid = 99_999_999;

/**
 * Says that the process named in the file is gone, where PostgreSQL would think that it still runs and
 * refuse to start; the lock of its socket, which names the same process, goes. The rest of the file
 * stays, for by it PostgreSQL finds out whether a stray backend still holds the shared memory.
 */
export function disownPostmasterFile(cluster: string): void {
  const path = join(cluster, "postmaster.pid");
  writeFileSync(path, readFileSync(path, "utf8").replace(/^\d+/, String(nobodysPid)));
  for (const name of readdirSync(cluster)) {
    if (/^\.s\.PGSQL\.\d+\.lock$/.test(name)) rmSync(join(cluster, name));
  }
}
