import { sql } from "kysely";
import type { Transaction } from "#transaction/transaction.ts";

/** Counts one more attempt under a key and returns how many there were in the window that is running. */
export async function countAttempt(
  transaction: Transaction,
  key: string,
  now: Date,
  windowSeconds: number,
): Promise<number> {
  const opened = new Date(now.getTime() - windowSeconds * 1000);
  const row = await transaction
    .insertInto("instance_rate_limit")
    .values({ key, count: 1, window_started_at: now })
    .onConflict((conflict) =>
      conflict.column("key").doUpdateSet({
        count: sql<number>`case when instance_rate_limit.window_started_at <= ${opened}
          then 1 else instance_rate_limit.count + 1 end`,
        window_started_at: sql<Date>`case when instance_rate_limit.window_started_at <= ${opened}
          then ${now} else instance_rate_limit.window_started_at end`,
      }),
    )
    .returning("count")
    .executeTakeFirstOrThrow();
  return row.count;
}

export async function forgetAttempts(
  transaction: Transaction,
  keys: readonly string[],
): Promise<void> {
  await transaction
    .deleteFrom("instance_rate_limit")
    .where("key", "in", [...keys])
    .execute();
}

export async function deleteAttemptsBefore(transaction: Transaction, before: Date): Promise<void> {
  await transaction
    .deleteFrom("instance_rate_limit")
    .where("window_started_at", "<", before)
    .execute();
}
