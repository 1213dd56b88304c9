import { sql } from "kysely";
import type { Transaction } from "#transaction/transaction.ts";

/** Waits until no other import, undo or match of this organisation is under way; until the end. */
export async function lockBooks(transaction: Transaction, organizationId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`books:${organizationId}`}, 0))`.execute(
    transaction,
  );
}
