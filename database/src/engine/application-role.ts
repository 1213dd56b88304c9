import { type Client, escapeIdentifier, escapeLiteral } from "pg";
import { scramVerifier } from "./scram-verifier.ts";

const longestName = 63;

/** The login that Koers serves with on a database: `koers_application` on one called `koers`. */
export function applicationRole(database: string): string {
  const ending = "_application";
  return `${database.slice(0, longestName - ending.length)}${ending}`;
}

/** The statements that make a role which can log in and nothing more. */
export function createRoleStatements(role: string, password: string): readonly string[] {
  const name = escapeIdentifier(role);
  return [
    `create role ${name} with login nosuperuser nocreatedb nocreaterole noreplication nobypassrls
      password ${escapeLiteral(scramVerifier(password))}`,
    // Instants and dates read the same whatever the server was set to.
    `alter role ${name} set timezone = 'UTC'`,
    `alter role ${name} set datestyle = 'ISO, YMD'`,
  ];
}

/** For a role that is there with another password. What else it may is looked at before it serves. */
export function renewPasswordStatement(role: string, password: string): string {
  return `alter role ${escapeIdentifier(role)} with login password ${escapeLiteral(scramVerifier(password))}`;
}

export async function createRole(client: Client, role: string, password: string): Promise<void> {
  for (const statement of createRoleStatements(role, password)) await client.query(statement);
}

/** Lets the application connect to a database, and nobody who was not named. */
export async function grantToApplication(
  client: Client,
  database: string,
  role: string,
): Promise<void> {
  const name = escapeIdentifier(database);
  await client.query(`revoke all on database ${name} from public`);
  await client.query(`grant connect, temporary on database ${name} to ${escapeIdentifier(role)}`);
}
