import { readFile, rename, rm, writeFile } from "node:fs/promises";
import { connect } from "node:net";
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
  const content = await readContent(dataFolder);
  if (content === null || !isRunning(content.pid)) return null;
  // Its number may be another program's by now, after a power cut or in a container.
  return content.pid === process.pid || (await answers(content.url)) ? content : null;
}

/** Takes the file away if it is still this process's own. */
export async function removeRuntimeFile(dataFolder: string): Promise<void> {
  const content = await readContent(dataFolder);
  if (content?.pid === process.pid) await rm(pathIn(dataFolder), { force: true });
}

async function readContent(dataFolder: string): Promise<RuntimeFile | null> {
  try {
    return JSON.parse(await readFile(pathIn(dataFolder), "utf8")) as RuntimeFile;
  } catch (error) {
    const { code } = error as { code?: string };
    // A file torn by a power cut names nobody.
    if (code === "ENOENT" || code === "ENOTDIR" || error instanceof SyntaxError) return null;
    throw error;
  }
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

/** Whether somebody listens there. */
function answers(url: string): Promise<boolean> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve) => {
    const socket = connect({ host: hostname.replace(/^\[|\]$/g, ""), port: Number(port) });
    const end = (answer: boolean) => {
      socket.destroy();
      resolve(answer);
    };
    socket.setTimeout(2000, () => end(true));
    socket.once("connect", () => end(true));
    socket.once("error", () => end(false));
  });
}
