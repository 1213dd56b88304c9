import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Database, openDatabase } from "@koers/database";
import { askForEngine } from "@koers/database/testing";
import { Client } from "pg";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Connection } from "../../../src/engine/connection.ts";
import { parseDatabaseUrl } from "../../../src/engine/server/parse-database-url.ts";

const organizationId = "00000000-0000-4000-8000-00000000000a";

let administrator: Connection;
let client: Client;
let folder: string;
let name: string;
beforeAll(async () => {
  ({ administrator } = await askForEngine());
  client = new Client(administrator);
  await client.connect();
  folder = mkdtempSync(join(tmpdir(), "koers-server-"));
});
afterAll(async () => {
  const left = await client.query<{ name: string }>(
    "select datname as name from pg_database where datname like 'koers\\_server\\_%'",
  );
  for (const row of left.rows) await client.query(`drop database ${row.name} with (force)`);
  const roles = await client.query<{ name: string }>(
    "select rolname as name from pg_roles where rolname like 'koers\\_server\\_%' order by length(rolname) desc",
  );
  for (const row of roles.rows) await client.query(`drop role ${row.name}`);
  await client.end();
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(() => {
  name = `koers_server_${randomBytes(5).toString("hex")}`;
});

function urlOf(user: string, password = "given", database = name): string {
  const { host, port } = administrator;
  return `postgres://${user}:${password}@/${database}?host=${encodeURIComponent(host)}&port=${port}`;
}

/** A role with a database of its own, as a hosting firm or an administrator gives it. */
async function createOwner(attributes: string): Promise<string> {
  await client.query(`create role ${name} with login password 'given' ${attributes}`);
  await client.query(`create database ${name} owner ${name}`);
  return urlOf(name);
}

function open(url: string, applicationUrl?: string): Promise<Database> {
  return openDatabase({ folder, log: () => undefined, url, applicationUrl });
}

async function storesAndFinds(database: Database): Promise<void> {
  await database.migrate();
  await database.withOrganization(organizationId, (tx) =>
    tx
      .insertInto("organization")
      .values({ organization_id: organizationId, name: "Firm", kind: "real" })
      .onConflict((conflict) => conflict.doNothing())
      .execute(),
  );
  const found = await database.withOrganization(organizationId, (tx) =>
    tx.selectFrom("organization").select("name").execute(),
  );
  expect(found).toEqual([{ name: "Firm" }]);
  expect(
    await database.withInstance((tx) => tx.selectFrom("organization").selectAll().execute()),
  ).toEqual([]);
}

test("an owner that may create roles makes the application's itself, and finds it again", async () => {
  const url = await createOwner("createrole");
  for (let round = 0; round < 2; round += 1) {
    const database = await open(url);
    expect(database.engine).toBe("server");
    await storesAndFinds(database);
    await database.close();
  }
  const role = await client.query(
    "select rolsuper, rolbypassrls, rolcreaterole from pg_roles where rolname = $1",
    [`${name}_application`],
  );
  expect(role.rows).toEqual([{ rolsuper: false, rolbypassrls: false, rolcreaterole: false }]);
});

test("an application role whose password was changed is put right", async () => {
  const url = await createOwner("createrole");
  await (await open(url)).close();
  await client.query(`alter role ${name}_application password 'other'`);
  const database = await open(url);
  await storesAndFinds(database);
  await database.close();
});

test("an owner that may not create roles says what an administrator can run, and that works", async () => {
  const url = await createOwner("");
  const refusal = await open(url).catch((error: unknown) => error);
  expect(refusal).toMatchObject({
    code: "database-role-missing",
    data: { role: `${name}_application` },
  });
  const { statements } = (refusal as { data: { statements: string[] } }).data;
  expect(statements.join()).not.toContain("given");
  for (const statement of statements) await client.query(statement);
  const database = await open(url);
  await storesAndFinds(database);
  await database.close();
});

test("a login that an administrator made can serve", async () => {
  const url = await createOwner("");
  await client.query(`create role ${name}_own with login password 'given'`);
  const database = await open(url, urlOf(`${name}_own`));
  await storesAndFinds(database);
  await database.close();
});

test.each([
  ["superuser", "superuser"],
  ["bypassrls", "bypass-row-level-security"],
])("Koers does not serve as %s", async (attribute, reason) => {
  const url = await createOwner("");
  await client.query(`create role ${name}_unsafe with login password 'given' ${attribute}`);
  await expect(open(url, urlOf(`${name}_unsafe`))).rejects.toMatchObject({
    code: "database-role-unsafe",
    data: { role: `${name}_unsafe`, reason },
  });
});

test("nor as the owner of the tables, nor as one who can become the owner", async () => {
  const url = await createOwner("");
  const database = await open(url, url);
  await expect(database.migrate()).rejects.toMatchObject({
    code: "database-role-unsafe",
    data: { reason: "owner" },
  });
  await database.close();
  await client.query(
    `create role ${name}_member with login noinherit password 'given' in role ${name}`,
  );
  await expect(open(url, urlOf(`${name}_member`))).rejects.toMatchObject({
    code: "database-role-unsafe",
    data: { reason: "owner" },
  });
});

test("a server that does not let us in is told from one that is not there", async () => {
  await expect(open(urlOf("koers_nobody"))).rejects.toMatchObject({ code: "database-refused" });
  const probe = createServer();
  const port = await new Promise<number>((resolve) => {
    probe.listen(0, "127.0.0.1", () => resolve((probe.address() as { port: number }).port));
  });
  await new Promise((resolve) => probe.close(resolve));
  await expect(open(`postgres://koers:secret@127.0.0.1:${port}/koers`)).rejects.toMatchObject({
    code: "database-unavailable",
    data: { reason: "ECONNREFUSED" },
  });
});

test("an address that is none is refused without repeating the password in it", async () => {
  for (const url of ["mysql://koers:secret@host/koers", "postgres://koers:secret@[host/koers"]) {
    const refusal = await open(url).catch((error: Error) => error);
    expect(refusal).toMatchObject({ code: "database-url-invalid" });
    expect(JSON.stringify(refusal) + String(refusal)).not.toContain("sec");
  }
});

test("an address is read with its port, socket folder and encryption", () => {
  expect(
    parseDatabaseUrl("postgres://koers:p%40ss@db.example:6432/firm?sslmode=require"),
  ).toMatchObject({
    host: "db.example",
    port: 6432,
    user: "koers",
    password: "p@ss",
    database: "firm",
  });
  expect(parseDatabaseUrl("postgresql://koers@/firm?host=/run/postgresql")).toMatchObject({
    host: "/run/postgresql",
    port: 5432,
    password: "",
  });
});
