import type { Transaction } from "#transaction/transaction.ts";
import type { MemberRole } from "./organizations.ts";

export type StoredMember = {
  readonly accountId: string;
  readonly name: string;
  readonly email: string;
  readonly role: MemberRole;
  readonly since: Date;
};

/** Who belongs to an organisation, by name. */
export async function membersOfOrganization(
  transaction: Transaction,
  organizationId: string,
): Promise<readonly StoredMember[]> {
  const rows = await transaction
    .selectFrom("instance_membership as membership")
    .innerJoin("instance_account as account", "account.account_id", "membership.account_id")
    .select(["account.account_id", "account.name", "account.email", "membership.role"])
    .select("membership.created_at")
    .where("membership.organization_id", "=", organizationId)
    .orderBy("account.name")
    .orderBy("account.account_id")
    .execute();
  return rows.map((row) => ({
    accountId: row.account_id,
    name: row.name,
    email: row.email,
    role: row.role,
    since: row.created_at,
  }));
}

/** The memberships of an organisation, which nobody else changes until the transaction ends. */
export async function lockMembers(
  transaction: Transaction,
  organizationId: string,
): Promise<readonly Pick<StoredMember, "accountId" | "role" | "since">[]> {
  const rows = await transaction
    .selectFrom("instance_membership")
    .select(["account_id", "role", "created_at"])
    .where("organization_id", "=", organizationId)
    .orderBy("account_id")
    .forUpdate()
    .execute();
  return rows.map((row) => ({
    accountId: row.account_id,
    role: row.role,
    since: row.created_at,
  }));
}

export async function setMembershipRole(
  transaction: Transaction,
  organizationId: string,
  accountId: string,
  role: MemberRole,
): Promise<void> {
  await transaction
    .updateTable("instance_membership")
    .set({ role })
    .where("organization_id", "=", organizationId)
    .where("account_id", "=", accountId)
    .execute();
}

export async function removeMembership(
  transaction: Transaction,
  organizationId: string,
  accountId: string,
): Promise<void> {
  await transaction
    .deleteFrom("instance_membership")
    .where("organization_id", "=", organizationId)
    .where("account_id", "=", accountId)
    .execute();
}
