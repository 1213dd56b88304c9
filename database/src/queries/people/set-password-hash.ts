import type { Transaction } from "#transaction/transaction.ts";

export async function setPasswordHash(
  transaction: Transaction,
  accountId: string,
  passwordHash: string,
  now: Date,
): Promise<void> {
  await transaction
    .updateTable("instance_credential")
    .set({ password_hash: passwordHash, updated_at: now })
    .where("account_id", "=", accountId)
    .where("provider", "=", "credential")
    .execute();
}
