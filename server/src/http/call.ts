import { type Identity, KoersError } from "@koers/business";
import { isLoopback } from "../configuration.ts";
import type { Services } from "../services.ts";
import { clientAddress, limiterKey } from "./client-address.ts";
import type { Call } from "./handler.ts";
import { identify, localOrganization } from "./identify.ts";
import type { SessionCookie } from "./session-cookie.ts";

export type Origin = {
  readonly request: Request;
  /** The other end of the connection; absent when there is none, as for a call inside this process. */
  readonly remote: string | undefined;
};

/** Where a request comes from and by which token it is known. */
export function credentialsOf(
  services: Services,
  { request, remote }: Origin,
  cookie: SessionCookie,
) {
  const { headers } = request;
  const { trustedProxies } = services.configuration;
  const address = clientAddress(remote, headers.get("x-forwarded-for"), trustedProxies);
  // A request that came through a proxy is not from this machine, wherever the proxy stands.
  const fromThisMachine =
    isLoopback(remote ?? "127.0.0.1") &&
    headers.get("x-forwarded-for") === null &&
    headers.get("forwarded") === null;
  return {
    bearer: /^Bearer (\S+)$/.exec(headers.get("authorization") ?? "")?.[1] ?? null,
    cookie: cookie.read(headers.get("cookie")),
    organization: headers.get("koers-organization"),
    address: limiterKey(address),
    fromThisMachine,
  };
}

type Circumstances = ReturnType<typeof credentialsOf> & {
  readonly body: AsyncIterable<Uint8Array> | null;
  readonly signal: AbortSignal;
  readonly setSession: (token: string | null) => void;
};

export async function createCall(services: Services, circumstances: Circumstances): Promise<Call> {
  const identity = await identify(services, circumstances);
  const { address, fromThisMachine, body, signal, setSession } = circumstances;
  return {
    services,
    identity,
    ownerKey: ownerKeyOf(identity),
    address,
    fromThisMachine,
    token: circumstances.cookie,
    body,
    signal,
    setSession,
    async installation() {
      const { now, newId, randomBytes, passwords } = services;
      return { database: await services.database(), now: now(), newId, randomBytes, passwords };
    },
    identifyAgain: () => identify(services, circumstances),
    async context() {
      const { now, newId } = services;
      const database = await services.database();
      const base = { database, now: now(), newId };
      if (identity.kind === "anonymous") throw new KoersError("not-signed-in");
      if (identity.kind === "local") {
        const organizationId = await localOrganization(services, identity.organizationId);
        return { ...base, organizationId, accountId: null, role: "owner" };
      }
      if (identity.current === null) throw new KoersError("forbidden");
      const { organizationId, role } = identity.current;
      const accountId = identity.kind === "session" ? identity.account.id : null;
      return { ...base, organizationId, accountId, role };
    },
  };
}

function ownerKeyOf(identity: Identity): string {
  if (identity.kind === "session") return `account:${identity.account.id}`;
  if (identity.kind === "guest") return `guest:${identity.sessionId}`;
  return identity.kind;
}
