import type { OutputOf } from "@koers/contract";
import { namesOfAccounts, openInvitations } from "@koers/database";
import type { Context } from "../context.ts";

/** Invitations that can still be used; of what the link holds nothing is known any more. */
export async function listInvitations({
  database,
  organizationId,
  now,
}: Context): Promise<OutputOf<"listInvitations">> {
  return database.withOrganization(organizationId, async (transaction) => {
    const open = await openInvitations(transaction, organizationId, now);
    const inviters = [...new Set(open.map(({ invitedBy }) => invitedBy))];
    const names = await namesOfAccounts(transaction, inviters);
    return {
      invitations: open.map((one) => ({
        id: one.invitationId,
        role: one.role,
        name: one.name,
        email: one.email,
        invitedBy: names.get(one.invitedBy) ?? null,
        createdAt: one.createdAt.toISOString(),
        expiresAt: one.expiresAt.toISOString(),
      })),
    };
  });
}
