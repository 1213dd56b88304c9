// A process of its own for the crash test: opens Koers' database on a folder and commits rows as fast
// as it can. Says `present KEY` for each row found at the start, `ready`, `acknowledged KEY` once a
// commit has returned, and `lost` and `back` around a time in which commits fail.
import { writeSync } from "node:fs";
import { DatabaseError, openDatabase } from "@koers/database";
import type { Transaction } from "../../src/transaction/transaction.ts";

const [, , folder = "", round = ""] = process.argv;
const organizationId = "00000000-0000-4000-8000-00000000000a";

// Straight to the pipe: what was said stays said when this process is killed.
function say(line: string): void {
  writeSync(1, `${line}\n`);
}

const database = await openDatabase({ folder, log: ({ event }) => say(event) });
await database.migrate();
const present = await database.withOrganization(organizationId, (tx) =>
  tx.selectFrom("activity").select("activity_key").execute(),
);
for (const row of present) say(`present ${row.activity_key}`);
say("ready");

function write(key: string) {
  return (tx: Transaction) =>
    tx
      .insertInto("activity")
      .values({
        organization_id: organizationId,
        activity_key: key,
        name: key,
        kind: "delivery",
        kind_from: "name",
      })
      .execute();
}

let lost = 0;
async function writeOn(writer: number): Promise<never> {
  for (let number = 0; ; number += 1) {
    const key = `${round}-${writer}-${number}`;
    try {
      await database.withOrganization(organizationId, write(key));
      if (lost > 0) {
        say(`back ${Math.round(performance.now() - lost)}`);
        lost = 0;
      }
      say(`acknowledged ${key}`);
    } catch (error) {
      if (!(error instanceof DatabaseError && error.code === "database-unavailable")) throw error;
      if (lost === 0) {
        lost = performance.now();
        say("lost");
      }
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }
}

await Promise.all([1, 2, 3, 4].map(writeOn));
