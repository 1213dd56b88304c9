import type { Transaction } from "#transaction/transaction.ts";

type NewAccount = {
  readonly accountId: string;
  readonly credentialId: string;
  readonly name: string;
  readonly email: string;
  readonly language: "nl" | "en";
  readonly passwordHash: string;
};

/** An account that signs in with a password. Always an insert: an address that is taken is an error. */
export async function createAccount(transaction: Transaction, account: NewAccount): Promise<void> {
  await transaction
    .insertInto("instance_account")
    .values({
      account_id: account.accountId,
      name: account.name,
      email: account.email,
      language: account.language,
    })
    .execute();
  await transaction
    .insertInto("instance_credential")
    .values({
      credential_id: account.credentialId,
      account_id: account.accountId,
      provider: "credential",
      provider_account_id: account.accountId,
      password_hash: account.passwordHash,
    })
    .execute();
}
