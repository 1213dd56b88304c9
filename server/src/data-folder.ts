import { mkdir, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { StartError } from "./start-error.ts";

/** Makes the data folder and finds out by writing whether it can be written to. */
export async function prepareDataFolder(folder: string): Promise<void> {
  const probe = join(folder, `.koers-probe-${process.pid}`);
  try {
    await makeFolder(folder);
    await writeFile(probe, "");
    await rm(probe);
  } catch (error) {
    const code = (error as { code?: unknown }).code;
    if (typeof code !== "string") throw error;
    throw new StartError("data-folder-not-writable", { folder, reason: code });
  }
}

/** With those above it. Not by Node's own `recursive`, which never ends where nothing can be made (/proc). */
async function makeFolder(folder: string): Promise<void> {
  const made = await tryMake(folder);
  if (made || dirname(folder) === folder) return;
  await makeFolder(dirname(folder));
  await mkdir(folder).catch((error: { code?: string }) => {
    if (error.code !== "EEXIST") throw error;
  });
}

async function tryMake(folder: string): Promise<boolean> {
  try {
    await mkdir(folder);
    return true;
  } catch (error) {
    const { code } = error as { code?: string };
    if (code === "EEXIST") return true;
    if (code === "ENOENT") return false;
    throw error;
  }
}
