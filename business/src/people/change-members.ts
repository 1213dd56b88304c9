import type { MemberRole, OutputOf } from "@koers/contract";
import {
  addMember,
  deleteInvitationsBy,
  endSessionsOfAccount,
  lockMembers,
  removeMembership,
  setMembershipRole,
  type Transaction,
} from "@koers/database";
import type { Context } from "../context.ts";
import { KoersError } from "../koers-error.ts";
import { appendAudit } from "./audit.ts";
import { reachesTo } from "./role-rank.ts";
import { recordUndoStep, type UndoHandler, type UndoHandlers } from "./undo.ts";

const roleChange = "member.role";
const removal = "member.remove";

type Membership = { readonly accountId: string; readonly role: MemberRole };

/** Gives a member another role. It holds from their next request on. */
export async function setMemberRole(
  context: Context,
  { id, role }: { readonly id: string; readonly role: MemberRole },
): Promise<OutputOf<"setMemberRole">> {
  const { organizationId } = context;
  return context.database.withOrganization(organizationId, async (transaction) => {
    const before = await giveRole(transaction, context, id, role);
    await appendAudit(transaction, context, roleChange, id, { from: before, to: role });
    return {
      undoStepId: await recordUndoStep(
        transaction,
        context,
        roleChange,
        { accountId: id, role: before } satisfies Membership,
        { accountId: id, role } satisfies Membership,
      ),
    };
  });
}

/** Takes a member out. Their sessions end, and what they invited to is no longer good. */
export async function removeMember(
  context: Context,
  { id }: { readonly id: string },
): Promise<OutputOf<"removeMember">> {
  const { organizationId } = context;
  return context.database.withOrganization(organizationId, async (transaction) => {
    const { role, since } = await changeable(transaction, context, id, null);
    await removeMembership(transaction, organizationId, id);
    await deleteInvitationsBy(transaction, organizationId, id);
    await endSessionsOfAccount(transaction, id);
    await appendAudit(transaction, context, removal, id, { role });
    const before = { accountId: id, role, since: since.toISOString() };
    return { undoStepId: await recordUndoStep(transaction, context, removal, before, null) };
  });
}

async function giveRole(
  transaction: Transaction,
  context: Context,
  accountId: string,
  role: MemberRole,
): Promise<MemberRole> {
  const before = (await changeable(transaction, context, accountId, role)).role;
  await setMembershipRole(transaction, context.organizationId, accountId, role);
  if (!reachesTo(role, before)) {
    await deleteInvitationsBy(transaction, context.organizationId, accountId);
  }
  return before;
}

/** The membership, locked with all others so that of two owners who leave at once one stays. */
async function changeable(
  transaction: Transaction,
  context: Context,
  accountId: string,
  next: MemberRole | null,
) {
  const members = await lockMembers(transaction, context.organizationId);
  const member = members.find((one) => one.accountId === accountId);
  if (member === undefined) throw new KoersError("not-found");
  // As who asks is now, which may be less than when the request came in; the command line is nobody's.
  const own =
    context.accountId === null
      ? context.role
      : (members.find((one) => one.accountId === context.accountId)?.role ?? "member");
  const reached = reachesTo(own, member.role) && reachesTo(own, next ?? "member");
  // Undoing asks for no role of its own: a member has no say here either way.
  if (!reached || own === "member") throw new KoersError("forbidden");
  const owners = members.filter(({ role }) => role === "owner");
  if (member.role === "owner" && next !== "owner" && owners.length === 1) {
    throw new KoersError("last-owner");
  }
  return member;
}

const undoRole: UndoHandler = async (transaction, context, step) => {
  const [before, after] = [step.before as Membership, step.after as Membership];
  const members = await lockMembers(transaction, context.organizationId);
  const now = members.find(({ accountId }) => accountId === after.accountId);
  if (now?.role !== after.role) throw new KoersError("undo-not-possible");
  await giveRole(transaction, context, before.accountId, before.role);
};

/** They belong to it again; they have to sign in, and their invitations stay gone. */
const undoRemoval: UndoHandler = async (transaction, context, step) => {
  const { accountId, role, since } = step.before as Membership & { readonly since: string };
  const { organizationId } = context;
  const members = await lockMembers(transaction, organizationId);
  if (members.some((member) => member.accountId === accountId)) {
    throw new KoersError("undo-not-possible");
  }
  if (context.role === "member" || !reachesTo(context.role, role)) {
    throw new KoersError("forbidden");
  }
  await addMember(transaction, accountId, organizationId, role, new Date(since));
};

export const memberUndo: UndoHandlers = { [roleChange]: undoRole, [removal]: undoRemoval };
