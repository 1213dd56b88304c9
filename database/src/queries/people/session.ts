import type { Transaction } from "#transaction/transaction.ts";

/** A session that has not expired, with the account that it belongs to (null for a guest). */
export type StoredSession = {
  readonly sessionId: string;
  readonly organizationId: string | null;
  readonly usedAt: Date;
  readonly account: StoredAccount | null;
};

export type StoredAccount = {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly language: "nl" | "en";
};

/** `idleSince`: a session that was not used since then is over. */
export async function findSession(
  transaction: Transaction,
  tokenHash: Uint8Array,
  now: Date,
  idleSince: Date,
): Promise<StoredSession | undefined> {
  const row = await transaction
    .selectFrom("instance_session as session")
    .leftJoin("instance_account as account", "account.account_id", "session.account_id")
    .select([
      "session.session_id",
      "session.organization_id",
      "session.updated_at",
      "account.account_id",
      "account.name",
      "account.email",
      "account.language",
    ])
    .where("session.token_hash", "=", tokenHash)
    .where("session.expires_at", ">", now)
    .where("session.updated_at", ">", idleSince)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const { account_id: id, name, email, language } = row;
  return {
    sessionId: row.session_id,
    organizationId: row.organization_id,
    usedAt: row.updated_at,
    account:
      id === null || name === null || email === null || language === null
        ? null
        : { id, name, email, language },
  };
}

type NewSession = {
  readonly sessionId: string;
  readonly tokenHash: Uint8Array;
  readonly accountId: string | null;
  readonly organizationId: string | null;
  readonly now: Date;
  readonly expiresAt: Date;
};

export async function createSession(transaction: Transaction, session: NewSession): Promise<void> {
  await transaction
    .insertInto("instance_session")
    .values({
      session_id: session.sessionId,
      token_hash: session.tokenHash,
      account_id: session.accountId,
      organization_id: session.organizationId,
      created_at: session.now,
      updated_at: session.now,
      expires_at: session.expiresAt,
      user_agent: null,
    })
    .execute();
}

export async function touchSession(
  transaction: Transaction,
  sessionId: string,
  now: Date,
): Promise<void> {
  await transaction
    .updateTable("instance_session")
    .set({ updated_at: now })
    .where("session_id", "=", sessionId)
    .execute();
}

export async function endSession(transaction: Transaction, tokenHash: Uint8Array): Promise<void> {
  await transaction.deleteFrom("instance_session").where("token_hash", "=", tokenHash).execute();
}

export async function endSessionsOfAccount(
  transaction: Transaction,
  accountId: string,
): Promise<void> {
  await transaction.deleteFrom("instance_session").where("account_id", "=", accountId).execute();
}

export async function deleteExpiredSessions(
  transaction: Transaction,
  now: Date,
  idleSince: Date,
): Promise<void> {
  await transaction
    .deleteFrom("instance_session")
    .where((is) => is.or([is("expires_at", "<=", now), is("updated_at", "<=", idleSince)]))
    .execute();
}
