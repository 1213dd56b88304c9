import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, openSync } from "node:fs";
import { type Binaries, binary } from "./locate-binaries.ts";
import type { UnprivilegedUser } from "./unprivileged-user.ts";

type EngineCommand = {
  readonly binaries: Binaries;
  readonly name: "postgres" | "initdb" | "pg_ctl";
  readonly cluster: string;
  readonly user: UnprivilegedUser | null;
  readonly options: readonly string[];
  /** Files handed over open, so that their place need not be readable to the engine's user. */
  readonly input?: number;
  readonly output: number | "pipe";
};

/**
 * Starts one of PostgreSQL's programs on a cluster.
 *
 * Where Koers is root on Linux, the cluster is handed over as an open folder and named
 * /proc/self/fd/3: the engine's user owns the cluster but may not walk the way to it (/root is 0700).
 */
export function spawnEngine(command: EngineCommand): ChildProcess {
  const byHandle = command.user !== null && process.platform === "linux";
  const handle = byHandle ? openSync(command.cluster, "r") : null;
  try {
    return spawn(
      binary(command.binaries, command.name),
      ["-D", handle === null ? command.cluster : "/proc/self/fd/3", ...command.options],
      {
        cwd: "/",
        // A session of its own: Ctrl+C in the terminal is for Koers, which then stops the engine.
        detached: true,
        env: engineEnvironment(),
        stdio: [
          command.input ?? "ignore",
          command.output,
          command.output,
          ...(handle === null ? [] : [handle]),
        ],
        ...(command.user === null ? {} : { uid: command.user.uid, gid: command.user.gid }),
      },
    );
  } finally {
    if (handle !== null) closeSync(handle);
  }
}

// Nothing of the caller's PG* settings, locale or secrets reaches the engine. Windows cannot start a
// program without these two.
function engineEnvironment(): Record<string, string> {
  const kept = process.platform === "win32" ? ["SystemRoot", "PATH"] : [];
  return Object.fromEntries(kept.map((name) => [name, process.env[name] ?? ""]));
}
