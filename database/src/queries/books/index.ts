export {
  changeActivityKind,
  deleteUnusedActivities,
  insertNewActivities,
  type NewActivity,
  type StoredActivity,
  storedActivities,
} from "./activities.ts";
export { type BookSums, bookSums, type CustomerSums, customerSums } from "./book-sums.ts";
export {
  deleteUnfoundedCustomers,
  deriveCustomers,
  insertCustomers,
  type NewCustomer,
} from "./customers.ts";
export {
  countOwnedRows,
  deleteImport,
  findActiveBooks,
  findImportByHash,
  type ImportRow,
  importRows,
  insertImport,
  type NewImport,
  raiseDataVersion,
  restoreSuperseded,
  supersedeImport,
} from "./import-row.ts";
export {
  decideAccountRole,
  decidedAccountRoles,
  type StoredLedgerAccount,
  storedAccounts,
} from "./ledger-accounts.ts";
export { lockBooks } from "./lock-books.ts";
export {
  deleteProposal,
  insertProposals,
  matchDecisions,
  type NewProposal,
  rememberDecision,
  type StoredDecision,
  type StoredProposal,
  storedProposals,
} from "./match-decisions.ts";
export { type OpenInvoice, openInvoices } from "./open-invoices.ts";
export { bookSettings, type OwnIdentity, ownIdentities } from "./own-firm.ts";
export {
  changeCostRate,
  customersWithHours,
  deleteUnusedPersons,
  ensurePersons,
  type NewPerson,
  type StoredPerson,
  storedPersons,
} from "./persons.ts";
export {
  customersOfImport,
  deleteRelationsWithoutRecords,
  deriveRelations,
  linkRelations,
  type RelationMatch,
  relationsOfImport,
  type StoredRelation,
  storedRelations,
} from "./relations.ts";
export {
  deleteUnusedSourceSystems,
  ensureSourceSystem,
  findSourceSystem,
  type NewSourceSystem,
  type SourceSystemKind,
} from "./source-system.ts";
export { rememberedMapping, rememberMapping, type StoredMapping } from "./table-mapping.ts";
