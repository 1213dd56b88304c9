import type { AccountRole, ActivityKind, MemberRole, Subject } from "@koers/contract";
import type { Phrase } from "./phrase.ts";

/** Kinds of work. */
export const activityKinds = {
  delivery: { en: "Delivery", nl: "Uitvoering" },
  selling: { en: "Selling", nl: "Verkoop" },
  "account-management": { en: "Account management", nl: "Accountmanagement" },
  negotiation: { en: "Price negotiation", nl: "Prijsonderhandeling" },
  support: { en: "Support", nl: "Ondersteuning" },
  rework: { en: "Rework", nl: "Herstelwerk" },
  complaints: { en: "Complaint handling", nl: "Klachtafhandeling" },
  internal: { en: "Internal", nl: "Intern" },
  absence: { en: "Absence", nl: "Afwezigheid" },
} as const satisfies Record<ActivityKind, Phrase>;

/** What a ledger account is taken for. */
export const accountRoles = {
  revenue: { en: "Revenue", nl: "Omzet" },
  "direct-purchases": { en: "Direct purchases", nl: "Directe inkoop" },
  personnel: { en: "Personnel cost", nl: "Personeelskosten" },
  marketing: { en: "Marketing cost", nl: "Marketingkosten" },
  overhead: { en: "Overhead", nl: "Overhead" },
  financial: { en: "Interest, tax and the like", nl: "Rente, belasting en dergelijke" },
  receivables: { en: "Receivables", nl: "Debiteuren" },
  payables: { en: "Payables", nl: "Crediteuren" },
  bank: { en: "Bank and cash", nl: "Bank en kas" },
  "other-balance": { en: "Other balance sheet", nl: "Overige balans" },
  unknown: { en: "Not recognised", nl: "Niet herkend" },
} as const satisfies Record<AccountRole, Phrase>;

/** What an account was recognised by. */
export const accountEvidence = {
  "rgs-code": { en: "RGS code", nl: "RGS-code" },
  description: { en: "description", nl: "omschrijving" },
  postings: { en: "what is booked on it", nl: "wat erop is geboekt" },
  "account-type": { en: "account type", nl: "soort rekening" },
  "number-range": { en: "account number", nl: "rekeningnummer" },
  "by-hand": { en: "set by you", nl: "door u ingesteld" },
} as const satisfies Record<string, Phrase>;

/** What a file is about. */
export const subjects = {
  books: { en: "Bookkeeping", nl: "Boekhouding" },
  invoices: { en: "Invoices", nl: "Facturen" },
  customers: { en: "Customers", nl: "Klanten" },
  contacts: { en: "Contacts", nl: "Contacten" },
  hours: { en: "Hours", nl: "Uren" },
  projects: { en: "Projects", nl: "Projecten" },
  "open-items": { en: "Open items", nl: "Openstaande posten" },
  payments: { en: "Payments", nl: "Betalingen" },
} as const satisfies Record<Subject, Phrase>;

/** What the audit log says was done; its codes with a dash for the dot. */
export const auditActions = {
  "account-create": { en: "Account made", nl: "Account gemaakt" },
  "account-role": {
    en: "Ledger account counted differently",
    nl: "Grootboekrekening anders geteld",
  },
  "activity-kind": { en: "Activity counted differently", nl: "Activiteit anders geteld" },
  "customer-edit": { en: "Customer edited", nl: "Klant bewerkt" },
  "customer-merge": { en: "Customers merged", nl: "Klanten samengevoegd" },
  "customer-scoring-objection": {
    en: "Objection to scores changed",
    nl: "Bezwaar tegen scores gewijzigd",
  },
  "customer-split": { en: "Customer split", nl: "Klant gesplitst" },
  "exception-activate": { en: "Exception started", nl: "Uitzondering ingegaan" },
  "exception-approve": { en: "Exception approved", nl: "Uitzondering goedgekeurd" },
  "exception-create": { en: "Exception drafted", nl: "Uitzondering opgesteld" },
  "exception-edit": { en: "Draft of an exception changed", nl: "Concept-uitzondering gewijzigd" },
  "exception-end": { en: "Exception ended", nl: "Uitzondering beëindigd" },
  "exception-refuse": { en: "Exception refused", nl: "Uitzondering geweigerd" },
  "exception-submit": { en: "Exception submitted", nl: "Uitzondering ingediend" },
  "exception-supersede": { en: "Exception renewed", nl: "Uitzondering verlengd" },
  import: { en: "Imported", nl: "Geïmporteerd" },
  "import-undo": { en: "Import undone", nl: "Import ongedaan gemaakt" },
  "invitation-accept": { en: "Invitation accepted", nl: "Uitnodiging aangenomen" },
  "invitation-create": { en: "Someone invited", nl: "Iemand uitgenodigd" },
  "invitation-withdraw": { en: "Invitation withdrawn", nl: "Uitnodiging ingetrokken" },
  "match-decide": { en: "Same customer or not, decided", nl: "Beslist of het dezelfde klant is" },
  "member-remove": { en: "Member removed", nl: "Lid verwijderd" },
  "member-role": { en: "Role of a member changed", nl: "Rol van een lid gewijzigd" },
  "note-add": { en: "Note added", nl: "Notitie toegevoegd" },
  "note-delete": { en: "Note deleted", nl: "Notitie verwijderd" },
  "note-edit": { en: "Note edited", nl: "Notitie bewerkt" },
  "organization-create": { en: "Organisation made", nl: "Organisatie gemaakt" },
  "organization-edit": { en: "Settings changed", nl: "Instellingen gewijzigd" },
  "organization-export": { en: "Everything exported", nl: "Alles geëxporteerd" },
  "person-rate": {
    en: "Cost of a person's hour changed",
    nl: "Kostprijs van iemands uur gewijzigd",
  },
  "view-delete": { en: "View deleted", nl: "Weergave verwijderd" },
  "view-save": { en: "View saved", nl: "Weergave bewaard" },
} as const satisfies Record<string, Phrase>;

/** What a member may do. */
export const memberRoles = {
  member: { en: "Member", nl: "Lid" },
  manager: { en: "Manager", nl: "Beheerder" },
  owner: { en: "Owner", nl: "Eigenaar" },
} as const satisfies Record<MemberRole, Phrase>;

/** What each role may do, to choose by. */
export const memberRoleHints = {
  member: {
    en: "sees all figures, writes notes",
    nl: "ziet alle cijfers, schrijft notities",
  },
  manager: {
    en: "also imports, edits customers and invites",
    nl: "importeert ook, bewerkt klanten en nodigt uit",
  },
  owner: {
    en: "also sees rates and the log, and decides on settings",
    nl: "ziet ook tarieven en het logboek, en bepaalt de instellingen",
  },
} as const satisfies Record<MemberRole, Phrase>;

/** The control totals of an audit file. */
export const controlTotals = {
  linesCount: { en: "Lines", nl: "Regels" },
  totalDebit: { en: "Total debit", nl: "Totaal debet" },
  totalCredit: { en: "Total credit", nl: "Totaal credit" },
} as const satisfies Record<string, Phrase>;
