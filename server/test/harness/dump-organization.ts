import { organizationTables } from "@koers/database";
import { Client } from "pg";
import type { TestServer } from "./test-server.ts";

/** Every row of an organisation in every table, as the superuser sees them. */
export async function dumpOrganization(
  server: TestServer,
  organizationId: string,
): Promise<Readonly<Record<string, readonly string[]>>> {
  const client = new Client(server.database.connections.administrator);
  await client.connect();
  try {
    const rows: Record<string, readonly string[]> = {};
    for (const table of organizationTables) {
      const name = client.escapeIdentifier(table);
      const found = await client.query<{ row: string }>(
        `select to_jsonb(t)::text as row from ${name} t where organization_id = $1 order by 1`,
        [organizationId],
      );
      rows[table] = found.rows.map(({ row }) => row);
    }
    return rows;
  } finally {
    await client.end();
  }
}
