import type { ClientBase, Pool } from "pg";
import { DatabaseError } from "../database-error.ts";

export type ServerFacts = { readonly version: string; readonly distributed: boolean };

const oldestMajorVersion = 15;

/** What kind of PostgreSQL this is; one that is too old for Koers is refused. */
export async function readServerFacts(connection: Pool | ClientBase): Promise<ServerFacts> {
  const found = await connection.query<{ number: string; version: string; distributed: boolean }>(`
    select current_setting('server_version_num') as number,
      current_setting('server_version') as version,
      exists (select from pg_extension where extname = 'citus') as distributed
  `);
  const [facts] = found.rows;
  if (facts === undefined) throw new RangeError("a select without a table gave no row");
  const version = facts.version.split(" ")[0] ?? facts.version;
  if (Number(facts.number) < oldestMajorVersion * 10_000) {
    throw new DatabaseError("database-version", { found: version, required: oldestMajorVersion });
  }
  return { version, distributed: facts.distributed };
}
