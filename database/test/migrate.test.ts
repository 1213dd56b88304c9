import { type FreshDatabase, freshDatabase } from "@koers/database/testing";
import { Client } from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { migrate } from "../src/migrate.ts";
import { type MigrationFile, readMigrationFiles } from "../src/migration-files.ts";

let database: FreshDatabase;
let owner: Client;
beforeAll(async () => {
  database = await freshDatabase();
  owner = new Client(database.connections.owner);
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await database.drop();
});

const released = readMigrationFiles();

function next(sql: string, checksum = sql): MigrationFile {
  const number = released.length + 1;
  return { number, name: `${String(number).padStart(4, "0")}_next.sql`, sql, checksum };
}

function run(files: readonly MigrationFile[]) {
  const { connections } = database;
  return migrate({
    owner: connections.owner,
    applicationRole: connections.application.user,
    log: () => undefined,
    files,
  });
}

async function exists(table: string): Promise<boolean> {
  const { rows } = await owner.query<{ found: boolean }>(
    "select to_regclass($1) is not null as found",
    [table],
  );
  return rows[0]?.found === true;
}

test("a migration that fails leaves nothing of itself and says which it was", async () => {
  const broken = next("create table instance_half (id integer primary key); select 1 / 0");
  await expect(run([...released, broken])).rejects.toMatchObject({
    code: "database-migration-failed",
    data: { migration: broken.name, reason: "division by zero" },
  });
  expect(await exists("instance_half")).toBe(false);
  expect(await run(released)).toEqual([]);
});

test("two that start at once migrate once, and the application may use what came", async () => {
  const added = next("create table instance_added (id integer primary key)");
  const results = await Promise.all([run([...released, added]), run([...released, added])]);
  expect(results.flat()).toEqual([added.name]);
  const application = new Client(database.connections.application);
  await application.connect();
  await application.query("insert into instance_added values (1)");
  await application.end();
});

test("a migration that was edited after it ran is refused", async () => {
  const edited = next("create table instance_added (id bigint primary key)");
  await expect(run([...released, edited])).rejects.toMatchObject({
    code: "database-migration-changed",
    data: { migration: edited.name },
  });
});

test("a database of a newer Koers is left alone", async () => {
  await expect(run(released)).rejects.toMatchObject({ code: "database-migration-unknown" });
});

test("the files are numbered without gaps", () => {
  expect(released.map((file) => file.number)).toEqual(released.map((_, index) => index + 1));
});
