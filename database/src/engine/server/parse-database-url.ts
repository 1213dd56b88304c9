import { Client } from "pg";
import { DatabaseError } from "#database-error.ts";
import type { Connection } from "../connection.ts";

/** A `postgres://` address as the driver reads it, sslmode and socket folders included. */
export function parseDatabaseUrl(url: string): Connection {
  if (!/^postgres(ql)?:\/\//.test(url)) throw new DatabaseError("database-url-invalid");
  try {
    const { host, port, user, password, database, ssl } = new Client({
      connectionString: url,
    }) as Client & { readonly ssl: boolean };
    if (user === undefined || database === undefined) throw new RangeError("user or database");
    return { host, port, user, password: password ?? "", database, ssl };
  } catch (cause) {
    // Neither the address nor the cause is told: a password stands in it.
    const { name } = cause as Error;
    throw new DatabaseError("database-url-invalid", { reason: name });
  }
}
