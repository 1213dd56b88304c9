// Written by `npm run golden` from the migrated database; do not edit.
import type { ColumnType, Generated } from "kysely";

/** Read as what was stored; written as JSON text, for the driver takes an array for one of PostgreSQL. */
type Json = ColumnType<unknown, string, string>;
type GeneratedJson = ColumnType<unknown, string | undefined, string>;

type ActivityRow = {
  organization_id: string;
  activity_key: string;
  name: string;
  kind:
    | "delivery"
    | "selling"
    | "account-management"
    | "negotiation"
    | "support"
    | "rework"
    | "complaints"
    | "internal"
    | "absence";
  kind_from: "name" | "default" | "by-hand";
};

type AuditEntryRow = {
  organization_id: string;
  sequence: bigint;
  at: Date;
  account_id: string | null;
  action: string;
  subject: string;
  data: GeneratedJson;
  previous_hash: Uint8Array;
  hash: Uint8Array;
};

type ContactRow = {
  organization_id: string;
  import_id: number;
  sequence: number;
  line: number;
  relation_id: string | null;
  name: string;
  email: string | null;
  phone: string | null;
  role: string | null;
};

type CustomerRow = {
  organization_id: string;
  customer_id: string;
  name: string;
  kvk: string | null;
  vat_id: string | null;
  email_domain: string | null;
  postcode: string | null;
  city: string | null;
  country: string | null;
  traits: GeneratedJson;
  edits: GeneratedJson;
  scoring_objection: string | null;
  scoring_objection_at: Date | null;
  created_at: Date;
};

type CustomerHourMonthRow = {
  organization_id: string;
  customer_id: string;
  month: string;
  person_id: string;
  activity_key: string;
  seconds: bigint;
  billable_seconds: bigint;
  list_amount: bigint;
  listed_seconds: bigint;
  cost_amount: bigint;
  costed_seconds: bigint;
};

type CustomerMonthRow = {
  organization_id: string;
  customer_id: string;
  month: string;
  currency: string;
  revenue: Generated<bigint>;
  outside_ledger: Generated<bigint>;
  credited: Generated<bigint>;
  detailed: Generated<bigint>;
  discounts: Generated<bigint>;
  direct_purchases: Generated<bigint>;
  invoices: Generated<number>;
};

type CustomerOpenInvoiceRow = {
  organization_id: string;
  customer_id: string;
  reference: string;
  currency: string;
  invoice_date: string | null;
  due_date: string | null;
  amount: bigint;
};

type CustomerPaymentMonthRow = {
  organization_id: string;
  customer_id: string;
  month: string;
  currency: string;
  paid_amount: Generated<bigint>;
  paid_amount_days: Generated<string>;
  late_amount_days: Generated<string>;
  settled_invoices: Generated<number>;
};

type CustomerSpanRow = {
  organization_id: string;
  customer_id: string;
  first_invoice: string;
  last_invoice: string;
};

type ExceptionDossierRow = {
  organization_id: string;
  dossier_id: string;
  customer_id: string;
  customer_name: string;
  state: "draft" | "submitted" | "approved" | "refused" | "active" | "ended";
  reason: "experience" | "cash-now" | "cover-fixed-costs" | null;
  ends_on: string | null;
  content: Json;
  outcome: "learned" | "converted" | "broken-off" | "renewed" | null;
  renews: string | null;
  version: number;
  changed_at: Date;
};

type ExceptionEventRow = {
  organization_id: string;
  dossier_id: string;
  sequence: number;
  at: Date;
  via: "person" | "import" | "api";
  account_id: string | null;
  act: Json;
};

type ExceptionReadRow = {
  organization_id: string;
  dossier_id: string;
  account_id: string;
  version: number;
  read_at: Date;
};

type HourEntryRow = {
  organization_id: string;
  import_id: number;
  sequence: number;
  line: number;
  date: string;
  seconds: number;
  person_id: string;
  relation_id: string | null;
  project: string | null;
  activity_key: string;
  billable: boolean | null;
  currency: string | null;
  bill_amount: bigint | null;
  cost_amount: bigint | null;
  entry_hash: Uint8Array;
  occurrence: number;
  source_system_id: number;
};

type ImportRow = {
  organization_id: string;
  import_id: number;
  source_system_id: number;
  file_name: string;
  file_hash: Uint8Array;
  file_size: bigint;
  format: string;
  subject:
    | "books"
    | "invoices"
    | "customers"
    | "contacts"
    | "hours"
    | "projects"
    | "open-items"
    | "payments";
  status: "active" | "superseded";
  superseded_by: number | null;
  fiscal_year: string | null;
  covers_from: string | null;
  covers_to: string | null;
  report: Json;
  overridden: Generated<boolean>;
  account_id: string | null;
  created_at: Date;
};

type InstanceAccountRow = {
  account_id: string;
  name: string;
  email: string;
  email_verified: Generated<boolean>;
  language: Generated<"nl" | "en">;
  created_at: Generated<Date>;
  updated_at: Generated<Date>;
};

type InstanceCredentialRow = {
  credential_id: string;
  account_id: string;
  provider: string;
  provider_account_id: string;
  password_hash: string | null;
  created_at: Generated<Date>;
  updated_at: Generated<Date>;
};

type InstanceMembershipRow = {
  account_id: string;
  organization_id: string;
  role: "owner" | "manager" | "member";
  created_at: Generated<Date>;
};

type InstanceMigrationRow = {
  number: number;
  name: string;
  checksum: string;
  migrated_at: Generated<Date>;
};

type InstanceOrganizationRow = {
  organization_id: string;
  kind: "real" | "example";
  created_at: Generated<Date>;
};

type InstanceRateLimitRow = {
  key: string;
  count: number;
  window_started_at: Date;
};

type InstanceSessionRow = {
  session_id: string;
  token_hash: Uint8Array;
  account_id: string | null;
  organization_id: string | null;
  created_at: Generated<Date>;
  updated_at: Generated<Date>;
  expires_at: Date;
  user_agent: string | null;
};

type InternalHourMonthRow = {
  organization_id: string;
  month: string;
  person_id: string;
  activity_key: string;
  seconds: bigint;
  cost_amount: bigint;
  costed_seconds: bigint;
};

type InvitationRow = {
  organization_id: string;
  invitation_id: string;
  token_hash: Uint8Array;
  role: "owner" | "manager" | "member";
  name: string | null;
  email: string | null;
  invited_by: string;
  created_at: Date;
  expires_at: Date;
};

type InvoiceRow = {
  organization_id: string;
  import_id: number;
  sequence: number;
  line: number;
  entry: string | null;
  number: string;
  type: "invoice" | "credit-note";
  issue_date: string;
  due_date: string | null;
  paid_date: string | null;
  currency: string;
  net: bigint | null;
  gross: bigint | null;
  relation_id: string;
  project: string | null;
};

type InvoiceLineRow = {
  organization_id: string;
  import_id: number;
  sequence: number;
  invoice_sequence: number;
  line: number;
  item: string | null;
  net: bigint;
  quantity: string | null;
  unit: string | null;
  discount: bigint | null;
  project: string | null;
};

type LedgerAccountRow = {
  organization_id: string;
  import_id: number;
  code: string;
  line: number;
  description: string | null;
  type: "balance" | "profit-and-loss" | null;
  rgs_code: string | null;
  role:
    | "revenue"
    | "direct-purchases"
    | "personnel"
    | "marketing"
    | "overhead"
    | "financial"
    | "receivables"
    | "payables"
    | "bank"
    | "other-balance"
    | "unknown";
  role_evidence: string;
};

type LedgerAccountRoleRow = {
  organization_id: string;
  source_system_id: number;
  code: string;
  role: string;
  account_id: string | null;
  decided_at: Date;
};

type LedgerLineRow = {
  organization_id: string;
  import_id: number;
  sequence: number;
  line: number;
  transaction_sequence: number;
  transaction_number: string;
  journal: string;
  journal_type: string | null;
  date: string;
  code: string;
  amount: bigint;
  relation_id: string | null;
  relation_from: "line" | "transaction" | "project" | null;
  invoice_reference: string | null;
  project: string | null;
  product: string | null;
};

type LedgerMonthRow = {
  organization_id: string;
  import_id: number;
  code: string;
  month: string;
  amount: bigint;
  lines: number;
};

type MatchDecisionRow = {
  organization_id: string;
  left_key: string;
  right_key: string;
  same: boolean;
  account_id: string | null;
  decided_at: Date;
};

type MatchProposalRow = {
  organization_id: string;
  relation_id: string;
  customer_id: string;
  similarity: string;
  reason: string;
  created_at: Date;
};

type NoteRow = {
  organization_id: string;
  note_id: string;
  customer_id: string;
  text: string;
  account_id: string | null;
  created_at: Date;
  updated_at: Date;
};

type OrganizationRow = {
  organization_id: string;
  name: string;
  kind: "real" | "example";
  currency: Generated<string>;
  time_zone: Generated<string>;
  kvk: string | null;
  vat_id: string | null;
  settings: GeneratedJson;
  data_version: Generated<bigint>;
  created_at: Generated<Date>;
};

type PersonRow = {
  organization_id: string;
  person_id: string;
  name: string;
  name_key: string;
  email: string | null;
  cost_rate: bigint | null;
};

type ProjectRow = {
  organization_id: string;
  import_id: number;
  sequence: number;
  line: number;
  code: string;
  name: string;
  relation_id: string | null;
  start_date: string | null;
  end_date: string | null;
  budget_hours: string | null;
  budget_amount: bigint | null;
  currency: string | null;
};

type ProjectCustomerRow = {
  organization_id: string;
  project: string;
  customer_id: string;
};

type ReceivableEventRow = {
  organization_id: string;
  import_id: number;
  sequence: number;
  line: number;
  relation_id: string | null;
  invoice_reference: string | null;
  event: "invoice" | "payment" | "open" | "other";
  date: string;
  due_date: string | null;
  currency: string;
  amount: bigint;
};

type RelationRow = {
  organization_id: string;
  relation_id: string;
  source_system_id: number;
  key: string;
  external_id: string | null;
  name: string;
  name_key: string;
  role: "customer" | "supplier" | "both" | "other" | null;
  kvk: string | null;
  vat_id: string | null;
  email_domain: string | null;
  postcode: string | null;
  city: string | null;
  country: string | null;
  traits: GeneratedJson;
  customer_id: string | null;
  matched_by:
    | "new"
    | "external-id"
    | "kvk"
    | "vat-id"
    | "email-domain"
    | "name"
    | "confirmed"
    | "by-hand"
    | null;
};

type RelationRecordRow = {
  organization_id: string;
  import_id: number;
  relation_id: string;
  line: number;
  fields: Json;
};

type SavedViewRow = {
  organization_id: string;
  saved_view_id: string;
  room: string;
  name: string;
  settings: Json;
  account_id: string | null;
  created_at: Generated<Date>;
};

type SourceSystemRow = {
  organization_id: string;
  source_system_id: number;
  kind: "bookkeeping" | "e-invoicing" | "time-tracking" | "crm" | "bank" | "list";
  key: string;
  name: string;
  currency: string | null;
};

type SummedImportRow = {
  organization_id: string;
  import_id: number;
  source_system_id: number;
  source_kind: string;
  subject: string;
  currency: string | null;
  covers_from: string | null;
  covers_to: string | null;
  names_customers: boolean;
  names_payments: boolean;
  overlapped: boolean;
};

type TableMappingRow = {
  organization_id: string;
  fingerprint: string;
  subject: string;
  settings: Json;
  updated_at: Date;
};

type UndoStepRow = {
  organization_id: string;
  undo_step_id: string;
  at: Date;
  account_id: string | null;
  action: string;
  before: Json;
  after: Json;
  undone_at: Date | null;
};

/** Every table, for Kysely. */
export type Tables = {
  readonly activity: ActivityRow;
  readonly audit_entry: AuditEntryRow;
  readonly contact: ContactRow;
  readonly customer: CustomerRow;
  readonly customer_hour_month: CustomerHourMonthRow;
  readonly customer_month: CustomerMonthRow;
  readonly customer_open_invoice: CustomerOpenInvoiceRow;
  readonly customer_payment_month: CustomerPaymentMonthRow;
  readonly customer_span: CustomerSpanRow;
  readonly exception_dossier: ExceptionDossierRow;
  readonly exception_event: ExceptionEventRow;
  readonly exception_read: ExceptionReadRow;
  readonly hour_entry: HourEntryRow;
  readonly import: ImportRow;
  readonly instance_account: InstanceAccountRow;
  readonly instance_credential: InstanceCredentialRow;
  readonly instance_membership: InstanceMembershipRow;
  readonly instance_migration: InstanceMigrationRow;
  readonly instance_organization: InstanceOrganizationRow;
  readonly instance_rate_limit: InstanceRateLimitRow;
  readonly instance_session: InstanceSessionRow;
  readonly internal_hour_month: InternalHourMonthRow;
  readonly invitation: InvitationRow;
  readonly invoice: InvoiceRow;
  readonly invoice_line: InvoiceLineRow;
  readonly ledger_account: LedgerAccountRow;
  readonly ledger_account_role: LedgerAccountRoleRow;
  readonly ledger_line: LedgerLineRow;
  readonly ledger_month: LedgerMonthRow;
  readonly match_decision: MatchDecisionRow;
  readonly match_proposal: MatchProposalRow;
  readonly note: NoteRow;
  readonly organization: OrganizationRow;
  readonly person: PersonRow;
  readonly project: ProjectRow;
  readonly project_customer: ProjectCustomerRow;
  readonly receivable_event: ReceivableEventRow;
  readonly relation: RelationRow;
  readonly relation_record: RelationRecordRow;
  readonly saved_view: SavedViewRow;
  readonly source_system: SourceSystemRow;
  readonly summed_import: SummedImportRow;
  readonly table_mapping: TableMappingRow;
  readonly undo_step: UndoStepRow;
};
