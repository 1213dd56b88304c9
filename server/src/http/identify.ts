import { createHash, timingSafeEqual } from "node:crypto";
import { type Identity, identityOfToken, KoersError } from "@koers/business";
import { organizationsOfKind } from "@koers/database";
import type { Services } from "../services.ts";

type Credentials = {
  readonly bearer: string | null;
  readonly cookie: string | null;
  /** Which organisation the command line means: its id; the only one where it says nothing. */
  readonly organization: string | null;
  readonly fromThisMachine: boolean;
};

/** Who asks, by the command line's token or the session's cookie. */
export async function identify(services: Services, credentials: Credentials): Promise<Identity> {
  const { bearer, cookie, fromThisMachine } = credentials;
  if (bearer !== null) {
    const right = fromThisMachine && sameText(bearer, services.localToken);
    if (!right) throw new KoersError("not-signed-in");
    return { kind: "local", organizationId: credentials.organization };
  }
  if (cookie === null) return { kind: "anonymous" };
  return identityOfToken({ database: await services.database(), now: services.now() }, cookie);
}

/** The organisation that the command line works in. */
export async function localOrganization(
  services: Services,
  organizationId: string | null,
): Promise<string> {
  const database = await services.database();
  const real = await database.withInstance((transaction) =>
    organizationsOfKind(transaction, "real"),
  );
  const examples = await database.withInstance((transaction) =>
    organizationsOfKind(transaction, "example"),
  );
  if (organizationId !== null) {
    if (![...real, ...examples].includes(organizationId)) throw new KoersError("not-found");
    return organizationId;
  }
  const [only, second] = real;
  if (only === undefined) throw new KoersError("not-found");
  if (second !== undefined) throw new KoersError("input-invalid", { field: "organization" });
  return only;
}

function sameText(left: string, right: string): boolean {
  const hash = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(hash(left), hash(right));
}
