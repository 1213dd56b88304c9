import {
  decideMatch,
  getImport,
  inspectFiles,
  KoersError,
  listAccounts,
  listActivities,
  listImports,
  listMatchProposals,
  listPeopleRates,
  setAccountRole,
  setActivityKind,
  setPersonRate,
  undoImport,
} from "@koers/business";
import type { Call, Handlers } from "../handler.ts";
import { ofOrganization } from "../of-organization.ts";
import { watchPreview } from "./watch-preview.ts";

type BooksOperation =
  | "uploadFile"
  | "inspectFiles"
  | "startPreview"
  | "getPreview"
  | "watchPreview"
  | "answerPreview"
  | "confirmPreview"
  | "cancelPreview"
  | "listImports"
  | "getImport"
  | "undoImport"
  | "listAccounts"
  | "setAccountRole"
  | "listActivities"
  | "setActivityKind"
  | "listPeopleRates"
  | "setPersonRate"
  | "listMatchProposals"
  | "decideMatch";

export const booksHandlers: Pick<Handlers, BooksOperation> = {
  async uploadFile({ name }, call) {
    refuseExample(call);
    const upload = await call.services.uploads.receive(call.ownerKey, name, call.body ?? nothing());
    return { uploadId: upload.uploadId, name: upload.name, size: upload.size };
  },

  async inspectFiles({ uploadIds }, call) {
    const sources = uploadIds.map((id) => call.services.uploads.find(call.ownerKey, id));
    const { readers, now } = call.services;
    const today = now().toISOString().slice(0, 10);
    const files = await inspectFiles(sources, { today, signal: call.signal, readers });
    return { files: [...files] };
  },

  async startPreview(input, call) {
    refuseExample(call);
    for (const id of input.uploadIds) call.services.uploads.find(call.ownerKey, id);
    const desk = await call.services.importDesk();
    return desk.startPreview(await call.context(), input);
  },

  async getPreview(input, call) {
    return (await call.services.importDesk()).getPreview(await call.context(), input);
  },

  async watchPreview({ id }, call) {
    return watchPreview(await call.services.importDesk(), await call.context(), id, call.signal);
  },

  async answerPreview(input, call) {
    return (await call.services.importDesk()).answerPreview(await call.context(), input);
  },

  async confirmPreview(input, call) {
    refuseExample(call);
    return (await call.services.importDesk()).confirmPreview(await call.context(), input);
  },

  async cancelPreview(input, call) {
    return (await call.services.importDesk()).cancelPreview(await call.context(), input);
  },

  listImports: ofOrganization(listImports),
  getImport: ofOrganization(getImport),
  undoImport: ofOrganization(undoImport),
  listAccounts: ofOrganization(listAccounts),
  setAccountRole: ofOrganization(setAccountRole),
  listActivities: ofOrganization(listActivities),
  setActivityKind: ofOrganization(setActivityKind),
  listPeopleRates: ofOrganization(listPeopleRates),
  setPersonRate: ofOrganization(setPersonRate),
  listMatchProposals: ofOrganization(listMatchProposals),
  decideMatch: ofOrganization(decideMatch),
};

/** The example firm takes nobody's own files: real and made-up never stand together. */
function refuseExample({ identity }: Call): void {
  const inExample =
    identity.kind === "guest" ||
    (identity.kind === "session" && identity.current?.kind === "example");
  if (inExample) throw new KoersError("forbidden", { reason: "example" });
}

async function* nothing(): AsyncGenerator<Uint8Array> {}
