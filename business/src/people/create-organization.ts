import {
  addMember,
  createOrganizationRow,
  registerOrganization,
  setSessionOrganization,
} from "@koers/database";
import { KoersError } from "../koers-error.ts";
import { appendAudit } from "./audit.ts";
import type { Identity } from "./identity.ts";
import type { Installation } from "./installation.ts";

/** Starts an organisation and goes on in it. Made by the command line it has no members yet. */
export async function createOrganization(
  { database, now, newId }: Pick<Installation, "database" | "now" | "newId">,
  identity: Identity,
  name: string,
): Promise<Identity> {
  if (identity.kind !== "local" && identity.kind !== "session") throw new KoersError("forbidden");
  const organizationId = newId();
  const accountId = identity.kind === "session" ? identity.account.id : null;
  await database.withOrganization(organizationId, async (transaction) => {
    await registerOrganization(transaction, organizationId, "real", now);
    await createOrganizationRow(transaction, { organizationId, name, kind: "real", now });
    await appendAudit(
      transaction,
      { organizationId, accountId, now },
      "organization.create",
      organizationId,
    );
    if (identity.kind === "session") {
      await addMember(transaction, identity.account.id, organizationId, "owner", now);
      await setSessionOrganization(transaction, identity.sessionId, organizationId);
    }
  });
  if (identity.kind === "local") return { kind: "local", organizationId };
  const current = { organizationId, kind: "real", role: "owner" } as const;
  return { ...identity, current, memberships: [...identity.memberships, current] };
}
