import {
  findSession,
  type Membership,
  membershipsOfAccount,
  organizationsOfKind,
  type StoredAccount,
  touchSession,
} from "@koers/database";
import type { Installation } from "./installation.ts";
import { hashOfToken } from "./session-token.ts";

/** Who asks. */
export type Identity =
  | { readonly kind: "anonymous" }
  /** The command line on this machine, which may do what an owner may. */
  | { readonly kind: "local"; readonly organizationId: string | null }
  | {
      readonly kind: "session";
      readonly sessionId: string;
      readonly account: StoredAccount;
      readonly memberships: readonly Membership[];
      /** The organisation that one is in: chosen, or the first that one belongs to. */
      readonly current: Membership | null;
    }
  /** Someone without an account, who may look around in the example firm. */
  | { readonly kind: "guest"; readonly sessionId: string; readonly current: Membership };

const hour = 60 * 60 * 1000;
const day = 24 * hour;

/** A session ends after thirty days, or after seven without use. */
export const sessionLength = 30 * day;

export function idleSince(now: Date): Date {
  return new Date(now.getTime() - 7 * day);
}

/** Whose session this is; anonymous when there is none (any more). */
export async function identityOfToken(
  { database, now }: Pick<Installation, "database" | "now">,
  token: string,
): Promise<Identity> {
  return database.withInstance(async (transaction) => {
    const session = await findSession(transaction, hashOfToken(token), now, idleSince(now));
    if (session === undefined) return { kind: "anonymous" };
    const { sessionId, account, organizationId } = session;
    if (now.getTime() - session.usedAt.getTime() > hour) {
      await touchSession(transaction, sessionId, now);
    }
    if (account === null) {
      const examples = await organizationsOfKind(transaction, "example");
      if (organizationId === null || !examples.includes(organizationId)) {
        return { kind: "anonymous" };
      }
      return { kind: "guest", sessionId, current: exampleMembership(organizationId) };
    }
    const memberships = await membershipsOfAccount(transaction, account.id);
    const current =
      memberships.find((membership) => membership.organizationId === organizationId) ??
      memberships.find((membership) => membership.kind === "real") ??
      memberships[0] ??
      null;
    return { kind: "session", sessionId, account, memberships, current };
  });
}

/** In the example firm everyone may do everything. */
export function exampleMembership(organizationId: string): Membership {
  return { organizationId, kind: "example", role: "owner" };
}
