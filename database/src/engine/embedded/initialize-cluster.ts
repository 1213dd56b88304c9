import type { ChildProcess } from "node:child_process";
import {
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { DatabaseError } from "#database-error.ts";
import type { Log } from "../engine-event.ts";
import type { Layout } from "./layout.ts";
import { type Binaries, embeddedMajorVersion } from "./locate-binaries.ts";
import { folderError } from "./prepare-folder.ts";
import { spawnEngine } from "./spawn-engine.ts";
import type { UnprivilegedUser } from "./unprivileged-user.ts";

/** The role that PostgreSQL itself is kept with; nothing of Koers works as it. */
export const administratorRole = "koers_engine";

type Initialization = {
  readonly layout: Layout;
  readonly binaries: Binaries;
  readonly user: UnprivilegedUser | null;
  readonly password: string;
  readonly log: Log;
};

/**
 * Makes the cluster if there is none: UTF-8 with the built-in C.UTF-8 collation (the same order on
 * every machine), data checksums, passwords on every connection. It is made aside and renamed, so an
 * interrupted first start leaves nothing that looks finished.
 */
export async function initializeCluster(initialization: Initialization): Promise<void> {
  const { layout, log } = initialization;
  if (existsSync(join(layout.cluster, "PG_VERSION"))) {
    requireSameMajorVersion(layout);
    return;
  }
  const startedAt = performance.now();
  const draft = `${layout.cluster}.new`;
  try {
    rmSync(draft, { recursive: true, force: true });
    mkdirSync(draft, { mode: 0o700 });
    const { user } = initialization;
    if (user !== null) chownSync(draft, user.uid, user.gid);
  } catch (cause) {
    throw folderError(layout.root, cause);
  }
  await runInitdb(initialization, draft);
  renameSync(draft, layout.cluster);
  const milliseconds = Math.round(performance.now() - startedAt);
  log({ event: "engine-initialized", folder: layout.cluster, milliseconds });
}

function requireSameMajorVersion(layout: Layout): void {
  const found = Number(readFileSync(join(layout.cluster, "PG_VERSION"), "utf8").trim());
  if (found !== embeddedMajorVersion) {
    throw new DatabaseError("data-folder-incompatible", {
      folder: layout.cluster,
      found,
      required: embeddedMajorVersion,
    });
  }
}

async function runInitdb(initialization: Initialization, cluster: string): Promise<void> {
  const { layout, binaries, user, password } = initialization;
  const passwordFile = join(layout.root, "initial-password");
  try {
    writeFileSync(passwordFile, password, { mode: 0o600 });
    if (user !== null) chownSync(passwordFile, user.uid, user.gid);
    const input = openSync(passwordFile, "r");
    const handedOver = user !== null && process.platform === "linux";
    const run = spawnEngine({
      binaries,
      name: "initdb",
      cluster,
      user,
      options: [
        `--username=${administratorRole}`,
        `--pwfile=${handedOver ? "/proc/self/fd/0" : passwordFile}`,
        "--auth=scram-sha-256",
        "--encoding=UTF8",
        "--locale=C",
        "--locale-provider=builtin",
        "--builtin-locale=C.UTF-8",
        "--data-checksums",
        "--no-instructions",
      ],
      input,
      output: "pipe",
    });
    closeSync(input);
    const { status, text } = await finished(run);
    if (status === 0) return;
    if (/No space left|quota exceeded/i.test(text)) {
      throw new DatabaseError("data-folder-full", { folder: layout.root, reason: "ENOSPC" });
    }
    throw new DatabaseError("engine-not-started", {
      step: "initdb",
      status,
      reason: text.slice(-2000),
    });
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

function finished(run: ChildProcess): Promise<{ status: number | null; text: string }> {
  return new Promise((resolve) => {
    let text = "";
    run.stdout?.on("data", (part: Buffer) => {
      text += part.toString();
    });
    run.stderr?.on("data", (part: Buffer) => {
      text += part.toString();
    });
    run.once("error", (error) => resolve({ status: null, text: String(error) }));
    run.once("close", (status) => resolve({ status, text }));
  });
}
