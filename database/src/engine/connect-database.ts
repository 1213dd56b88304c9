import { migrate } from "../migrate.ts";
import type { MigrationFile } from "../migration-files.ts";
import { databaseFailure } from "../transaction/database-failure.ts";
import { withInstance } from "../transaction/with-instance.ts";
import { withOrganization } from "../transaction/with-organization.ts";
import type { Connection } from "./connection.ts";
import type { Database } from "./database.ts";
import type { Log } from "./engine-event.ts";
import { openPool } from "./open-pool.ts";
import { refreshStatistics } from "./refresh-statistics.ts";
import { readServerFacts } from "./server-facts.ts";
import { requireBoundRole } from "./serving-role.ts";

type ConnectSettings = {
  readonly embedded: boolean;
  readonly owner: Connection;
  readonly application: Connection;
  readonly poolSize: number;
  readonly log: Log;
  readonly migrations?: readonly MigrationFile[];
  /** What else ends when the database is closed. */
  readonly close: () => Promise<void>;
};

/** Connects to a database whose roles exist. */
export async function connectDatabase(settings: ConnectSettings): Promise<Database> {
  const { owner, application, log } = settings;
  const pool = openPool(application, settings.poolSize, log);
  try {
    const facts = await readServerFacts(pool);
    await requireBoundRole(pool);
    const kind = facts.distributed ? "distributed" : "server";
    return {
      engine: settings.embedded ? "embedded" : kind,
      version: facts.version,
      async migrate() {
        const ran = await migrate({
          owner,
          applicationRole: application.user,
          log,
          ...(settings.migrations === undefined ? {} : { files: settings.migrations }),
        });
        // Now that there are tables, it shows whether the application owns one.
        await requireBoundRole(pool);
        return ran;
      },
      withOrganization: (organizationId, work, options) =>
        withOrganization(pool, facts.distributed, organizationId, work, options),
      withInstance: (work, options) => withInstance(pool, work, options),
      refreshStatistics: (tables) => refreshStatistics(owner, tables),
      async ping() {
        try {
          await pool.query("select 1");
        } catch (error) {
          throw databaseFailure(error, "rolled-back");
        }
      },
      async close() {
        await pool.end();
        await settings.close();
      },
    };
  } catch (error) {
    await pool.end();
    throw databaseFailure(error, "rolled-back");
  }
}
