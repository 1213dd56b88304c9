import { text } from "node:stream/consumers";
import { type FreshDatabase, freshDatabase } from "@koers/database/testing";
import fc from "fast-check";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { copyInto } from "../../src/transaction/copy-into.ts";
import { copyOut } from "../../src/transaction/copy-out.ts";
import type { CopyValue } from "../../src/transaction/copy-text.ts";

const organizationId = "00000000-0000-4000-8000-00000000000a";
const other = "00000000-0000-4000-8000-00000000000b";
const columns = ["organization_id", "activity_key", "name", "kind", "kind_from"] as const;

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.drop());

function activity(key: string, name: string): CopyValue[] {
  return [organizationId, key, name, "delivery", "name"];
}

test("any text comes out as it went in", async () => {
  const texts = fc.array(fc.string({ unit: "binary", maxLength: 20 }), { maxLength: 30 });
  await fc.assert(
    fc.asyncProperty(texts, async (drawn) => {
      // PostgreSQL has no NUL in text, and half a surrogate pair is no character.
      const names = drawn.map((name) => name.replaceAll("\0", "").toWellFormed());
      await database.withOrganization(organizationId, async (tx) => {
        await tx.deleteFrom("activity").execute();
        const rows = names.map((name, index) => activity(String(index), name));
        expect(await copyInto(tx, "activity", columns, rows)).toBe(names.length);
        const stored = await tx.selectFrom("activity").select(["activity_key", "name"]).execute();
        stored.sort((a, b) => Number(a.activity_key) - Number(b.activity_key));
        expect(stored.map((row) => row.name)).toEqual(names);
      });
    }),
    { numRuns: 40 },
  );
});

test("rows of another organisation are refused by row-level security", async () => {
  await expect(
    database.withOrganization(organizationId, (tx) =>
      copyInto(tx, "activity", columns, [[other, "key", "name", "delivery", "name"]]),
    ),
  ).rejects.toThrow(/row-level security/);
});

test("a source that fails half way leaves nothing and its own error", async () => {
  async function* failing(): AsyncGenerator<CopyValue[]> {
    for (let index = 0; index < 50_000; index += 1) yield activity(`half ${index}`, "x");
    throw new RangeError("the file ends here");
  }
  await expect(
    database.withOrganization(organizationId, (tx) => copyInto(tx, "activity", columns, failing())),
  ).rejects.toThrow("the file ends here");
  const left = await database.withOrganization(organizationId, (tx) =>
    sql<{ count: bigint }>`select count(*) from activity where activity_key like 'half%'`.execute(
      tx,
    ),
  );
  expect(left.rows).toEqual([{ count: 0n }]);
});

test("a value that does not fit fails the copy and the connection is usable again", async () => {
  const rows = Array.from({ length: 30_000 }, (_, index) => activity(`bad ${index}`, "x"));
  rows[20_000] = [organizationId, "bad", "x", "delivery"];
  await expect(
    database.withOrganization(organizationId, (tx) => copyInto(tx, "activity", columns, rows)),
  ).rejects.toThrow(/missing data/);
  await database.ping();
});

test("copying out gives what the organisation has and no more", async () => {
  await database.withOrganization(other, (tx) =>
    copyInto(tx, "activity", columns, [[other, "secret", "secret", "delivery", "name"]]),
  );
  const csv = await database.withOrganization(organizationId, async (tx) => {
    await tx.deleteFrom("activity").execute();
    await copyInto(tx, "activity", columns, [activity("b", 'say "so"'), activity("a", "x, y")]);
    return text(
      copyOut(tx, {
        table: "activity",
        columns: ["activity_key", "name"],
        order: ["activity_key"],
        format: "csv",
      }),
    );
  });
  expect(csv).toBe('activity_key,name\na,"x, y"\nb,"say ""so"""\n');
});

test("100,000 rows go in within seconds", async () => {
  const count = 100_000;
  const rows = Array.from({ length: count }, (_, index) => activity(`many ${index}`, "x"));
  const startedAt = performance.now();
  await database.withOrganization(organizationId, (tx) => copyInto(tx, "activity", columns, rows));
  const seconds = (performance.now() - startedAt) / 1000;
  console.log(`copy into a table with a key: ${Math.round(count / seconds)} rows a second`);
  expect(seconds).toBeLessThan(20);
});
