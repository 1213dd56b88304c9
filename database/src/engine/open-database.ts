import { resolve } from "node:path";
import { applicationRole } from "./application-role.ts";
import { connectDatabase } from "./connect-database.ts";
import type { Database } from "./database.ts";
import { startEmbedded } from "./embedded/start-embedded.ts";
import type { Log } from "./engine-event.ts";
import { applicationPassword } from "./server/application-password.ts";
import { parseDatabaseUrl } from "./server/parse-database-url.ts";
import { prepareServer } from "./server/prepare-server.ts";

export type DatabaseSettings = {
  /** The data folder of Koers. */
  readonly folder: string;
  readonly log: Log;
  /** `DATABASE_URL`: the owner of the tables on a server. Without it the embedded engine is used. */
  readonly url?: string | undefined;
  /** `DATABASE_APPLICATION_URL`: a login made by the server's administrator, to serve with. */
  readonly applicationUrl?: string | undefined;
  readonly poolSize?: number;
};

/** Opens the database that the settings name; `migrate()` comes next. */
export function openDatabase(settings: DatabaseSettings): Promise<Database> {
  return settings.url === undefined || settings.url === ""
    ? openEmbedded(settings)
    : openServer(settings, settings.url);
}

async function openEmbedded({ folder, log, poolSize = 10 }: DatabaseSettings): Promise<Database> {
  const engine = await startEmbedded({ folder, log });
  try {
    const { owner, application } = engine.connections;
    return await connectDatabase({
      embedded: true,
      owner,
      application,
      poolSize,
      log,
      close: engine.stop,
    });
  } catch (error) {
    await engine.stop();
    throw error;
  }
}

async function openServer(settings: DatabaseSettings, url: string): Promise<Database> {
  const { log, poolSize = 10, applicationUrl } = settings;
  const owner = parseDatabaseUrl(url);
  const application = applicationUrl
    ? parseDatabaseUrl(applicationUrl)
    : {
        ...owner,
        user: applicationRole(owner.database),
        password: applicationPassword(owner, resolve(settings.folder)),
      };
  if (!applicationUrl) await prepareServer(owner, application);
  return connectDatabase({
    embedded: false,
    owner,
    application,
    poolSize,
    log,
    close: async () => undefined,
  });
}
