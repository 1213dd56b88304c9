import type { Transaction } from "#transaction/transaction.ts";

export async function setAccountLanguage(
  transaction: Transaction,
  accountId: string,
  language: "nl" | "en",
  now: Date,
): Promise<void> {
  await transaction
    .updateTable("instance_account")
    .set({ language, updated_at: now })
    .where("account_id", "=", accountId)
    .execute();
}
