import { spawnSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { DatabaseError } from "#database-error.ts";
import type { Log } from "../engine-event.ts";
import type { Layout } from "./layout.ts";
import { linkLibraries } from "./library-links.ts";
import { type Binaries, binary, locateBinaries } from "./locate-binaries.ts";
import type { UnprivilegedUser } from "./unprivileged-user.ts";

/**
 * Binaries that the user who shall run them can run: the package's own where possible, else a copy
 * made once (a checkout under a 0700 home, a package folder that cannot be written).
 */
export function usableBinaries(
  layout: Layout,
  user: UnprivilegedUser | null,
  log: Log,
  packaged: Binaries = locateBinaries(),
): Binaries {
  if (linkLibraries(packaged.folder) && runs(packaged, user)) return packaged;

  const places = user === null ? [layout.binaries] : ["/var/cache/koers", join(tmpdir(), "koers")];
  for (const place of places) {
    const copied: Binaries = { ...packaged, folder: join(place, packaged.version, "native") };
    if (!prepareOwnFolder(place, user)) continue;
    if (!existsSync(copied.folder)) {
      copyBinaries(packaged.folder, join(place, packaged.version));
      log({ event: "engine-binaries-copied", from: packaged.folder, to: copied.folder });
    }
    if (runs(copied, user)) return copied;
  }
  throw new DatabaseError("engine-not-started", {
    reason: "binaries-not-runnable",
    folder: packaged.folder,
    tried: places,
    user: user?.name,
  });
}

function runs(binaries: Binaries, user: UnprivilegedUser | null): boolean {
  const tried = spawnSync(binary(binaries, "postgres"), ["--version"], {
    cwd: "/",
    env: {},
    ...(user === null ? {} : { uid: user.uid, gid: user.gid }),
  });
  return tried.status === 0;
}

// A folder that another user could have made, or can write, might hold someone else's binaries.
function prepareOwnFolder(place: string, user: UnprivilegedUser | null): boolean {
  const mode = user === null ? 0o700 : 0o755;
  try {
    mkdirSync(place, { recursive: true, mode });
    const found = statSync(place);
    if (found.uid !== (process.getuid?.() ?? found.uid)) return false;
    chmodSync(place, mode);
    return true;
  } catch {
    // Not this place then: the caller tries the next and reports when none is left.
    return false;
  }
}

function copyBinaries(from: string, to: string): void {
  const draft = `${to}.${randomUUID()}`;
  cpSync(from, join(draft, "native"), {
    recursive: true,
    verbatimSymlinks: true,
    // What compiling against PostgreSQL would need is a third of the package.
    filter: (source) =>
      !source.endsWith(".a") && basename(source) !== "pgxs" && basename(source) !== "include",
  });
  if (process.platform !== "win32") makeReadable(draft);
  linkLibraries(join(draft, "native"));
  try {
    renameSync(draft, to);
  } catch (error) {
    // Another Koers was first.
    if (!existsSync(join(to, "native"))) throw error;
    rmSync(draft, { recursive: true, force: true });
  }
}

// Neither the umask of the installation nor that of this process may keep the other user out.
function makeReadable(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isSymbolicLink()) chmodSync(join(entry.parentPath, entry.name), 0o755);
  }
}
