import type { StoredInvitation, StoredMember } from "@koers/database";
import { reachesTo } from "./role-rank.ts";

/**
 * Whether who invited belongs to the organisation and may give that role now. What they invited to goes
 * when that ends; this holds for an invitation that was being made in that same moment as well.
 */
export function inviterMayStill(
  members: readonly Pick<StoredMember, "accountId" | "role">[],
  { invitedBy, role }: Pick<StoredInvitation, "invitedBy" | "role">,
): boolean {
  const inviter = members.find(({ accountId }) => accountId === invitedBy);
  return inviter !== undefined && inviter.role !== "member" && reachesTo(inviter.role, role);
}
