import { Client } from "pg";
import { DatabaseError } from "#database-error.ts";
import { databaseFailure, sqlState } from "#transaction/database-failure.ts";
import {
  createRoleStatements,
  grantToApplication,
  renewPasswordStatement,
} from "../application-role.ts";
import type { Connection } from "../connection.ts";
import { readServerFacts } from "../server-facts.ts";

// Beside the lock of the migrations: one starter at a time looks at the role.
const roleLock = 0x6b6f657274;

/** Sees to it that the application role exists on a server and can log in with its password. */
export async function prepareServer(owner: Connection, application: Connection): Promise<void> {
  const client = new Client({ ...owner, application_name: "koers-start" });
  client.on("error", () => undefined);
  try {
    await client.connect();
    await readServerFacts(client);
    await client.query("select pg_advisory_lock($1)", [roleLock]);
    if (await canLogIn(application)) return;
    await createOrRenew(client, owner, application);
  } catch (error) {
    throw databaseFailure(error, "rolled-back");
  } finally {
    await client.end();
  }
}

async function canLogIn(connection: Connection): Promise<boolean> {
  const client = new Client(connection);
  client.on("error", () => undefined);
  try {
    await client.connect();
    return true;
  } catch (error) {
    // 28: wrong or unknown name or password; 42501: may not connect to this database.
    const state = sqlState(error);
    if (state?.startsWith("28") || state === "42501") return false;
    throw error;
  } finally {
    await client.end();
  }
}

async function createOrRenew(client: Client, owner: Connection, application: Connection) {
  const { user, password } = application;
  const found = await client.query("select from pg_roles where rolname = $1", [user]);
  const statements =
    found.rowCount === 0
      ? createRoleStatements(user, password)
      : [renewPasswordStatement(user, password)];
  try {
    await client.query("begin");
    for (const statement of statements) await client.query(statement);
    const owns = await client.query(
      "select from pg_database where datname = current_database() and pg_has_role(datdba, 'member')",
    );
    if (owns.rowCount !== 0) await grantToApplication(client, owner.database, user);
    await client.query("commit");
  } catch (cause) {
    await client.query("rollback");
    if (sqlState(cause) !== "42501") throw cause;
    // The verifier in it is no password: an administrator can run this as it stands.
    throw new DatabaseError("database-role-missing", { role: user, statements }, { cause });
  }
}
