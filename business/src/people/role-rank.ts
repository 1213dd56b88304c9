import type { MemberRole } from "@koers/contract";

const ranks: Readonly<Record<MemberRole, number>> = { member: 1, manager: 2, owner: 3 };

/** Nobody gives, takes or invites to a role above their own. */
export function reachesTo(own: MemberRole, role: MemberRole): boolean {
  return ranks[own] >= ranks[role];
}
