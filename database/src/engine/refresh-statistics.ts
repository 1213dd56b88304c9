import { Client, escapeIdentifier } from "pg";
import { databaseFailure } from "../transaction/database-failure.ts";
import type { Connection } from "./connection.ts";

/** ANALYZE, which only the owner of a table may run on every PostgreSQL from 15 on. */
export async function refreshStatistics(
  owner: Connection,
  tables: readonly string[],
): Promise<void> {
  const client = new Client({ ...owner, application_name: "koers-statistics" });
  client.on("error", () => undefined);
  try {
    await client.connect();
    await client.query(`analyze ${tables.map(escapeIdentifier).join(", ")}`);
  } catch (error) {
    throw databaseFailure(error, "rolled-back");
  } finally {
    await client.end();
  }
}
