import type { Transaction } from "#transaction/transaction.ts";

type Credential = { readonly accountId: string; readonly passwordHash: string };

/** The password's hash of the account with this address, which is given in lower case. */
export async function findCredentialByEmail(
  transaction: Transaction,
  email: string,
): Promise<Credential | undefined> {
  const row = await transaction
    .selectFrom("instance_account as account")
    .innerJoin("instance_credential as credential", "credential.account_id", "account.account_id")
    .select(["account.account_id", "credential.password_hash"])
    .where("account.email", "=", email)
    .where("credential.provider", "=", "credential")
    .executeTakeFirst();
  return toCredential(row);
}

export async function findCredentialOfAccount(
  transaction: Transaction,
  accountId: string,
): Promise<Credential | undefined> {
  const row = await transaction
    .selectFrom("instance_credential")
    .select(["account_id", "password_hash"])
    .where("account_id", "=", accountId)
    .where("provider", "=", "credential")
    .executeTakeFirst();
  return toCredential(row);
}

function toCredential(
  row: { account_id: string; password_hash: string | null } | undefined,
): Credential | undefined {
  if (row === undefined || row.password_hash === null) return undefined;
  return { accountId: row.account_id, passwordHash: row.password_hash };
}
