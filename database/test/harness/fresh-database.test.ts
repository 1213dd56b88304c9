import { freshDatabase } from "@koers/database/testing";
import { sql } from "kysely";
import { expect, test } from "vitest";

const organizationId = "00000000-0000-4000-8000-00000000000a";

test("each fresh database is migrated, empty and apart from the others", async () => {
  const first = await freshDatabase();
  const second = await freshDatabase();
  await first.withOrganization(organizationId, (tx) =>
    sql`insert into organization (organization_id, name, kind)
      values (${organizationId}, 'First', 'real')`.execute(tx),
  );
  const count = (database: typeof first) =>
    database.withOrganization(organizationId, (tx) =>
      sql<{ count: bigint }>`select count(*) from organization`.execute(tx),
    );
  expect((await count(first)).rows).toEqual([{ count: 1n }]);
  expect((await count(second)).rows).toEqual([{ count: 0n }]);
  expect(await first.migrate()).toEqual([]);
  await first.drop();
  await second.drop();
});

test("copying the template takes no more than a moment", async () => {
  const times: number[] = [];
  for (let round = 0; round < 5; round += 1) {
    const startedAt = performance.now();
    const database = await freshDatabase();
    times.push(performance.now() - startedAt);
    await database.drop();
  }
  times.sort((a, b) => a - b);
  console.log(`fresh database: ${times.map((time) => Math.round(time)).join(", ")} ms`);
  // 60 ms on a quiet machine, as the figure above tells; tests run on busy ones too.
  expect(times[0]).toBeLessThan(5_000);
});
