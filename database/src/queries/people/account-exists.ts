import { sql } from "kysely";
import type { Transaction } from "#transaction/transaction.ts";

/** Whether anyone has an account here yet. */
export async function accountExists(transaction: Transaction): Promise<boolean> {
  const row = await transaction
    .selectFrom("instance_account")
    .select("account_id")
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Makes others who want to be the first wait until this transaction has ended. */
export async function lockSetUp(transaction: Transaction): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('koers set-up'))`.execute(transaction);
}
