import type { Transaction } from "#transaction/transaction.ts";
import type { MemberRole } from "./organizations.ts";

export type StoredInvitation = {
  readonly invitationId: string;
  readonly role: MemberRole;
  readonly name: string | null;
  readonly email: string | null;
  readonly invitedBy: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
};

const columns = [
  "invitation_id as invitationId",
  "role",
  "name",
  "email",
  "invited_by as invitedBy",
  "created_at as createdAt",
  "expires_at as expiresAt",
] as const;

/** The invitations that can still be used, the newest first. */
export async function openInvitations(
  transaction: Transaction,
  organizationId: string,
  now: Date,
): Promise<readonly StoredInvitation[]> {
  return transaction
    .selectFrom("invitation")
    .select(columns)
    .where("organization_id", "=", organizationId)
    .where("expires_at", ">", now)
    .orderBy("created_at", "desc")
    .orderBy("invitation_id")
    .execute();
}

export async function findInvitation(
  transaction: Transaction,
  organizationId: string,
  tokenHash: Uint8Array,
  now: Date,
): Promise<StoredInvitation | undefined> {
  return transaction
    .selectFrom("invitation")
    .select(columns)
    .where("organization_id", "=", organizationId)
    .where("token_hash", "=", Buffer.from(tokenHash))
    .where("expires_at", ">", now)
    .executeTakeFirst();
}

/** Takes the invitation away and returns it: of two who use it at once, one gets it. */
export async function takeInvitation(
  transaction: Transaction,
  organizationId: string,
  tokenHash: Uint8Array,
  now: Date,
): Promise<StoredInvitation | undefined> {
  return transaction
    .deleteFrom("invitation")
    .where("organization_id", "=", organizationId)
    .where("token_hash", "=", Buffer.from(tokenHash))
    .where("expires_at", ">", now)
    .returning(columns)
    .executeTakeFirst();
}

export async function insertInvitation(
  transaction: Transaction,
  organizationId: string,
  invitation: StoredInvitation & { readonly tokenHash: Uint8Array },
): Promise<void> {
  await transaction
    .insertInto("invitation")
    .values({
      organization_id: organizationId,
      invitation_id: invitation.invitationId,
      token_hash: Buffer.from(invitation.tokenHash),
      role: invitation.role,
      name: invitation.name,
      email: invitation.email,
      invited_by: invitation.invitedBy,
      created_at: invitation.createdAt,
      expires_at: invitation.expiresAt,
    })
    .execute();
}

/** Takes an invitation away and returns its role. */
export async function deleteInvitation(
  transaction: Transaction,
  organizationId: string,
  invitationId: string,
): Promise<MemberRole | undefined> {
  const row = await transaction
    .deleteFrom("invitation")
    .where("organization_id", "=", organizationId)
    .where("invitation_id", "=", invitationId)
    .returning("role")
    .executeTakeFirst();
  return row?.role;
}

/** What someone invited is no longer good when they may not invite any more. */
export async function deleteInvitationsBy(
  transaction: Transaction,
  organizationId: string,
  accountId: string,
): Promise<void> {
  await transaction
    .deleteFrom("invitation")
    .where("organization_id", "=", organizationId)
    .where("invited_by", "=", accountId)
    .execute();
}

export async function deleteExpiredInvitations(
  transaction: Transaction,
  organizationId: string,
  now: Date,
): Promise<void> {
  await transaction
    .deleteFrom("invitation")
    .where("organization_id", "=", organizationId)
    .where("expires_at", "<=", now)
    .execute();
}
