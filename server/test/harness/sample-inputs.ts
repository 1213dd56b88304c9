import type { InputOf, OperationId } from "@koers/contract";
import type { FirmIds } from "./seed-firm.ts";

type Inputs = { readonly [Id in OperationId]: readonly InputOf<Id>[] };

/**
 * Inputs to every operation that could be a firm's own. Ids come from `of`; where an operation takes
 * two, from `with` as well, both ways around.
 */
export function inputsOf(of: FirmIds, other: FirmIds): Inputs {
  const id = of.customerId;
  // The organisation of the one with the secret of the other.
  const foreignToken = `${of.organizationId}.${other.invitationToken.split(".")[1]}`;
  return {
    getSession: [{}],
    createOwner: [
      {
        organizationName: "X",
        name: "Y",
        email: "x@y.nl",
        password: "a long password",
        language: "nl",
      },
    ],
    signIn: [{ email: "x@y.nl", password: "a long password" }],
    signOut: [{}],
    changePassword: [{ current: "not this one", next: "a long password" }],
    setLanguage: [{ language: "nl" }],
    enterOrganization: [{ id: of.organizationId }],
    createOrganization: [{ name: "Another" }],
    loadExample: [{}],
    removeExample: [{}],
    getOrganization: [{}],
    editOrganization: [{ kvk: null }],
    undo: [{ id: of.undoStepId }],
    listAuditEntries: [{}, { before: "999999" }],
    listMembers: [{}],
    setMemberRole: [{ id: of.accountId, role: "member" }],
    removeMember: [{ id: of.accountId }],
    listInvitations: [{}],
    createInvitation: [{ role: "owner" }, { role: "member", name: "Z", email: "z@y.nl" }],
    withdrawInvitation: [{ id: of.invitationId }],
    openInvitation: [{ token: foreignToken }],
    acceptInvitation: [
      {
        token: foreignToken,
        name: "Y",
        email: "y@y.nl",
        password: "a long password",
        language: "nl",
      },
    ],
    joinByInvitation: [{ token: foreignToken }],
    uploadFile: [{ name: "a.csv" }],
    inspectFiles: [{ uploadIds: [of.uploadId] }, { uploadIds: [other.uploadId, of.uploadId] }],
    startPreview: [{ uploadIds: [of.uploadId] }, { uploadIds: [other.uploadId, of.uploadId] }],
    getPreview: [{ id: of.previewId }],
    watchPreview: [{ id: of.previewId }],
    answerPreview: [{ id: of.previewId, answers: [{ file: `${of.mark}.csv`, skip: true }] }],
    confirmPreview: [{ id: of.previewId }],
    cancelPreview: [{ id: of.previewId }],
    listImports: [{}],
    getImport: [{ importId: of.importId }],
    undoImport: [{ importId: of.importId }],
    listAccounts: [{}],
    setAccountRole: [{ sourceSystemId: 1, code: "8000", accountRole: "revenue" }],
    listActivities: [{}],
    setActivityKind: [{ key: of.activityKey, kind: "rework" }],
    listPeopleRates: [{}],
    setPersonRate: [{ id: of.personId, costRate: "50.00" }],
    listMatchProposals: [{}],
    decideMatch: [{ key: `${of.relationId}/${id}`, same: true }],
    exportOrganization: [{}],
    getPortfolio: [{}, { from: "2026-01", to: "2026-12" }],
    exportPortfolio: [
      { format: "csv", ids: id },
      { format: "csv", ids: `${other.customerId},${id}` },
    ],
    getRetention: [{}],
    findCustomers: [{}, { search: of.mark }],
    getCustomer: [{ id }],
    getCustomerLines: [{ id, fact: "revenue" }],
    getUnattributedLines: [{}],
    editCustomer: [{ id, fields: { name: "Taken over" } }],
    setScoringObjection: [{ id, reason: "asked" }],
    mergeCustomers: [
      { id, other: of.otherId },
      { id, other: other.customerId },
      { id: other.customerId, other: id },
    ],
    splitCustomer: [
      { id, relations: [of.relationId] },
      { id, relations: [other.relationId] },
      { id: other.customerId, relations: [of.relationId] },
    ],
    addNote: [{ id, text: "taken over" }],
    editNote: [
      { id, noteId: of.noteId, text: "taken over" },
      { id: other.customerId, noteId: of.noteId, text: "taken over" },
      { id, noteId: other.noteId, text: "taken over" },
    ],
    deleteNote: [
      { id, noteId: of.noteId },
      { id: other.customerId, noteId: of.noteId },
      { id, noteId: other.noteId },
    ],
    listSavedViews: [{ room: "customers" }],
    saveView: [{ room: "customers", name: "Mine", settings: {} }],
    deleteView: [{ id: of.viewId }],
    listExceptions: [{}, { state: "draft", customerId: other.customerId }],
    getException: [{ id: of.exceptionId }],
    createExceptionDraft: [{ customerId: id, content: {} }],
    editExceptionDraft: [{ id: of.exceptionId, content: { excluded: "taken over" } }],
    submitException: [{ id: of.exceptionId }],
    approveException: [{ id: of.exceptionId, note: "taken over" }],
    refuseException: [{ id: of.exceptionId, note: "taken over" }],
    activateException: [{ id: of.exceptionId }],
    endException: [{ id: of.exceptionId, outcome: "learned", lessons: "taken over" }],
    renewException: [{ id: of.exceptionId, content: {} }],
    markExceptionRead: [{ id: of.exceptionId }],
  };
}
