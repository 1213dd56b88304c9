import type { Transaction } from "#transaction/transaction.ts";

export type StoredExceptionRead = {
  readonly accountId: string;
  readonly version: number;
  readonly readAt: Date;
};

/** Who has read a dossier, the last first. */
export async function exceptionReads(
  transaction: Transaction,
  organizationId: string,
  dossierId: string,
): Promise<readonly StoredExceptionRead[]> {
  return transaction
    .selectFrom("exception_read")
    .select(["account_id as accountId", "version", "read_at as readAt"])
    .where("organization_id", "=", organizationId)
    .where("dossier_id", "=", dossierId)
    .orderBy("read_at", "desc")
    .orderBy("account_id")
    .execute();
}

/** The version in which someone has read each dossier. */
export async function exceptionsReadBy(
  transaction: Transaction,
  organizationId: string,
  accountId: string,
): Promise<ReadonlyMap<string, number>> {
  const rows = await transaction
    .selectFrom("exception_read")
    .select(["dossier_id", "version"])
    .where("organization_id", "=", organizationId)
    .where("account_id", "=", accountId)
    .execute();
  return new Map(rows.map((row) => [row.dossier_id, row.version]));
}

/** Reading the same again leaves the moment of the first time. */
export async function recordExceptionRead(
  transaction: Transaction,
  organizationId: string,
  dossierId: string,
  { accountId, version, readAt }: StoredExceptionRead,
): Promise<void> {
  await transaction
    .insertInto("exception_read")
    .values({
      organization_id: organizationId,
      dossier_id: dossierId,
      account_id: accountId,
      version,
      read_at: readAt,
    })
    .onConflict((conflict) =>
      conflict
        .columns(["organization_id", "dossier_id", "account_id"])
        .doUpdateSet({ version, read_at: readAt })
        .where("exception_read.version", "<", version),
    )
    .execute();
}
