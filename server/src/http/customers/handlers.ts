import {
  addNote,
  deleteNote,
  deleteView,
  editCustomer,
  editNote,
  exportPortfolio,
  findCustomers,
  getCustomer,
  getCustomerLines,
  getPortfolio,
  getRetention,
  getUnattributedLines,
  listSavedViews,
  mergeCustomers,
  saveView,
  setScoringObjection,
  splitCustomer,
} from "@koers/business";
import type { customerOperations, FactKey } from "@koers/contract";
import { createPhrases } from "@koers/phrases";
import type { Handlers } from "../handler.ts";
import { ofOrganization } from "../of-organization.ts";

export const customerHandlers: Pick<Handlers, keyof typeof customerOperations> = {
  getPortfolio: ofOrganization(getPortfolio),
  async exportPortfolio(input, call) {
    const { t } = createPhrases(input.language);
    const name = (fact: FactKey) => t(`facts.${fact}.name`);
    const { bytes, ...file } = await exportPortfolio(await call.context(), input, name);
    return { ...file, content: bytes };
  },
  getRetention: ofOrganization(getRetention),
  findCustomers: ofOrganization(findCustomers),
  getCustomer: ofOrganization(getCustomer),
  getCustomerLines: ofOrganization(getCustomerLines),
  getUnattributedLines: ofOrganization(getUnattributedLines),
  editCustomer: ofOrganization(editCustomer),
  setScoringObjection: ofOrganization(setScoringObjection),
  mergeCustomers: ofOrganization(mergeCustomers),
  splitCustomer: ofOrganization(splitCustomer),
  addNote: ofOrganization(addNote),
  editNote: ofOrganization(editNote),
  deleteNote: ofOrganization(deleteNote),
  listSavedViews: ofOrganization(listSavedViews),
  saveView: ofOrganization(saveView),
  deleteView: ofOrganization(deleteView),
};
