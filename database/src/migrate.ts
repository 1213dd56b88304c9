import { Client, escapeIdentifier } from "pg";
import { DatabaseError } from "./database-error.ts";
import type { Connection } from "./engine/connection.ts";
import type { Log } from "./engine/engine-event.ts";
import { type MigrationFile, readMigrationFiles } from "./migration-files.ts";
import { databaseFailure } from "./transaction/database-failure.ts";

type Migration = {
  /** The role that owns the tables. */
  readonly owner: Connection;
  /** The role that is given the use of them. */
  readonly applicationRole: string;
  readonly log: Log;
  readonly files?: readonly MigrationFile[];
};

// "koers", as a number: two that start at once migrate one after the other.
const migrationLock = 0x6b6f657273;

/**
 * Brings the database to the newest migration and returns the names of those that ran. Each runs in
 * its own transaction: one that fails leaves nothing of itself.
 */
export async function migrate(migration: Migration): Promise<readonly string[]> {
  const { files = readMigrationFiles() } = migration;
  const client = new Client({ ...migration.owner, application_name: "koers-migrate" });
  client.on("error", () => undefined);
  try {
    await client.connect();
    await client.query("select pg_advisory_lock($1)", [migrationLock]);
    await client.query(`create table if not exists instance_migration (
      number integer primary key,
      name text not null,
      checksum text not null,
      migrated_at timestamptz not null default now()
    )`);
    const waiting = await findWaiting(client, files);
    for (const file of waiting) await run(client, file, migration.log);
    await grant(client, migration.applicationRole);
    return waiting.map((file) => file.name);
  } catch (error) {
    throw databaseFailure(error, "rolled-back");
  } finally {
    await client.end();
  }
}

async function findWaiting(client: Client, files: readonly MigrationFile[]) {
  const ran = await client.query<{ number: number; name: string; checksum: string }>(
    "select number, name, checksum from instance_migration order by number",
  );
  for (const { number, name, checksum } of ran.rows) {
    const file = files[number - 1];
    if (file === undefined) {
      throw new DatabaseError("database-migration-unknown", { migration: name });
    }
    if (file.checksum !== checksum) {
      throw new DatabaseError("database-migration-changed", { migration: file.name });
    }
  }
  return files.slice(ran.rows.length);
}

async function run(client: Client, file: MigrationFile, log: Log): Promise<void> {
  const startedAt = performance.now();
  try {
    await client.query("begin");
    await client.query(file.sql);
    await client.query(
      "insert into instance_migration (number, name, checksum) values ($1, $2, $3)",
      [file.number, file.name, file.checksum],
    );
    await client.query("commit");
  } catch (cause) {
    await client.query("rollback");
    const { message: reason } = cause as Error;
    throw new DatabaseError(
      "database-migration-failed",
      { migration: file.name, reason },
      { cause },
    );
  }
  const milliseconds = Math.round(performance.now() - startedAt);
  log({ event: "database-migrated", migration: file.name, milliseconds });
}

// Rows, and nothing that row-level security does not see: TRUNCATE would empty every organisation.
async function grant(client: Client, applicationRole: string): Promise<void> {
  const role = escapeIdentifier(applicationRole);
  await client.query(`
    grant usage on schema public to ${role};
    grant select, insert, update, delete on all tables in schema public to ${role};
    grant usage on all sequences in schema public to ${role};
    revoke insert, update, delete on instance_migration from ${role};
  `);
}
