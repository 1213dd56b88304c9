import { sql } from "kysely";
import type { Transaction } from "#transaction/transaction.ts";

/** The last link of an organisation's audit chain; no other entry is added until the end. */
export async function lastAuditLink(
  transaction: Transaction,
  organizationId: string,
): Promise<{ readonly sequence: bigint; readonly hash: Uint8Array } | undefined> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`audit:${organizationId}`}, 0))`.execute(
    transaction,
  );
  return transaction
    .selectFrom("audit_entry")
    .select(["sequence", "hash"])
    .where("organization_id", "=", organizationId)
    .orderBy("sequence", "desc")
    .limit(1)
    .executeTakeFirst();
}

export type NewAuditEntry = {
  readonly sequence: bigint;
  readonly at: Date;
  readonly accountId: string | null;
  readonly action: string;
  readonly subject: string;
  readonly data: unknown;
  readonly previousHash: Uint8Array;
  readonly hash: Uint8Array;
};

export async function insertAuditEntry(
  transaction: Transaction,
  organizationId: string,
  entry: NewAuditEntry,
): Promise<void> {
  await transaction
    .insertInto("audit_entry")
    .values({
      organization_id: organizationId,
      sequence: entry.sequence,
      at: entry.at,
      account_id: entry.accountId,
      action: entry.action,
      subject: entry.subject,
      data: JSON.stringify(entry.data),
      previous_hash: Buffer.from(entry.previousHash),
      hash: Buffer.from(entry.hash),
    })
    .execute();
}
