import type { Transaction } from "#transaction/transaction.ts";

export type StoredAuditEntry = {
  readonly sequence: bigint;
  readonly at: Date;
  readonly accountId: string | null;
  readonly action: string;
  readonly subject: string;
  readonly data: unknown;
};

/** The newest entries before a sequence number, or the newest of all. */
export async function listAuditEntryRows(
  transaction: Transaction,
  organizationId: string,
  before: bigint | undefined,
  limit: number,
): Promise<readonly StoredAuditEntry[]> {
  const rows = await transaction
    .selectFrom("audit_entry")
    .select(["sequence", "at", "account_id", "action", "subject", "data"])
    .where("organization_id", "=", organizationId)
    .$if(before !== undefined, (query) => query.where("sequence", "<", before as bigint))
    .orderBy("sequence", "desc")
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    sequence: row.sequence,
    at: row.at,
    accountId: row.account_id,
    action: row.action,
    subject: row.subject,
    data: row.data,
  }));
}

/** Names of accounts, for lists of what they did. */
export async function namesOfAccounts(
  transaction: Transaction,
  accountIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (accountIds.length === 0) return new Map();
  const rows = await transaction
    .selectFrom("instance_account")
    .select(["account_id", "name"])
    .where("account_id", "in", [...accountIds])
    .execute();
  return new Map(rows.map((row) => [row.account_id, row.name]));
}
