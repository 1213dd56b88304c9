import { setSessionOrganization } from "@koers/database";
import { KoersError } from "../koers-error.ts";
import type { Identity } from "./identity.ts";
import type { Installation } from "./installation.ts";

/** Goes on in another organisation; one that the account does not belong to does not exist for it. */
export async function enterOrganization(
  { database }: Pick<Installation, "database">,
  identity: Extract<Identity, { kind: "session" }>,
  organizationId: string,
): Promise<Identity> {
  const current = identity.memberships.find(
    (membership) => membership.organizationId === organizationId,
  );
  if (current === undefined) throw new KoersError("not-found");
  await database.withInstance((transaction) =>
    setSessionOrganization(transaction, identity.sessionId, organizationId),
  );
  return { ...identity, current };
}
