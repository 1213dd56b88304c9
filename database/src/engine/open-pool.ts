import { Pool } from "pg";
import type { Connection } from "./connection.ts";
import type { Log } from "./engine-event.ts";
import { valueTypes } from "./value-types.ts";

/**
 * Connections of one role. One that is lost is dropped and the next caller gets a new one, so a
 * restarted database is found again without doing anything.
 */
export function openPool(connection: Connection, size: number, log: Log): Pool {
  const pool = new Pool({
    ...connection,
    max: size,
    types: valueTypes,
    application_name: "koers",
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 30_000,
    keepAlive: true,
    allowExitOnIdle: true,
  });
  pool.on("connect", (client) => {
    // Whoever holds the client hears of it from its query; without a listener the process would end.
    client.on("error", (error) =>
      log({ event: "database-connection-lost", reason: error.message }),
    );
  });
  // The same for a client that nobody holds; the pool has dropped it already.
  pool.on("error", () => undefined);
  return pool;
}
