import type { OutputOf } from "@koers/contract";
import {
  countAttempt,
  findInvitation,
  findOrganization,
  membersOfOrganization,
} from "@koers/database";
import { KoersError } from "../koers-error.ts";
import type { Installation } from "./installation.ts";
import { readInvitationToken } from "./invitation-token.ts";
import { inviterMayStill } from "./inviter-may-still.ts";

export type Knock = {
  readonly token: string;
  /** The address it comes from, an IPv6 one cut to its network. */
  readonly address: string;
};

type Door = Pick<Installation, "database" | "now">;

/** As at signing in: fifty in a quarter of an hour from one address, whatever it tries. */
const attemptWindow = 15 * 60;
const attemptLimit = 50;

export function attemptsKey(address: string): string {
  return `invitation-address:${address}`;
}

/**
 * What a link leads to, which is told to who holds it. A wrong link, one that was used or withdrawn and
 * one that has expired are refused alike.
 */
export async function findInvited({ database, now }: Door, { token, address }: Knock) {
  const attempts = await database.withInstance((transaction) =>
    countAttempt(transaction, attemptsKey(address), now, attemptWindow),
  );
  if (attempts > attemptLimit)
    throw new KoersError("too-many-attempts", { seconds: attemptWindow });
  const read = readInvitationToken(token);
  if (read === undefined) throw new KoersError("invitation-invalid");
  const { organizationId, hash } = read;
  const found = await database.withOrganization(organizationId, async (transaction) => {
    const invitation = await findInvitation(transaction, organizationId, hash, now);
    const organization = await findOrganization(transaction, organizationId);
    if (invitation === undefined || organization === undefined) return undefined;
    const members = await membersOfOrganization(transaction, organizationId);
    return inviterMayStill(members, invitation) ? { invitation, organization } : undefined;
  });
  if (found === undefined) throw new KoersError("invitation-invalid");
  return { ...found, organizationId, hash };
}

export async function openInvitation(
  door: Door,
  knock: Knock,
): Promise<OutputOf<"openInvitation">> {
  const { invitation, organization } = await findInvited(door, knock);
  const { role, name, email, expiresAt } = invitation;
  const organizationName = organization.name;
  return { organizationName, role, name, email, expiresAt: expiresAt.toISOString() };
}
