import {
  changePassword,
  createOrganization,
  createOwner,
  describeSession,
  editOrganization,
  enterOrganization,
  getOrganization,
  type Identity,
  identityOfToken,
  KoersError,
  listAuditEntries,
  setLanguage,
  signIn,
  signOut,
  sumsAfterEdit,
  undo,
} from "@koers/business";
import type { Session } from "@koers/contract";
import { isLoopback } from "#configuration.ts";
import type { Call, Handlers } from "../handler.ts";
import { requireSetupCode } from "./setup-code.ts";
import { undoHandlers } from "./undo-handlers.ts";

type PeopleOperation =
  | "getSession"
  | "createOwner"
  | "signIn"
  | "signOut"
  | "changePassword"
  | "setLanguage"
  | "enterOrganization"
  | "createOrganization"
  | "getOrganization"
  | "editOrganization"
  | "undo"
  | "listAuditEntries";

export const peopleHandlers: Pick<Handlers, PeopleOperation> = {
  getSession: (_, call) => sessionOf(call, call.identity),

  async createOwner({ setupCode, ...input }, call) {
    const installation = await call.installation();
    await requireSetupCode(call, setupCode);
    const token = await createOwner(installation, input);
    return enter(call, token);
  },

  async signIn(input, call) {
    const { sleep } = call.services;
    const token = await signIn(await call.installation(), {
      ...input,
      address: call.address,
      sleep,
    });
    return enter(call, token);
  },

  async signOut(_, call) {
    if (call.token !== null) await signOut(await call.installation(), call.token);
    call.setSession(null);
    return {};
  },

  async changePassword(input, call) {
    await changePassword(
      await call.installation(),
      requireAccount(call.identity).account.id,
      input,
    );
    call.setSession(null);
    return {};
  },

  async setLanguage({ language }, call) {
    const { account } = requireAccount(call.identity);
    await setLanguage(await call.installation(), account.id, language);
    return {};
  },

  async enterOrganization({ id }, call) {
    const identity = requireAccount(call.identity);
    return sessionOf(call, await enterOrganization(await call.installation(), identity, id));
  },

  async createOrganization({ name }, call) {
    return sessionOf(
      call,
      await createOrganization(await call.installation(), call.identity, name),
    );
  },

  getOrganization: async (_, call) => getOrganization(await call.context()),

  editOrganization: async (input, call) =>
    editOrganization(await call.context(), input, sumsAfterEdit),

  undo: async (input, call) => undo(await call.context(), input, undoHandlers),

  listAuditEntries: async (input, call) => listAuditEntries(await call.context(), input),
};

export async function sessionOf(call: Call, identity: Identity): Promise<Session> {
  const { version, host } = call.services.configuration;
  return describeSession(await call.installation(), identity, {
    version,
    setupCodeNeeded: !isLoopback(host),
  });
}

export async function enter(call: Call, token: string): Promise<Session> {
  const installation = await call.installation();
  // The session that one came with, a guest's for instance, is over.
  if (call.token !== null) await signOut(installation, call.token);
  call.setSession(token);
  return sessionOf(call, await identityOfToken(installation, token));
}

export function requireAccount(identity: Identity): Extract<Identity, { kind: "session" }> {
  if (identity.kind !== "session") throw new KoersError("forbidden");
  return identity;
}
