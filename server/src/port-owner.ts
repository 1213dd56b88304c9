import { readdir, readFile, readlink } from "node:fs/promises";
import { basename } from "node:path";

/** The process that listens on a port, where the system tells (Linux); null where it does not. */
export async function portOwner(port: number): Promise<{ pid: number; name: string } | null> {
  try {
    const socket = await listeningSocket(port);
    if (socket === null) return null;
    for (const pid of await readdir("/proc")) {
      if (/^\d+$/.test(pid) && (await holds(pid, socket))) {
        const [program = ""] = (await readFile(`/proc/${pid}/cmdline`, "utf8")).split("\0");
        return { pid: Number(pid), name: basename(program) };
      }
    }
    return null;
  } catch (error) {
    if (isSystemError(error)) return null;
    throw error;
  }
}

const listening = "0A";

async function listeningSocket(port: number): Promise<string | null> {
  const ending = `:${port.toString(16).toUpperCase().padStart(4, "0")}`;
  for (const table of ["/proc/net/tcp", "/proc/net/tcp6"]) {
    for (const line of (await readFile(table, "utf8")).split("\n").slice(1)) {
      const [, local = "", , state, , , , , , inode] = line.trim().split(/\s+/);
      if (local.endsWith(ending) && state === listening && inode !== undefined) return inode;
    }
  }
  return null;
}

async function holds(pid: string, socket: string): Promise<boolean> {
  try {
    for (const descriptor of await readdir(`/proc/${pid}/fd`)) {
      const target = await readlink(`/proc/${pid}/fd/${descriptor}`);
      if (target === `socket:[${socket}]`) return true;
    }
    return false;
  } catch (error) {
    // Somebody else's process, or one that ended meanwhile.
    if (isSystemError(error)) return false;
    throw error;
  }
}

function isSystemError(error: unknown): boolean {
  return error instanceof Error && "syscall" in error;
}
