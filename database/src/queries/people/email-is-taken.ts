import type { Transaction } from "#transaction/transaction.ts";

/** Whether the address, given in lower case, is that of an account. */
export async function emailIsTaken(transaction: Transaction, email: string): Promise<boolean> {
  const row = await transaction
    .selectFrom("instance_account")
    .select("account_id")
    .where("email", "=", email)
    .executeTakeFirst();
  return row !== undefined;
}
