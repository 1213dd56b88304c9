import type { MemberRole } from "@koers/contract";

const roles = ["member", "manager", "owner"] as const satisfies readonly MemberRole[];

/** The roles that someone with a role of their own may give. */
export function rolesUpTo(own: MemberRole): readonly MemberRole[] {
  return roles.slice(0, roles.indexOf(own) + 1);
}
