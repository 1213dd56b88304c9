import pg from "pg";
import type { Office } from "./office.ts";

// Grow whatever happens and say so themselves: the log of what was done, the version that counts changes.
const growing = new Set(["audit_entry"]);

/** Every row of every table of an organisation as sorted text, to compare before and after. */
export async function dumpRows(
  office: Office,
): Promise<Readonly<Record<string, readonly string[]>>> {
  const client = new pg.Client(office.database.connections.administrator);
  await client.connect();
  try {
    const tables = await client.query<{ name: string }>(
      `select c.relname as name from pg_class c
       join pg_attribute a on a.attrelid = c.oid and a.attname = 'organization_id'
       where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
       order by 1`,
    );
    const dump: Record<string, readonly string[]> = {};
    for (const { name } of tables.rows) {
      if (growing.has(name)) continue;
      const rows = await client.query<{ row: string }>(
        `select (to_jsonb(t) - 'data_version')::text as row from "${name}" t
         where organization_id = $1 order by 1`,
        [office.context.organizationId],
      );
      if (rows.rows.length > 0) dump[name] = rows.rows.map(({ row }) => row);
    }
    return dump;
  } finally {
    await client.end();
  }
}
