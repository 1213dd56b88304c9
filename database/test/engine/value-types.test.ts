import { type FreshDatabase, freshDatabase } from "@koers/database/testing";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.drop());

test("each type of the database has one meaning in TypeScript", async () => {
  const { rows } = await database.withInstance((tx) =>
    sql`select
      9223372036854775807::int8 as big,
      1.10::numeric(20, 2) as amount,
      date '2026-03-29' as day,
      timestamptz '2026-03-29 02:30:00+01' as instant,
      timestamp '2026-03-29 02:30:00' as without_zone,
      array[1, null]::int8[] as bigs,
      array[1.10, 2]::numeric[] as amounts,
      array[date '2026-01-01'] as days,
      array['{}', 'a"b', null] as texts,
      7::int4 as whole,
      0.5::float8 as part,
      '{"a": [1]}'::jsonb as json,
      '\\x00ff'::bytea as bytes,
      null::int8 as unknown`.execute(tx),
  );
  expect(rows).toEqual([
    {
      big: 9223372036854775807n,
      amount: "1.10",
      day: "2026-03-29",
      instant: new Date("2026-03-29T01:30:00Z"),
      without_zone: "2026-03-29 02:30:00",
      bigs: [1n, null],
      amounts: ["1.10", "2"],
      days: ["2026-01-01"],
      texts: ["{}", 'a"b', null],
      whole: 7,
      part: 0.5,
      json: { a: [1] },
      bytes: Buffer.from([0, 255]),
      unknown: null,
    },
  ]);
});

test("the session runs in UTC", async () => {
  const { rows } = await database.withInstance((tx) =>
    sql`select current_setting('TimeZone') as zone, current_setting('DateStyle') as style`.execute(
      tx,
    ),
  );
  expect(rows).toEqual([{ zone: "UTC", style: "ISO, YMD" }]);
});
