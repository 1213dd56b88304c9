import type { InputOf } from "@koers/contract";
import {
  accountExists,
  addMember,
  changeOrganization,
  createAccount,
  createOrganizationRow,
  lockSetUp,
  organizationsOfKind,
  organizationsWithoutMembers,
  registerOrganization,
} from "@koers/database";
import { KoersError } from "../koers-error.ts";
import { appendAudit } from "./audit.ts";
import type { Installation } from "./installation.ts";
import { openSession } from "./open-session.ts";

/**
 * The first visitor's account and organisation, and a session in it (its token is returned). What the
 * command line imported before there was an account becomes theirs, under the name that they give.
 */
export async function createOwner(
  installation: Installation,
  input: Omit<InputOf<"createOwner">, "setupCode">,
): Promise<string> {
  const { database, now, newId, passwords } = installation;
  const orphans = await database.withInstance(async (transaction) => {
    if (await accountExists(transaction)) throw new KoersError("already-set-up");
    return organizationsWithoutMembers(transaction);
  });
  const passwordHash = await passwords.hash(input.password);
  const organizationId = orphans[0] ?? newId();
  return database.withOrganization(organizationId, async (transaction) => {
    await lockSetUp(transaction);
    if (await accountExists(transaction)) throw new KoersError("already-set-up");
    const accountId = newId();
    await createAccount(transaction, {
      accountId,
      credentialId: newId(),
      name: input.name,
      email: input.email.toLowerCase(),
      language: input.language,
      passwordHash,
    });
    if (orphans.length === 0) {
      await registerOrganization(transaction, organizationId, "real", now);
      await createOrganizationRow(transaction, {
        organizationId,
        name: input.organizationName,
        kind: "real",
        now,
      });
    } else {
      await changeOrganization(transaction, organizationId, { name: input.organizationName });
    }
    const examples = await organizationsOfKind(transaction, "example");
    for (const id of new Set([organizationId, ...orphans, ...examples])) {
      await addMember(transaction, accountId, id, "owner", now);
    }
    await appendAudit(transaction, { organizationId, accountId, now }, "account.create", accountId);
    return openSession(transaction, installation, { accountId, organizationId });
  });
}
