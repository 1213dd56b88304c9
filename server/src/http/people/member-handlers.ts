import {
  acceptInvitation,
  createInvitation,
  joinByInvitation,
  listInvitations,
  listMembers,
  openInvitation,
  removeMember,
  setMemberRole,
  withdrawInvitation,
} from "@koers/business";
import type { memberOperations } from "@koers/contract";
import type { Handlers } from "../handler.ts";
import { ofOrganization } from "../of-organization.ts";
import { enter, requireAccount } from "./handlers.ts";

export const memberHandlers: Pick<Handlers, keyof typeof memberOperations> = {
  listMembers: ofOrganization(listMembers),
  setMemberRole: ofOrganization(setMemberRole),
  removeMember: ofOrganization(removeMember),
  listInvitations: ofOrganization(listInvitations),
  withdrawInvitation: ofOrganization(withdrawInvitation),

  async createInvitation(input, call) {
    const { randomBytes } = call.services;
    return createInvitation({ ...(await call.context()), randomBytes }, input);
  },

  openInvitation: async ({ token }, { address, installation }) =>
    openInvitation(await installation(), { token, address }),

  async acceptInvitation(input, call) {
    const { address } = call;
    return enter(call, await acceptInvitation(await call.installation(), { ...input, address }));
  },

  async joinByInvitation({ token }, call) {
    const { account } = requireAccount(call.identity);
    const { address } = call;
    const knock = { token, address };
    return enter(call, await joinByInvitation(await call.installation(), account.id, knock));
  },
};
