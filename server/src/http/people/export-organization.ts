import { createReadStream } from "node:fs";
import { mkdir, open, rm } from "node:fs/promises";
import { join } from "node:path";
import { exportOrganization } from "@koers/business";
import type { Handler } from "../handler.ts";

/**
 * The archive is written to a file first and sent from there: a slow reader holds no transaction open,
 * and what goes wrong shows before the first byte is sent. It stands where what is left behind is swept.
 */
export const exportHandler: Handler<"exportOrganization"> = async (_, call) => {
  const { configuration, newId } = call.services;
  const folder = join(configuration.dataFolder, "uploads");
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, newId());
  const file = await open(path, "wx", 0o600);
  try {
    const fileName = await exportOrganization(await call.context(), async (bytes) => {
      await file.write(bytes);
    });
    await file.close();
    return { fileName, contentType: "application/zip", content: readOnce(path) };
  } catch (error) {
    await file.close();
    await rm(path, { force: true });
    throw error;
  }
};

/** The file's bytes; it goes when they have been read, or nobody reads on. */
async function* readOnce(path: string): AsyncGenerator<Uint8Array> {
  try {
    yield* createReadStream(path) as AsyncIterable<Uint8Array>;
  } finally {
    await rm(path, { force: true });
  }
}
