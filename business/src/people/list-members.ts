import type { OutputOf } from "@koers/contract";
import { membersOfOrganization } from "@koers/database";
import type { Context } from "../context.ts";

/** Who belongs to the organisation, by name. */
export async function listMembers({
  database,
  organizationId,
  accountId,
}: Context): Promise<OutputOf<"listMembers">> {
  const members = await database.withOrganization(organizationId, (transaction) =>
    membersOfOrganization(transaction, organizationId),
  );
  return {
    members: members.map(({ accountId: id, name, email, role, since }) => ({
      id,
      name,
      email,
      role,
      since: since.toISOString(),
      self: id === accountId,
    })),
  };
}
