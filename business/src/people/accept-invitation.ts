import type { InputOf } from "@koers/contract";
import {
  addMember,
  countAttempt,
  createAccount,
  emailIsTaken,
  forgetAttempts,
  lockMembers,
  lockSetUp,
  type Transaction,
  takeInvitation,
} from "@koers/database";
import { KoersError } from "../koers-error.ts";
import { appendAudit } from "./audit.ts";
import type { Installation } from "./installation.ts";
import { inviterMayStill } from "./inviter-may-still.ts";
import { attemptsKey, findInvited, type Knock } from "./open-invitation.ts";
import { openSession } from "./open-session.ts";

const attemptWindow = 15 * 60;
const attemptLimit = 10;

/** Makes an account by an invitation. Returns the token of a session in the organisation. */
export async function acceptInvitation(
  installation: Installation,
  input: InputOf<"acceptInvitation"> & Knock,
): Promise<string> {
  const { database, now, newId, passwords } = installation;
  const { organizationId, hash, invitation } = await findInvited(installation, input);
  // Who holds a link learns whether an address has an account, which ten tries do not make a list.
  const key = `invitation:${invitation.invitationId}`;
  const attempts = await database.withInstance((transaction) =>
    countAttempt(transaction, key, now, attemptWindow),
  );
  if (attempts > attemptLimit)
    throw new KoersError("too-many-attempts", { seconds: attemptWindow });
  const email = input.email.toLowerCase();
  const passwordHash = await passwords.hash(input.password);
  return database.withOrganization(organizationId, async (transaction) => {
    await lockSetUp(transaction);
    if (await emailIsTaken(transaction, email)) throw new KoersError("account-exists");
    const accountId = newId();
    const { name, language } = input;
    const account = { accountId, credentialId: newId(), name, email, language, passwordHash };
    await createAccount(transaction, account);
    await forgetAttempts(transaction, [attemptsKey(input.address), key]);
    return join(transaction, installation, { organizationId, hash, accountId });
  });
}

/** Joins with the account that one has. Returns the token of a new session in the organisation. */
export async function joinByInvitation(
  installation: Installation,
  accountId: string,
  knock: Knock,
): Promise<string> {
  const { organizationId, hash } = await findInvited(installation, knock);
  return installation.database.withOrganization(organizationId, async (transaction) => {
    const members = await lockMembers(transaction, organizationId);
    if (members.some((member) => member.accountId === accountId)) {
      throw new KoersError("already-member");
    }
    await forgetAttempts(transaction, [attemptsKey(knock.address)]);
    return join(transaction, installation, { organizationId, hash, accountId });
  });
}

type Joining = {
  readonly organizationId: string;
  readonly hash: Uint8Array;
  readonly accountId: string;
};

async function join(
  transaction: Transaction,
  installation: Installation,
  { organizationId, hash, accountId }: Joining,
): Promise<string> {
  const { now } = installation;
  // Members before invitations, as everywhere: who removes a member locks in that order too.
  const members = await lockMembers(transaction, organizationId);
  const used = await takeInvitation(transaction, organizationId, hash, now);
  if (used === undefined || !inviterMayStill(members, used))
    throw new KoersError("invitation-invalid");
  const { role, invitationId } = used;
  await addMember(transaction, accountId, organizationId, role, now);
  const context = { organizationId, accountId, now };
  await appendAudit(transaction, context, "invitation.accept", invitationId, { role });
  return openSession(transaction, installation, { accountId, organizationId });
}
