import type { ChildProcess } from "node:child_process";
import { closeSync, openSync, readFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { DatabaseError } from "#database-error.ts";
import type { Log } from "../engine-event.ts";
import type { Endpoint } from "./endpoint.ts";
import type { Layout } from "./layout.ts";
import type { Binaries } from "./locate-binaries.ts";
import { markLogs } from "./new-log-lines.ts";
import { readPostmasterFile } from "./postmaster-file.ts";
import { serverSettings } from "./server-settings.ts";
import { spawnEngine } from "./spawn-engine.ts";
import type { UnprivilegedUser } from "./unprivileged-user.ts";

export type PostmasterSettings = {
  readonly layout: Layout;
  readonly binaries: Binaries;
  readonly user: UnprivilegedUser | null;
  readonly endpoint: Endpoint;
  readonly durable: boolean;
  readonly log: Log;
};

/** A PostgreSQL that accepts connections; `ended` resolves with its last words when it is gone. */
export type Postmaster = {
  readonly pid: number;
  readonly ended: Promise<string>;
  /** From now on this process waits for the end; before, it may end with PostgreSQL running. */
  readonly awaitEnd: () => Promise<string>;
};

/** Starts PostgreSQL and waits, through crash recovery if need be, until it accepts connections. */
export async function runPostmaster(settings: PostmasterSettings): Promise<Postmaster> {
  const { layout, endpoint, durable, log } = settings;
  const newLogLines = markLogs(layout);
  const output = openSync(layout.startLog, "w", 0o600);
  let child: ChildProcess;
  try {
    child = spawnEngine({
      binaries: settings.binaries,
      name: "postgres",
      cluster: layout.cluster,
      user: settings.user,
      options: [...endpoint.options, ...serverSettings(durable)].flatMap((option) => [
        "-c",
        option,
      ]),
      output,
    });
  } finally {
    closeSync(output);
  }
  // A script that is done may end; the supervisor then takes PostgreSQL along.
  child.unref();
  let ending: string | null = null;
  const ended = new Promise<string>((resolve) => {
    function end(words: string) {
      ending = words;
      resolve(words);
    }
    child.once("error", (error) => end(String(error)));
    child.once("exit", (status, signal) => end(signal ?? `exit ${String(status)}`));
  });

  function awaitEnd() {
    if (ending === null) child.ref();
    return ended;
  }

  const startedAt = performance.now();
  let sayNext = 10_000;
  while (ending === null) {
    const found = readPostmasterFile(layout.cluster);
    if (found !== null && found.pid === child.pid && found.ready) {
      return { pid: found.pid, ended, awaitEnd };
    }
    const milliseconds = Math.round(performance.now() - startedAt);
    if (milliseconds > sayNext) {
      log({ event: "engine-recovering", milliseconds });
      sayNext += 10_000;
    }
    await pause(5);
  }
  throw startError(layout, ending, newLogLines());
}

function startError(layout: Layout, ending: string, logged: string): DatabaseError {
  const reason = `${readFileSync(layout.startLog, "utf8")}${logged}`.slice(-4000);
  if (/No space left|quota exceeded/i.test(reason)) {
    return new DatabaseError("data-folder-full", { folder: layout.root, reason: "ENOSPC" });
  }
  return new DatabaseError("engine-not-started", { step: "postgres", ending, reason });
}
