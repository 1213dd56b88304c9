import type { InputOf, OutputOf } from "@koers/contract";
import { deleteExpiredInvitations, findOrganization, insertInvitation } from "@koers/database";
import type { Context } from "../context.ts";
import { KoersError } from "../koers-error.ts";
import { appendAudit } from "./audit.ts";
import type { Installation } from "./installation.ts";
import { newInvitationToken } from "./invitation-token.ts";
import { reachesTo } from "./role-rank.ts";
import { hashOfToken } from "./session-token.ts";

const oneDay = 24 * 60 * 60 * 1000;

/** Invites someone. The token is returned for the link, and kept nowhere. */
export async function createInvitation(
  context: Context & Pick<Installation, "randomBytes">,
  input: InputOf<"createInvitation">,
): Promise<OutputOf<"createInvitation">> {
  const { organizationId, accountId, now } = context;
  // An invitation is someone's, so that it ends when they may not invite any more.
  if (accountId === null || !reachesTo(context.role, input.role)) throw new KoersError("forbidden");
  const token = newInvitationToken(organizationId, context.randomBytes);
  const invitationId = context.newId();
  const expiresAt = new Date(now.getTime() + oneDay);
  await context.database.withOrganization(organizationId, async (transaction) => {
    const organization = await findOrganization(transaction, organizationId);
    if (organization?.kind !== "real") throw new KoersError("forbidden", { reason: "example" });
    await deleteExpiredInvitations(transaction, organizationId, now);
    await insertInvitation(transaction, organizationId, {
      invitationId,
      tokenHash: hashOfToken(token),
      role: input.role,
      name: input.name ?? null,
      email: input.email ?? null,
      invitedBy: accountId,
      createdAt: now,
      expiresAt,
    });
    await appendAudit(transaction, context, "invitation.create", invitationId, {
      role: input.role,
    });
  });
  return { id: invitationId, token, expiresAt: expiresAt.toISOString() };
}
