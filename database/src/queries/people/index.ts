export { accountExists, lockSetUp } from "./account-exists.ts";
export { insertAuditEntry, lastAuditLink, type NewAuditEntry } from "./append-audit-entry.ts";
export { countAttempt, deleteAttemptsBefore, forgetAttempts } from "./count-attempt.ts";
export { createAccount } from "./create-account.ts";
export {
  deleteOrganizationRows,
  type ForgottenTable,
  organizationTables,
} from "./delete-organization-rows.ts";
export { emailIsTaken } from "./email-is-taken.ts";
export { findCredentialByEmail, findCredentialOfAccount } from "./find-credential.ts";
export {
  deleteExpiredInvitations,
  deleteInvitation,
  deleteInvitationsBy,
  findInvitation,
  insertInvitation,
  openInvitations,
  type StoredInvitation,
  takeInvitation,
} from "./invitations.ts";
export {
  listAuditEntryRows,
  namesOfAccounts,
  type StoredAuditEntry,
} from "./list-audit-entries.ts";
export {
  lockMembers,
  membersOfOrganization,
  removeMembership,
  type StoredMember,
  setMembershipRole,
} from "./members.ts";
export {
  changeOrganization,
  createOrganizationRow,
  findOrganization,
  type OrganizationChange,
  type StoredOrganization,
} from "./organization.ts";
export {
  addMember,
  type MemberRole,
  type Membership,
  membershipsOfAccount,
  organizationsOfKind,
  organizationsWithoutMembers,
  registerOrganization,
  setSessionOrganization,
  unregisterOrganization,
} from "./organizations.ts";
export {
  columnsOfTable,
  readOrganizationRows,
  type TableColumn,
} from "./read-organization-rows.ts";
export {
  createSession,
  deleteExpiredSessions,
  endSession,
  endSessionsOfAccount,
  findSession,
  type StoredAccount,
  type StoredSession,
  touchSession,
} from "./session.ts";
export { setAccountLanguage } from "./set-language.ts";
export { setPasswordHash } from "./set-password-hash.ts";
export { insertUndoStep, lockUndoStep, markUndone, type StoredUndoStep } from "./undo-step.ts";
