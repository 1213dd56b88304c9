import type { Routes } from "@koers/contract/client";

/** Method and path per operation, without the shapes. Held equal to the contract by a test. */
export const routes = {
  getSession: {
    method: "get",
    path: "/api/v1/session",
  },
  createOwner: {
    method: "post",
    path: "/api/v1/owner",
  },
  signIn: {
    method: "post",
    path: "/api/v1/session",
  },
  signOut: {
    method: "delete",
    path: "/api/v1/session",
  },
  changePassword: {
    method: "post",
    path: "/api/v1/account/password",
  },
  setLanguage: {
    method: "put",
    path: "/api/v1/account/language",
  },
  enterOrganization: {
    method: "post",
    path: "/api/v1/session/organization",
  },
  createOrganization: {
    method: "post",
    path: "/api/v1/organizations",
  },
  loadExample: {
    method: "post",
    path: "/api/v1/example",
  },
  removeExample: {
    method: "delete",
    path: "/api/v1/example",
  },
  getOrganization: {
    method: "get",
    path: "/api/v1/organization",
  },
  editOrganization: {
    method: "patch",
    path: "/api/v1/organization",
  },
  undo: {
    method: "post",
    path: "/api/v1/undo/{id}",
  },
  listAuditEntries: {
    method: "get",
    path: "/api/v1/audit",
  },
  listMembers: {
    method: "get",
    path: "/api/v1/members",
  },
  setMemberRole: {
    method: "put",
    path: "/api/v1/members/{id}/role",
  },
  removeMember: {
    method: "delete",
    path: "/api/v1/members/{id}",
  },
  listInvitations: {
    method: "get",
    path: "/api/v1/invitations",
  },
  createInvitation: {
    method: "post",
    path: "/api/v1/invitations",
  },
  withdrawInvitation: {
    method: "delete",
    path: "/api/v1/invitations/{id}",
  },
  openInvitation: {
    method: "post",
    path: "/api/v1/invitation",
  },
  acceptInvitation: {
    method: "post",
    path: "/api/v1/invitation/account",
  },
  joinByInvitation: {
    method: "post",
    path: "/api/v1/invitation/membership",
  },
  uploadFile: {
    method: "post",
    path: "/api/v1/uploads",
  },
  inspectFiles: {
    method: "post",
    path: "/api/v1/inspections",
  },
  startPreview: {
    method: "post",
    path: "/api/v1/previews",
  },
  getPreview: {
    method: "get",
    path: "/api/v1/previews/{id}",
  },
  watchPreview: {
    method: "get",
    path: "/api/v1/previews/{id}/events",
  },
  answerPreview: {
    method: "post",
    path: "/api/v1/previews/{id}/answers",
  },
  confirmPreview: {
    method: "post",
    path: "/api/v1/previews/{id}/confirm",
  },
  cancelPreview: {
    method: "post",
    path: "/api/v1/previews/{id}/cancel",
  },
  listImports: {
    method: "get",
    path: "/api/v1/imports",
  },
  getImport: {
    method: "get",
    path: "/api/v1/imports/{importId}",
  },
  undoImport: {
    method: "delete",
    path: "/api/v1/imports/{importId}",
  },
  listAccounts: {
    method: "get",
    path: "/api/v1/ledger-accounts",
  },
  setAccountRole: {
    method: "put",
    path: "/api/v1/ledger-accounts/{sourceSystemId}/{code}",
  },
  listActivities: {
    method: "get",
    path: "/api/v1/activities",
  },
  setActivityKind: {
    method: "put",
    path: "/api/v1/activities/{key}",
  },
  listPeopleRates: {
    method: "get",
    path: "/api/v1/people-rates",
  },
  setPersonRate: {
    method: "put",
    path: "/api/v1/people-rates/{id}",
  },
  listMatchProposals: {
    method: "get",
    path: "/api/v1/match-proposals",
  },
  decideMatch: {
    method: "post",
    path: "/api/v1/match-proposals/decision",
  },
  exportOrganization: {
    method: "get",
    path: "/api/v1/export",
  },
  getPortfolio: {
    method: "get",
    path: "/api/v1/portfolio",
  },
  exportPortfolio: {
    method: "get",
    path: "/api/v1/portfolio/export",
  },
  getRetention: {
    method: "get",
    path: "/api/v1/retention",
  },
  findCustomers: {
    method: "get",
    path: "/api/v1/customers",
  },
  getCustomer: {
    method: "get",
    path: "/api/v1/customers/{id}",
  },
  getCustomerLines: {
    method: "get",
    path: "/api/v1/customers/{id}/lines",
  },
  getUnattributedLines: {
    method: "get",
    path: "/api/v1/unattributed",
  },
  editCustomer: {
    method: "patch",
    path: "/api/v1/customers/{id}",
  },
  setScoringObjection: {
    method: "put",
    path: "/api/v1/customers/{id}/scoring-objection",
  },
  mergeCustomers: {
    method: "post",
    path: "/api/v1/customers/{id}/merge",
  },
  splitCustomer: {
    method: "post",
    path: "/api/v1/customers/{id}/split",
  },
  addNote: {
    method: "post",
    path: "/api/v1/customers/{id}/notes",
  },
  editNote: {
    method: "put",
    path: "/api/v1/customers/{id}/notes/{noteId}",
  },
  deleteNote: {
    method: "delete",
    path: "/api/v1/customers/{id}/notes/{noteId}",
  },
  listSavedViews: {
    method: "get",
    path: "/api/v1/saved-views",
  },
  saveView: {
    method: "post",
    path: "/api/v1/saved-views",
  },
  deleteView: {
    method: "delete",
    path: "/api/v1/saved-views/{id}",
  },
  listExceptions: {
    method: "get",
    path: "/api/v1/exceptions",
  },
  getException: {
    method: "get",
    path: "/api/v1/exceptions/{id}",
  },
  createExceptionDraft: {
    method: "post",
    path: "/api/v1/exceptions",
  },
  editExceptionDraft: {
    method: "patch",
    path: "/api/v1/exceptions/{id}",
  },
  submitException: {
    method: "post",
    path: "/api/v1/exceptions/{id}/submit",
  },
  approveException: {
    method: "post",
    path: "/api/v1/exceptions/{id}/approve",
  },
  refuseException: {
    method: "post",
    path: "/api/v1/exceptions/{id}/refuse",
  },
  activateException: {
    method: "post",
    path: "/api/v1/exceptions/{id}/activate",
  },
  endException: {
    method: "post",
    path: "/api/v1/exceptions/{id}/end",
  },
  renewException: {
    method: "post",
    path: "/api/v1/exceptions/{id}/renew",
  },
  markExceptionRead: {
    method: "post",
    path: "/api/v1/exceptions/{id}/read",
  },
} as const satisfies Routes;
