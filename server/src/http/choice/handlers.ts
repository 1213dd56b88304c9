import {
  activateException,
  approveException,
  createExceptionDraft,
  editExceptionDraft,
  endException,
  getException,
  listExceptions,
  markExceptionRead,
  refuseException,
  renewException,
  submitException,
} from "@koers/business";
import type { choiceOperations } from "@koers/contract";
import type { Handlers } from "../handler.ts";
import { ofOrganization } from "../of-organization.ts";

export const choiceHandlers: Pick<Handlers, keyof typeof choiceOperations> = {
  listExceptions: ofOrganization(listExceptions),
  getException: ofOrganization(getException),
  createExceptionDraft: ofOrganization(createExceptionDraft),
  editExceptionDraft: ofOrganization(editExceptionDraft),
  submitException: ofOrganization(submitException),
  approveException: ofOrganization(approveException),
  refuseException: ofOrganization(refuseException),
  activateException: ofOrganization(activateException),
  endException: ofOrganization(endException),
  renewException: ofOrganization(renewException),
  markExceptionRead: ofOrganization(markExceptionRead),
};
