import {
  addMember,
  createOrganizationRow,
  deleteOrganizationRows,
  lockSetUp,
  organizationsOfKind,
  registerOrganization,
  setSessionOrganization,
  unregisterOrganization,
} from "@koers/database";
import { exampleMembership, type Identity } from "./identity.ts";
import type { Installation } from "./installation.ts";
import { openSession } from "./open-session.ts";

type Entered = {
  readonly identity: Exclude<Identity, { kind: "anonymous" }>;
  readonly organizationId: string;
  /** True when the organisation was made just now and is still empty. */
  readonly made: boolean;
  /** Of the guest's session, where one was opened. */
  readonly token?: string;
};

/**
 * Enters the example firm, an organisation of its own that is made when it is not there. Who has no
 * account gets a guest's session, good for the example firm and nothing else.
 */
export async function enterExample(
  installation: Installation,
  identity: Identity,
  name: string,
): Promise<Entered> {
  const { database, now, newId } = installation;
  const fresh = newId();
  return database.withOrganization(fresh, async (transaction) => {
    await lockSetUp(transaction);
    const [existing] = await organizationsOfKind(transaction, "example");
    const organizationId = existing ?? fresh;
    const made = existing === undefined;
    if (made) {
      await registerOrganization(transaction, organizationId, "example", now);
      await createOrganizationRow(transaction, { organizationId, name, kind: "example", now });
    }
    const current = exampleMembership(organizationId);
    if (identity.kind === "session") {
      await addMember(transaction, identity.account.id, organizationId, "owner", now);
      await setSessionOrganization(transaction, identity.sessionId, organizationId);
      const others = identity.memberships.filter((one) => one.organizationId !== organizationId);
      const memberships = [...others, current];
      return { identity: { ...identity, current, memberships }, organizationId, made };
    }
    if (identity.kind === "local") {
      return { identity: { kind: "local", organizationId }, organizationId, made };
    }
    if (identity.kind === "guest") return { identity, organizationId, made };
    const token = await openSession(transaction, installation, { accountId: null, organizationId });
    const guest = { kind: "guest", sessionId: "", current } as const;
    return { identity: guest, organizationId, made, token };
  });
}

/** Removes the example firm with every row that it has. Returns whether there was one. */
export async function removeExample({
  database,
}: Pick<Installation, "database">): Promise<boolean> {
  const examples = await database.withInstance((transaction) =>
    organizationsOfKind(transaction, "example"),
  );
  for (const organizationId of examples) {
    await database.withOrganization(organizationId, async (transaction) => {
      await deleteOrganizationRows(transaction, organizationId);
      await unregisterOrganization(transaction, organizationId);
    });
  }
  return examples.length > 0;
}
