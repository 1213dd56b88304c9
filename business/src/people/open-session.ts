import { createSession, deleteExpiredSessions, type Transaction } from "@koers/database";
import { idleSince, sessionLength } from "./identity.ts";
import type { Installation } from "./installation.ts";
import { hashOfToken, newSessionToken } from "./session-token.ts";

/** A new session with a new token; the token is returned for the cookie and kept nowhere. */
export async function openSession(
  transaction: Transaction,
  installation: Installation,
  session: { readonly accountId: string | null; readonly organizationId: string | null },
): Promise<string> {
  const { now, newId, randomBytes } = installation;
  const token = newSessionToken(randomBytes);
  await deleteExpiredSessions(transaction, now, idleSince(now));
  await createSession(transaction, {
    ...session,
    sessionId: newId(),
    tokenHash: hashOfToken(token),
    now,
    expiresAt: new Date(now.getTime() + sessionLength),
  });
  return token;
}
