import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, statfsSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { copyInto, type Database, type DatabaseError, openDatabase } from "@koers/database";
import { afterEach, beforeEach, expect, test } from "vitest";

const organizationId = "00000000-0000-4000-8000-00000000000a";

let folder: string;
let database: Database | null;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "koers-full-"));
  database = null;
});
afterEach(async () => {
  await database?.close();
  spawnSync("/bin/umount", [folder]);
  rmSync(folder, { recursive: true, force: true });
});

/** A disk of a few megabytes; false where this user or machine cannot make one. */
function mountSmallDisk(megabytes: number): boolean {
  const options = ["-t", "tmpfs", "-o", `size=${megabytes}m`, "tmpfs", folder];
  return spawnSync("/bin/mount", options).status === 0;
}

function open(): Promise<Database> {
  return openDatabase({ folder, log: () => undefined });
}

test("a disk that is full before the first start is said to be", async ({ skip }) => {
  skip(!mountSmallDisk(8), "needs the right to mount a small disk");
  await expect(open()).rejects.toMatchObject({ code: "data-folder-full" });
});

test("a disk that fills up in mid-import leaves no half of it, and reading goes on", async ({
  skip,
}) => {
  skip(!mountSmallDisk(160), "needs the right to mount a small disk");
  database = await open();
  await database.migrate();
  const columns = ["organization_id", "activity_key", "name", "kind", "kind_from"] as const;
  function* rows(from: number, to: number) {
    for (let index = from; index < to; index += 1) {
      yield [organizationId, String(index), "x".repeat(100), "delivery", "name"] as const;
    }
  }
  const count = async () => {
    const found = await database?.withOrganization(organizationId, (tx) =>
      tx
        .selectFrom("activity")
        .select((is) => is.fn.countAll<bigint>().as("count"))
        .executeTakeFirstOrThrow(),
    );
    return found?.count;
  };
  await database.withOrganization(organizationId, (tx) =>
    copyInto(tx, "activity", columns, rows(0, 100)),
  );
  // All but a little of what is left goes to someone else's file, and comes back later.
  const { bavail, bsize } = statfsSync(folder);
  const ballast = join(folder, "ballast");
  writeFileSync(ballast, Buffer.alloc(bavail * bsize - 4 * 1024 * 1024));
  const full = await database
    .withOrganization(organizationId, (tx) => copyInto(tx, "activity", columns, rows(100, 200_000)))
    .catch((error: unknown) => error);
  expect(full).toMatchObject({ code: expect.stringMatching(/^database-(full|unavailable)$/) });
  // Where PostgreSQL itself had no room for its own log it starts again, and waits for room.
  if ((full as DatabaseError).code === "database-full") expect(await count()).toBe(100n);
  rmSync(ballast);
  for (let tries = 0; (await count().catch(() => null)) === null && tries < 200; tries += 1) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  expect(await count()).toBe(100n);
  await database.withOrganization(organizationId, (tx) =>
    copyInto(tx, "activity", columns, rows(100, 200)),
  );
  expect(await count()).toBe(200n);
});
