import { type FreshDatabase, freshDatabase } from "@koers/database/testing";
import { Client, escapeIdentifier } from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { dropChecks, insertStatement, type TenantTable, tenantTables } from "./tenant-tables.ts";

// Statements here never say which organisation they mean: only row-level security keeps them apart.
const own = "00000000-0000-4000-8000-00000000000a";
const foreign = "00000000-0000-4000-8000-00000000000b";

let database: FreshDatabase;
let tables: readonly TenantTable[];
let application: Client;

beforeAll(async () => {
  database = await freshDatabase();
  const administrator = new Client(database.connections.administrator);
  await administrator.connect();
  tables = await tenantTables(administrator);
  await dropChecks(administrator);
  for (const table of tables) await administrator.query(insertStatement(table, foreign));
  await administrator.end();
  application = new Client(database.connections.application);
  await application.connect();
});
afterAll(async () => {
  await application.end();
  await database.drop();
});

/** Runs statements on every table as an organisation (or none), takes it all back, tells what came. */
async function onEveryTable(
  client: Client,
  organizationId: string | null,
  statement: (table: TenantTable) => string,
): Promise<ReadonlyMap<string, number | string>> {
  const results = new Map<string, number | string>();
  for (const table of tables) {
    await client.query("begin");
    if (organizationId !== null) {
      await client.query("select set_config('koers.organization_id', $1, true)", [organizationId]);
    }
    try {
      const { rowCount } = await client.query(statement(table));
      results.set(table.name, rowCount ?? 0);
    } catch (error) {
      results.set(table.name, (error as { code: string }).code);
    }
    await client.query("rollback");
  }
  return results;
}

function everywhere(result: number | string): ReadonlyMap<string, number | string> {
  return new Map(tables.map(({ name }) => [name, result]));
}

const name = (table: TenantTable) => escapeIdentifier(table.name);
const read = (table: TenantTable) => `select * from ${name(table)}`;
const update = (table: TenantTable) =>
  `update ${name(table)} set ${table.columns
    .slice(1)
    .map((column) => `${escapeIdentifier(column.name)} = ${escapeIdentifier(column.name)}`)
    .join(", ")}`;
const remove = (table: TenantTable) => `delete from ${name(table)}`;
const insertForeign = (table: TenantTable) => insertStatement(table, foreign);
const insertOwn = (table: TenantTable) => insertStatement(table, own);

const refused = "42501";

test("there are tables to try this on", () => {
  expect(tables.length).toBeGreaterThan(10);
});

test("an organisation reads, changes, deletes and adds rows of its own in every table", async () => {
  expect(await onEveryTable(application, foreign, read)).toEqual(everywhere(1));
  expect(await onEveryTable(application, foreign, update)).toEqual(everywhere(1));
  expect(await onEveryTable(application, foreign, remove)).toEqual(everywhere(1));
  expect(await onEveryTable(application, own, insertOwn)).toEqual(everywhere(1));
});

test("another organisation reads none of them in any table", async () => {
  expect(await onEveryTable(application, own, read)).toEqual(everywhere(0));
});

test("nor changes or deletes one", async () => {
  expect(await onEveryTable(application, own, update)).toEqual(everywhere(0));
  expect(await onEveryTable(application, own, remove)).toEqual(everywhere(0));
});

test("nor adds one in the other's name, nor gives its own away", async () => {
  expect(await onEveryTable(application, own, insertForeign)).toEqual(everywhere(refused));
  for (const table of tables) {
    await application.query("begin");
    await application.query("select set_config('koers.organization_id', $1, true)", [own]);
    await application.query(insertOwn(table));
    await expect(
      application.query(`update ${name(table)} set organization_id = '${foreign}'`),
    ).rejects.toMatchObject({ code: refused });
    await application.query("rollback");
  }
});

test("without an organisation there are no rows and no writes", async () => {
  const fresh = new Client(database.connections.application);
  await fresh.connect();
  // Never set on the one connection; set and forgotten on the other, where it reads as ''.
  for (const client of [fresh, application]) {
    expect(await onEveryTable(client, null, read)).toEqual(everywhere(0));
    expect(await onEveryTable(client, null, update)).toEqual(everywhere(0));
    expect(await onEveryTable(client, null, remove)).toEqual(everywhere(0));
    expect(await onEveryTable(client, null, insertForeign)).toEqual(everywhere(refused));
  }
  await fresh.end();
});

test("switching row-level security off is an error, not a way in", async () => {
  const fresh = new Client(database.connections.application);
  await fresh.connect();
  await fresh.query("set row_security = off");
  expect(await onEveryTable(fresh, own, read)).toEqual(everywhere(refused));
  await fresh.end();
});

test("the application cannot empty, own or redefine a table, nor become who can", async () => {
  const { owner, administrator } = database.connections;
  const attempts = [
    "truncate customer",
    "alter table customer disable row level security",
    "drop policy organization_rows on customer",
    "create policy mine on customer using (true)",
    "create table mine (id integer)",
    `set role ${escapeIdentifier(owner.user)}`,
    `set role ${escapeIdentifier(administrator.user)}`,
    "insert into instance_migration (number, name, checksum) values (9999, 'x', 'x')",
  ];
  for (const attempt of attempts) {
    await expect(application.query(attempt), attempt).rejects.toMatchObject({ code: refused });
  }
});

test("not even the owner of the tables sees rows without an organisation", async () => {
  const owner = new Client(database.connections.owner);
  await owner.connect();
  expect(await onEveryTable(owner, null, read)).toEqual(everywhere(0));
  expect(await onEveryTable(owner, own, read)).toEqual(everywhere(0));
  await owner.end();
});
