import { Client, escapeIdentifier } from "pg";
import { applicationRole, createRole, grantToApplication } from "../application-role.ts";
import type { Connection } from "../connection.ts";
import { administratorRole } from "./initialize-cluster.ts";
import type { Secrets } from "./secrets.ts";

const ownerRole = "koers_owner";
const databaseName = "koers";

export type EngineConnections = {
  /** Superuser of the embedded cluster: to make roles and databases, nothing else. */
  readonly administrator: Connection;
  /** Owns the tables and migrates them; forced row-level security binds it too. */
  readonly owner: Connection;
  /** What Koers serves with. */
  readonly application: Connection;
};

/** Makes the two roles and the database of Koers where they are missing. */
export async function createRoles(
  endpoint: { readonly host: string; readonly port: number },
  secrets: Secrets,
): Promise<EngineConnections> {
  const { host, port } = endpoint;
  const connections: EngineConnections = {
    administrator: {
      host,
      port,
      user: administratorRole,
      password: secrets.administrator,
      database: "postgres",
    },
    owner: { host, port, user: ownerRole, password: secrets.owner, database: databaseName },
    application: {
      host,
      port,
      user: applicationRole(databaseName),
      password: secrets.application,
      database: databaseName,
    },
  };
  const client = new Client(connections.administrator);
  await client.connect();
  try {
    await createMissing(client, connections);
  } finally {
    await client.end();
  }
  return connections;
}

async function createMissing(client: Client, { owner, application }: EngineConnections) {
  const found = await client.query<{ name: string }>(
    "select rolname as name from pg_roles union all select datname from pg_database",
  );
  const names = new Set(found.rows.map((row) => row.name));
  for (const role of [owner, application]) {
    if (!names.has(role.user)) await createRole(client, role.user, role.password);
  }
  if (names.has(databaseName)) return;
  // CREATE DATABASE is all or nothing and comes last: where the database stands, all stands.
  const database = escapeIdentifier(databaseName);
  await client.query(`create database ${database} owner ${escapeIdentifier(owner.user)}`);
  await grantToApplication(client, databaseName, application.user);
}
