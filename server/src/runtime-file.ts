import { readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** How the command line on this machine finds and enters the server that runs on a data folder. */
export type RuntimeFile = { readonly pid: number; readonly url: string; readonly token: string };

function pathIn(dataFolder: string): string {
  return join(dataFolder, "koers.json");
}

/** Readable by the user that Koers runs as and nobody else, since its token opens everything. */
export async function writeRuntimeFile(dataFolder: string, content: RuntimeFile): Promise<void> {
  const path = pathIn(dataFolder);
  const fresh = `${path}.${process.pid}`;
  await rm(fresh, { force: true });
  await writeFile(fresh, `${JSON.stringify(content)}\n`, { mode: 0o600, flag: "wx" });
  await rename(fresh, path);
}

/** The server that runs on this folder; null when none does. */
export async function readRuntimeFile(dataFolder: string): Promise<RuntimeFile | null> {
  let text: string;
  try {
    text = await readFile(pathIn(dataFolder), "utf8");
  } catch (error) {
    const { code } = error as { code?: string };
    if (code === "ENOENT" || code === "ENOTDIR") return null;
    throw error;
  }
  const content = JSON.parse(text) as RuntimeFile;
  return isRunning(content.pid) ? content : null;
}

/** Takes the file away if it is still this process's own. */
export async function removeRuntimeFile(dataFolder: string): Promise<void> {
  const content = await readRuntimeFile(dataFolder);
  if (content?.pid === process.pid) await rm(pathIn(dataFolder), { force: true });
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // It runs, as somebody else.
    return (error as { code?: string }).code === "EPERM";
  }
}
