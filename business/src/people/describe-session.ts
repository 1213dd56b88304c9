import type { Session } from "@koers/contract";
import {
  accountExists,
  findOrganization,
  type Membership,
  organizationsOfKind,
} from "@koers/database";
import type { Identity } from "./identity.ts";
import type { Installation } from "./installation.ts";

type Circumstances = { readonly version: string; readonly setupCodeNeeded: boolean };

/** Who asks, and where, in the shape that the pages and the command line read. */
export async function describeSession(
  { database }: Pick<Installation, "database">,
  identity: Identity,
  { version, setupCodeNeeded }: Circumstances,
): Promise<Session> {
  const known = await database.withInstance(async (transaction) => ({
    firstVisit: !(await accountExists(transaction)),
    examples: await organizationsOfKind(transaction, "example"),
    real: identity.kind === "local" ? await organizationsOfKind(transaction, "real") : [],
  }));
  const memberships: readonly Membership[] =
    identity.kind === "session"
      ? identity.memberships
      : identity.kind === "guest"
        ? [identity.current]
        : known.real.map((organizationId) => ({ organizationId, kind: "real", role: "owner" }));
  const organizations: Session["organizations"] = [];
  for (const { organizationId, role } of memberships) {
    const found = await database.withOrganization(organizationId, (transaction) =>
      findOrganization(transaction, organizationId),
    );
    if (found === undefined) continue;
    const { name, kind, currency } = found;
    organizations.push({ id: organizationId, name, kind, role, currency });
  }
  const currentId = currentOrganization(identity);
  return {
    version,
    firstVisit: known.firstVisit,
    setupCodeNeeded: known.firstVisit && setupCodeNeeded,
    exampleLoaded: known.examples.length > 0,
    account: identity.kind === "session" ? identity.account : null,
    organization: organizations.find(({ id }) => id === currentId) ?? null,
    organizations,
  };
}

function currentOrganization(identity: Identity): string | null {
  if (identity.kind === "anonymous") return null;
  if (identity.kind === "local") return identity.organizationId;
  return identity.current?.organizationId ?? null;
}
