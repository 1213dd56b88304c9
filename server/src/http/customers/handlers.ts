import { getPortfolio } from "@koers/business";
import type { Handlers } from "../handler.ts";
import { ofOrganization } from "../of-organization.ts";

export const customerHandlers: Pick<Handlers, "getPortfolio"> = {
  getPortfolio: ofOrganization(getPortfolio),
};
