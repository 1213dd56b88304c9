import { setTimeout as sleep } from "node:timers/promises";
import { DatabaseError } from "@koers/database";
import { readRuntimeFile } from "./runtime-file.ts";
import { StartError } from "./start-error.ts";

const patience = 30_000;

/**
 * Opens what one process at a time can have: waits some seconds for a command that is at work on the
 * data folder. Throws `already-running` where a server has it, and that can be asked instead.
 */
export async function whenFolderIsFree<Opened>(
  dataFolder: string,
  open: () => Promise<Opened>,
): Promise<Opened> {
  const until = performance.now() + patience;
  for (;;) {
    try {
      return await open();
    } catch (error) {
      if (!(error instanceof DatabaseError) || error.code !== "data-folder-in-use") throw error;
      const other = await readRuntimeFile(dataFolder);
      if (other !== null && other.pid !== process.pid) {
        throw new StartError("already-running", { url: other.url, pid: other.pid });
      }
      if (performance.now() > until) throw error;
      await sleep(200);
    }
  }
}
