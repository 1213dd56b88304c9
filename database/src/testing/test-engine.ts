import { randomBytes } from "node:crypto";
import { Client, escapeIdentifier } from "pg";
import { createRole, grantToApplication } from "../engine/application-role.ts";
import type { Connection } from "../engine/connection.ts";
import { parseDatabaseUrl } from "../engine/server/parse-database-url.ts";
import { migrate } from "../migrate.ts";
import { startTemporaryEngine } from "./temporary-engine.ts";

/** What a test needs to make itself a database: sent from the main process to the workers as JSON. */
export type TestEngine = {
  readonly kind: "embedded" | "server";
  readonly administrator: Connection;
  readonly owner: Connection;
  readonly application: Connection;
  /** A migrated database to copy. */
  readonly template: string;
};

export type RunningTestEngine = { readonly engine: TestEngine; readonly stop: () => Promise<void> };

/**
 * One engine with one migrated template for a whole test run: the embedded one in a temporary folder,
 * or the server that KOERS_TEST_DATABASE_URL names (a role that may create roles and databases).
 */
export async function startTestEngine(): Promise<RunningTestEngine> {
  const { KOERS_TEST_DATABASE_URL: url } = process.env;
  if (url !== undefined && url !== "") return prepareTestServer(parseDatabaseUrl(url));
  const { connections, stop } = await startTemporaryEngine();
  const { administrator, owner, application } = connections;
  await migrateTemplate(owner, application);
  return {
    engine: { kind: "embedded", administrator, owner, application, template: owner.database },
    stop,
  };
}

async function prepareTestServer(administrator: Connection): Promise<RunningTestEngine> {
  const run = `koers_test_${randomBytes(4).toString("hex")}`;
  const owner = { ...administrator, ...login(`${run}_owner`), database: run };
  const application = { ...administrator, ...login(`${run}_application`), database: run };
  const client = new Client(administrator);
  await client.connect();
  try {
    await createRole(client, owner.user, owner.password);
    await createRole(client, application.user, application.password);
    await client.query(
      `create database ${run} template template0 encoding 'UTF8' locale 'C' owner ${escapeIdentifier(owner.user)}`,
    );
    await grantToApplication(client, run, application.user);
  } finally {
    await client.end();
  }
  await migrateTemplate(owner, application);
  return {
    engine: { kind: "server", administrator, owner, application, template: run },
    stop: () => removeTestServer(administrator, run),
  };
}

function login(user: string) {
  return { user, password: randomBytes(16).toString("hex") };
}

async function migrateTemplate(owner: Connection, application: Connection): Promise<void> {
  await migrate({ owner, applicationRole: application.user, log: () => undefined });
}

async function removeTestServer(administrator: Connection, run: string): Promise<void> {
  const client = new Client(administrator);
  await client.connect();
  try {
    const databases = await client.query<{ name: string }>(
      "select datname as name from pg_database where starts_with(datname, $1)",
      [run],
    );
    for (const { name } of databases.rows) {
      await client.query(`drop database ${escapeIdentifier(name)} with (force)`);
    }
    await client.query(`drop role ${run}_owner, ${run}_application`);
  } finally {
    await client.end();
  }
}
