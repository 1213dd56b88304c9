import { spawnSync } from "node:child_process";
import { readlinkSync, realpathSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { DatabaseError } from "#database-error.ts";
import type { Log } from "../engine-event.ts";
import type { Layout } from "./layout.ts";
import { disownPostmasterFile, readPostmasterFile } from "./postmaster-file.ts";
import { isAlive } from "./process-identity.ts";

/**
 * A Koers that was killed leaves its PostgreSQL running. It is stopped rather than adopted: this
 * process then starts its own with its own settings, as a child whose end it hears of.
 */
export async function stopOrphan(layout: Layout, log: Log): Promise<void> {
  const found = readPostmasterFile(layout.cluster);
  if (found === null) return;
  // Gone, or a stranger's number now, or dead but not yet taken note of by its parent (in a container
  // whose first process never does): PostgreSQL would take all but the first for a running server.
  if (!isAlive(found.pid) || !isOurs(found.pid, layout.cluster)) {
    disownPostmasterFile(layout.cluster);
    return;
  }
  log({ event: "engine-orphan-stopped", pid: found.pid });
  await stopProcess(found.pid);
}

/** Fast shutdown (clients are cut off, everything committed is on disk), then ever less polite. */
export async function stopProcess(pid: number): Promise<void> {
  const steps = [
    { signal: "SIGINT", milliseconds: 15_000 },
    { signal: "SIGQUIT", milliseconds: 10_000 },
    { signal: "SIGKILL", milliseconds: 5_000 },
  ] as const;
  for (const { signal, milliseconds } of steps) {
    signalProcess(pid, signal);
    const until = performance.now() + milliseconds;
    while (performance.now() < until) {
      if (!isAlive(pid)) return;
      await pause(5);
    }
  }
  throw new DatabaseError("engine-not-started", { reason: "process-does-not-end", pid });
}

export function signalProcess(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}

function isOurs(pid: number, cluster: string): boolean {
  if (process.platform === "linux") {
    // PostgreSQL works from inside its cluster.
    try {
      return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(cluster);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === "EACCES" || code === "EPERM" || code === "ENOENT") return false;
      throw error;
    }
  }
  if (process.platform === "win32") return true;
  const command = spawnSync("ps", ["-o", "command=", "-p", String(pid)], { encoding: "utf8" });
  return command.stdout.includes(cluster);
}
