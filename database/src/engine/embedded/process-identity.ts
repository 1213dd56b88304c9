import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";

/**
 * When a process started, in whatever words the system has for it, or null if there is no such
 * process. Number and start together name a process; the number alone is given out again.
 */
export function processStart(pid: number): string | null {
  if (process.platform === "linux") return linuxProcessStart(pid);
  if (!isAlive(pid)) return null;
  if (process.platform === "win32") return "unknown";
  const found = spawnSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8" });
  return found.status === 0 ? found.stdout.trim() : null;
}

function linuxProcessStart(pid: number): string | null {
  try {
    const boot = readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
    const status = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The name in brackets may hold anything; fields are counted from behind it.
    const fields = status.slice(status.lastIndexOf(")") + 2).split(" ");
    if (fields[0] === "Z" || fields[0] === "X") return null;
    return `${boot} ${fields[19]}`;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT" || code === "ESRCH") return null;
    throw error;
  }
}

export function isAlive(pid: number): boolean {
  if (process.platform === "linux") return linuxProcessStart(pid) !== null;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
