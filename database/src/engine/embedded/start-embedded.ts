import { resolve } from "node:path";
import type { Log } from "../engine-event.ts";
import { createRoles, type EngineConnections } from "./create-roles.ts";
import { chooseEndpoint } from "./endpoint.ts";
import { lockFolder } from "./folder-lock.ts";
import { initializeCluster } from "./initialize-cluster.ts";
import { layoutOf } from "./layout.ts";
import { prepareFolder } from "./prepare-folder.ts";
import { readOrCreateSecrets } from "./secrets.ts";
import { supervise } from "./supervise.ts";
import { unprivilegedUser } from "./unprivileged-user.ts";
import { usableBinaries } from "./usable-binaries.ts";

export type EmbeddedEngine = {
  readonly connections: EngineConnections;
  /** The process id of PostgreSQL; null while it is being started again. */
  readonly pid: () => number | null;
  readonly stop: () => Promise<void>;
};

type EmbeddedSettings = {
  /** The data folder of Koers; the engine keeps to `postgres` inside it. */
  readonly folder: string;
  readonly log: Log;
  /** False for tests only: faster, and worthless after a power cut. */
  readonly durable?: boolean;
};

/**
 * Starts the PostgreSQL that comes with Koers on a data folder, making the cluster on first use.
 * One process owns a folder at a time. Throws a `DatabaseError` that says what is wrong.
 */
export async function startEmbedded(settings: EmbeddedSettings): Promise<EmbeddedEngine> {
  const { log, durable = true } = settings;
  const layout = layoutOf(resolve(settings.folder));
  prepareFolder(layout);
  const unlock = lockFolder(layout, log);
  try {
    const user = unprivilegedUser(layout);
    if (user !== null) log({ event: "engine-runs-as", user: user.name, uid: user.uid });
    const binaries = usableBinaries(layout, user, log);
    const secrets = readOrCreateSecrets(layout);
    await initializeCluster({ layout, binaries, user, password: secrets.administrator, log });
    const endpoint = await chooseEndpoint(layout.cluster);
    const supervisor = await supervise({ layout, binaries, user, endpoint, durable, log });
    try {
      const connections = await createRoles(endpoint, secrets);
      return {
        connections,
        pid: supervisor.pid,
        async stop() {
          await supervisor.stop();
          unlock();
        },
      };
    } catch (error) {
      await supervisor.stop();
      throw error;
    }
  } catch (error) {
    unlock();
    throw error;
  }
}
