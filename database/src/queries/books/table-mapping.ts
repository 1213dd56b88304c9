import type { Transaction } from "#transaction/transaction.ts";

export type StoredMapping = { readonly subject: string; readonly settings: unknown };

/** How files with these headers are read, where a person said so before. */
export async function rememberedMapping(
  transaction: Transaction,
  organizationId: string,
  fingerprint: string,
): Promise<StoredMapping | undefined> {
  return transaction
    .selectFrom("table_mapping")
    .select(["subject", "settings"])
    .where("organization_id", "=", organizationId)
    .where("fingerprint", "=", fingerprint)
    .executeTakeFirst();
}

export async function rememberMapping(
  transaction: Transaction,
  organizationId: string,
  fingerprint: string,
  mapping: StoredMapping,
  now: Date,
): Promise<void> {
  const values = {
    subject: mapping.subject,
    settings: JSON.stringify(mapping.settings),
    updated_at: now,
  };
  await transaction
    .insertInto("table_mapping")
    .values({ organization_id: organizationId, fingerprint, ...values })
    .onConflict((conflict) =>
      conflict.columns(["organization_id", "fingerprint"]).doUpdateSet(values),
    )
    .execute();
}
