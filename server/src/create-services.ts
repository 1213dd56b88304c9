import { randomBytes, randomInt, randomUUID } from "node:crypto";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { createPasswords, type ImportDesk } from "@koers/business";
import { type Database, type Log, openDatabase } from "@koers/database";
import { type Configuration, isLoopback } from "./configuration.ts";
import { prepareDataFolder } from "./data-folder.ts";
import type { WriteLog } from "./log.ts";
import type { Services } from "./services.ts";
import { openImportDesk } from "./uploads/open-import-desk.ts";
import { readersInThread } from "./uploads/readers-in-thread.ts";
import { createUploads } from "./uploads/uploads.ts";
import { whenFolderIsFree } from "./when-folder-is-free.ts";

export type RunningServices = Services & { readonly close: () => Promise<void> };

/** The services of a real server. The database is opened by the first who asks for it. */
export function createServices(configuration: Configuration, log: WriteLog): RunningServices {
  let opening: Promise<Database> | undefined;
  const open = async () => {
    await prepareDataFolder(configuration.dataFolder);
    const database = await whenFolderIsFree(configuration.dataFolder, () =>
      openDatabase({
        folder: configuration.dataFolder,
        url: configuration.databaseUrl,
        applicationUrl: configuration.databaseApplicationUrl,
        log: engineLog(log),
      }),
    );
    try {
      await database.migrate();
      return database;
    } catch (error) {
      await database.close();
      throw error;
    }
  };
  const now = () => new Date();
  const uploads = createUploads({
    folder: join(configuration.dataFolder, "uploads"),
    now,
    newId: randomUUID,
  });
  const readers = readersInThread();
  let desk: Promise<ImportDesk> | undefined;
  const database = () => {
    opening ??= open().catch((error: unknown) => {
      // A database that was away is asked again by the next who needs it.
      opening = undefined;
      throw error;
    });
    return opening;
  };
  return {
    configuration,
    log,
    now,
    newId: randomUUID,
    randomBytes,
    sleep: (milliseconds) => sleep(milliseconds),
    passwords: createPasswords(randomBytes),
    uploads,
    readers,
    localToken: randomBytes(32).toString("base64url"),
    setupCode: isLoopback(configuration.host) ? null : newSetupCode(),
    database,
    async importDesk() {
      const opened = await database();
      desk ??= Promise.resolve(openImportDesk(opened, uploads, now, readers));
      return desk;
    },
    async close() {
      await readers.close();
      const database = await opening?.catch(() => undefined);
      await database?.close();
    },
  };
}

const letters = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

/** Twelve characters without look-alikes: sixty bits. */
function newSetupCode(): string {
  const group = () => Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join("");
  return [group(), group(), group()].join("-");
}

function engineLog(log: WriteLog): Log {
  return (event) =>
    log("info", {
      event: "engine",
      what: event.event,
      ...("milliseconds" in event ? { milliseconds: event.milliseconds } : {}),
    });
}
