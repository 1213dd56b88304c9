import { DatabaseError } from "@koers/database";
import { type FreshDatabase, freshDatabase } from "@koers/database/testing";
import { sql } from "kysely";
import { Client } from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Transaction } from "../../src/transaction/transaction.ts";
import { organizationSettings } from "../../src/transaction/with-organization.ts";

const organizationId = "00000000-0000-4000-8000-00000000000a";

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.drop());

function insertOrganization(tx: Transaction, id = organizationId) {
  return tx
    .insertInto("organization")
    .values({ organization_id: id, name: "Firm", kind: "real" })
    .execute();
}

function countOrganizations(tx: Transaction) {
  return tx
    .selectFrom("organization")
    .select((is) => is.fn.countAll<bigint>().as("count"))
    .executeTakeFirstOrThrow();
}

test("what fails leaves nothing behind", async () => {
  await expect(
    database.withOrganization(organizationId, async (tx) => {
      await insertOrganization(tx);
      throw new RangeError("changed its mind");
    }),
  ).rejects.toThrow("changed its mind");
  expect(await database.withOrganization(organizationId, countOrganizations)).toEqual({
    count: 0n,
  });
});

test("an error of a statement that the work kept to itself does not pass for a commit", async () => {
  await expect(
    database.withOrganization(organizationId, async (tx) => {
      await insertOrganization(tx);
      await sql`select 1 / 0`.execute(tx).catch(() => undefined);
    }),
  ).rejects.toThrow();
  expect(await database.withOrganization(organizationId, countOrganizations)).toEqual({
    count: 0n,
  });
});

test("the organisation is forgotten when the transaction ends", async () => {
  await database.withOrganization(organizationId, insertOrganization);
  // More transactions than connections: each connection has carried an organisation before.
  for (let round = 0; round < 8; round += 1) {
    expect(await database.withOrganization(organizationId, countOrganizations)).toEqual({
      count: 1n,
    });
    expect(await database.withInstance(countOrganizations)).toEqual({ count: 0n });
  }
});

test("a transaction that has ended cannot be used", async () => {
  let kept: Transaction | undefined;
  await database.withOrganization(organizationId, async (tx) => {
    kept = tx;
  });
  await expect(countOrganizations(kept as Transaction)).rejects.toThrow(/already committed/);
});

test("an id that is no uuid reaches no statement", async () => {
  const attempt = "00000000-0000-4000-8000-00000000000a'; reset role; --";
  await expect(database.withOrganization(attempt, countOrganizations)).rejects.toThrow(
    "organization-id-invalid",
  );
  expect(() => organizationSettings(attempt, true)).toThrow(DatabaseError);
});

test("Citus is given a literal SET LOCAL that it passes to its workers", () => {
  expect(organizationSettings(organizationId, true)).toBe(
    "set local citus.propagate_set_commands = 'local'; " +
      `set local koers.organization_id = '${organizationId}'`,
  );
});

test("a transaction for reading refuses to write", async () => {
  await expect(
    database.withOrganization(organizationId, (tx) => insertOrganization(tx), { readOnly: true }),
  ).rejects.toThrow(/read-only transaction/);
});

test("a snapshot does not see what is committed meanwhile", async () => {
  const id = "00000000-0000-4000-8000-00000000000c";
  await database.withOrganization(
    id,
    async (tx) => {
      expect(await countOrganizations(tx)).toEqual({ count: 0n });
      await database.withOrganization(id, (inner) => insertOrganization(inner, id));
      expect(await countOrganizations(tx)).toEqual({ count: 0n });
    },
    { snapshot: true },
  );
});

test("transactions that collide are tried again when asked", async () => {
  const id = "00000000-0000-4000-8000-00000000000d";
  await database.withOrganization(id, (tx) => insertOrganization(tx, id));
  let runs = 0;
  await database.withOrganization(
    id,
    async (tx) => {
      runs += 1;
      await countOrganizations(tx);
      if (runs === 1) {
        await database.withOrganization(id, (inner) =>
          inner.updateTable("organization").set({ name: "First" }).execute(),
        );
      }
      await tx.updateTable("organization").set({ name: "Second" }).execute();
    },
    { snapshot: true, attempts: 3 },
  );
  expect(runs).toBe(2);
});

test("a connection cut in mid-transaction is a clear error and the next transaction works", async () => {
  const cut = database.withOrganization(organizationId, async (tx) => {
    const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx);
    const administrator = new Client(database.connections.administrator);
    await administrator.connect();
    await administrator.query("select pg_terminate_backend($1)", [rows[0]?.pid]);
    await administrator.end();
    await countOrganizations(tx);
  });
  await expect(cut).rejects.toMatchObject({
    code: "database-unavailable",
    data: { outcome: "rolled-back" },
  });
  expect(await database.withOrganization(organizationId, countOrganizations)).toEqual({
    count: 1n,
  });
});
