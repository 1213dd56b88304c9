import { z } from "zod";
import { operation } from "../operation.ts";
import { Language, MemberRole, Password, Session } from "./operations.ts";

const Undoable = z.object({ undoStepId: z.string() });
const InvitationToken = z.string().max(100);

/** Who belongs to an organisation, and who is invited to it. */
export const memberOperations = {
  listMembers: operation({
    id: "listMembers",
    method: "get",
    path: "/api/v1/members",
    summary: "Who belongs to the organisation, with role and since when",
    role: "member",
    input: z.object({}),
    output: z.object({
      members: z.array(
        z.object({
          id: z.string(),
          name: z.string(),
          email: z.string(),
          role: MemberRole,
          since: z.string(),
          /** Whether this is who asks. */
          self: z.boolean(),
        }),
      ),
    }),
  }),
  setMemberRole: operation({
    id: "setMemberRole",
    method: "put",
    path: "/api/v1/members/{id}/role",
    summary: "Give a member another role, at most one's own; an owner remains",
    role: "manager",
    input: z.object({ id: z.uuid(), role: MemberRole }),
    output: Undoable,
  }),
  removeMember: operation({
    id: "removeMember",
    method: "delete",
    path: "/api/v1/members/{id}",
    summary: "Take a member out of the organisation; their sessions end; an owner remains",
    role: "manager",
    input: z.object({ id: z.uuid() }),
    output: Undoable,
  }),
  listInvitations: operation({
    id: "listInvitations",
    method: "get",
    path: "/api/v1/invitations",
    summary: "Invitations that can still be used, the newest first",
    role: "manager",
    input: z.object({}),
    output: z.object({
      invitations: z.array(
        z.object({
          id: z.string(),
          role: MemberRole,
          name: z.string().nullable(),
          email: z.string().nullable(),
          invitedBy: z.string().nullable(),
          createdAt: z.string(),
          expiresAt: z.string(),
        }),
      ),
    }),
  }),
  createInvitation: operation({
    id: "createInvitation",
    method: "post",
    path: "/api/v1/invitations",
    summary: "Invite someone, with at most one's own role; the token is told once",
    role: "manager",
    input: z.object({
      role: MemberRole,
      name: z.string().trim().min(1).max(200).optional(),
      email: z.email().max(320).optional(),
    }),
    output: z.object({ id: z.string(), token: z.string(), expiresAt: z.string() }),
  }),
  withdrawInvitation: operation({
    id: "withdrawInvitation",
    method: "delete",
    path: "/api/v1/invitations/{id}",
    summary: "Make an invitation useless, for good",
    role: "manager",
    input: z.object({ id: z.uuid() }),
    output: z.object({}),
  }),
  openInvitation: operation({
    id: "openInvitation",
    method: "post",
    path: "/api/v1/invitation",
    summary: "What one is invited to; changes nothing",
    role: "public",
    input: z.object({ token: InvitationToken }),
    output: z.object({
      organizationName: z.string(),
      role: MemberRole,
      name: z.string().nullable(),
      email: z.string().nullable(),
      expiresAt: z.string(),
    }),
  }),
  acceptInvitation: operation({
    id: "acceptInvitation",
    method: "post",
    path: "/api/v1/invitation/account",
    summary: "Make an account by an invitation, and sign in",
    role: "public",
    input: z.object({
      token: InvitationToken,
      name: z.string().trim().min(1).max(200),
      email: z.email().max(320),
      password: Password,
      language: Language,
    }),
    output: Session,
  }),
  joinByInvitation: operation({
    id: "joinByInvitation",
    method: "post",
    path: "/api/v1/invitation/membership",
    summary: "Join by an invitation with the account that one is signed in with",
    role: "public",
    input: z.object({ token: InvitationToken }),
    output: Session,
  }),
} as const;
