import type { Transaction } from "#transaction/transaction.ts";

export type MemberRole = "owner" | "manager" | "member";

export type Membership = {
  readonly organizationId: string;
  readonly kind: "real" | "example";
  readonly role: MemberRole;
};

/** The organisations that an account belongs to, the oldest first. */
export async function membershipsOfAccount(
  transaction: Transaction,
  accountId: string,
): Promise<readonly Membership[]> {
  const rows = await transaction
    .selectFrom("instance_membership as membership")
    .innerJoin(
      "instance_organization as organization",
      "organization.organization_id",
      "membership.organization_id",
    )
    .select(["membership.organization_id", "organization.kind", "membership.role"])
    .where("membership.account_id", "=", accountId)
    .orderBy("membership.created_at")
    .orderBy("membership.organization_id")
    .execute();
  return rows.map((row) => ({
    organizationId: row.organization_id,
    kind: row.kind,
    role: row.role,
  }));
}

/** The organisations of one kind on this installation, the oldest first. */
export async function organizationsOfKind(
  transaction: Transaction,
  kind: "real" | "example",
): Promise<readonly string[]> {
  const rows = await transaction
    .selectFrom("instance_organization")
    .select("organization_id")
    .where("kind", "=", kind)
    .orderBy("created_at")
    .orderBy("organization_id")
    .execute();
  return rows.map((row) => row.organization_id);
}

/** Real organisations that nobody belongs to: made by the command line before the first account. */
export async function organizationsWithoutMembers(
  transaction: Transaction,
): Promise<readonly string[]> {
  const rows = await transaction
    .selectFrom("instance_organization as organization")
    .leftJoin(
      "instance_membership as membership",
      "membership.organization_id",
      "organization.organization_id",
    )
    .select("organization.organization_id")
    .where("organization.kind", "=", "real")
    .where("membership.account_id", "is", null)
    .orderBy("organization.created_at")
    .orderBy("organization.organization_id")
    .execute();
  return rows.map((row) => row.organization_id);
}

export async function registerOrganization(
  transaction: Transaction,
  organizationId: string,
  kind: "real" | "example",
  now: Date,
): Promise<void> {
  await transaction
    .insertInto("instance_organization")
    .values({ organization_id: organizationId, kind, created_at: now })
    .execute();
}

export async function addMember(
  transaction: Transaction,
  accountId: string,
  organizationId: string,
  role: MemberRole,
  now: Date,
): Promise<void> {
  await transaction
    .insertInto("instance_membership")
    .values({ account_id: accountId, organization_id: organizationId, role, created_at: now })
    .onConflict((conflict) => conflict.columns(["account_id", "organization_id"]).doNothing())
    .execute();
}

/** Where the session goes on; null where it is in no organisation any more. */
export async function setSessionOrganization(
  transaction: Transaction,
  sessionId: string,
  organizationId: string | null,
): Promise<void> {
  await transaction
    .updateTable("instance_session")
    .set({ organization_id: organizationId })
    .where("session_id", "=", sessionId)
    .execute();
}

/** Takes an organisation off the installation's lists; guests in it are shown out. */
export async function unregisterOrganization(
  transaction: Transaction,
  organizationId: string,
): Promise<void> {
  await transaction
    .deleteFrom("instance_session")
    .where("organization_id", "=", organizationId)
    .where("account_id", "is", null)
    .execute();
  await transaction
    .updateTable("instance_session")
    .set({ organization_id: null })
    .where("organization_id", "=", organizationId)
    .execute();
  await transaction
    .deleteFrom("instance_membership")
    .where("organization_id", "=", organizationId)
    .execute();
  await transaction
    .deleteFrom("instance_organization")
    .where("organization_id", "=", organizationId)
    .execute();
}
