import type { ColumnType, Generated } from "kysely";

/**
 * The tables as migrated, for typed queries. `int8` is read as bigint, `numeric` as a decimal string,
 * `date` as `YYYY-MM-DD`, `timestamptz` as Date.
 */
export type Tables = {
  instance_account: InstanceAccountTable;
  instance_credential: InstanceCredentialTable;
  instance_session: InstanceSessionTable;
  instance_membership: InstanceMembershipTable;
  instance_organization: InstanceOrganizationTable;
  instance_rate_limit: InstanceRateLimitTable;
  organization: OrganizationTable;
  audit_entry: AuditEntryTable;
  undo_step: UndoStepTable;
  saved_view: SavedViewTable;
  source_system: SourceSystemTable;
  import: ImportTable;
  table_mapping: TableMappingTable;
  customer: CustomerTable;
  relation: RelationTable;
  relation_record: RelationRecordTable;
  match_proposal: MatchProposalTable;
  match_decision: MatchDecisionTable;
  ledger_account: LedgerAccountTable;
  ledger_account_role: LedgerAccountRoleTable;
  ledger_month: LedgerMonthTable;
  ledger_line: LedgerLineTable;
  invoice: InvoiceTable;
  invoice_line: InvoiceLineTable;
  receivable_event: ReceivableEventTable;
  person: PersonTable;
  activity: ActivityTable;
  hour_entry: HourEntryTable;
  contact: ContactTable;
  project: ProjectTable;
  customer_month: CustomerMonthTable;
  customer_hour_month: CustomerHourMonthTable;
  internal_hour_month: InternalHourMonthTable;
  unattributed_month: UnattributedMonthTable;
  note: NoteTable;
};

/** Written as JSON text, read as what it says. */
type Json = ColumnType<unknown, string, string>;

type InstanceAccountTable = {
  account_id: string;
  name: string;
  email: string;
  email_verified: Generated<boolean>;
  language: Generated<"nl" | "en">;
  created_at: Generated<Date>;
  updated_at: Generated<Date>;
};

type InstanceCredentialTable = {
  credential_id: string;
  account_id: string;
  provider: string;
  provider_account_id: string;
  password_hash: string | null;
  created_at: Generated<Date>;
  updated_at: Generated<Date>;
};

type InstanceSessionTable = {
  session_id: string;
  token_hash: Uint8Array;
  account_id: string;
  created_at: Generated<Date>;
  updated_at: Generated<Date>;
  expires_at: Date;
  user_agent: string | null;
};

type InstanceMembershipTable = {
  account_id: string;
  organization_id: string;
  role: "owner" | "manager" | "member";
  created_at: Generated<Date>;
};

type InstanceOrganizationTable = {
  organization_id: string;
  kind: "real" | "example";
  created_at: Generated<Date>;
};

type InstanceRateLimitTable = {
  key: string;
  count: number;
  window_started_at: Date;
};

type OrganizationTable = {
  organization_id: string;
  name: string;
  kind: "real" | "example";
  currency: Generated<string>;
  time_zone: Generated<string>;
  kvk: string | null;
  vat_id: string | null;
  settings: ColumnType<unknown, string | undefined, string>;
  data_version: Generated<bigint>;
  created_at: Generated<Date>;
};

type AuditEntryTable = {
  organization_id: string;
  sequence: bigint;
  at: Date;
  account_id: string | null;
  action: string;
  subject: string;
  data: ColumnType<unknown, string | undefined, string>;
  previous_hash: Uint8Array;
  hash: Uint8Array;
};

type UndoStepTable = {
  organization_id: string;
  undo_step_id: string;
  at: Date;
  account_id: string | null;
  action: string;
  before: Json;
  after: Json;
  undone_at: Date | null;
};

type SavedViewTable = {
  organization_id: string;
  saved_view_id: string;
  room: string;
  name: string;
  settings: Json;
  account_id: string | null;
  created_at: Generated<Date>;
};

type SourceSystemTable = {
  organization_id: string;
  source_system_id: number;
  kind: "bookkeeping" | "e-invoicing" | "time-tracking" | "crm" | "bank" | "list";
  key: string;
  name: string;
  currency: string | null;
};

type ImportTable = {
  organization_id: string;
  import_id: number;
  source_system_id: number;
  file_name: string;
  file_hash: Uint8Array;
  file_size: bigint;
  format: string;
  subject: string;
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

type TableMappingTable = {
  organization_id: string;
  fingerprint: string;
  subject: string;
  settings: Json;
  updated_at: Date;
};

type CustomerTable = {
  organization_id: string;
  customer_id: string;
  name: string;
  kvk: string | null;
  vat_id: string | null;
  email_domain: string | null;
  postcode: string | null;
  city: string | null;
  country: string | null;
  traits: ColumnType<unknown, string | undefined, string>;
  edits: ColumnType<unknown, string | undefined, string>;
  scoring_objection: string | null;
  scoring_objection_at: Date | null;
  created_at: Date;
};

type RelationTable = {
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
  traits: ColumnType<unknown, string | undefined, string>;
  customer_id: string | null;
  matched_by: string | null;
};

type RelationRecordTable = {
  organization_id: string;
  import_id: number;
  relation_id: string;
  line: number;
  fields: Json;
};

type MatchProposalTable = {
  organization_id: string;
  relation_id: string;
  customer_id: string;
  similarity: string;
  reason: string;
  created_at: Date;
};

type MatchDecisionTable = {
  organization_id: string;
  left_key: string;
  right_key: string;
  same: boolean;
  account_id: string | null;
  decided_at: Date;
};

type LedgerAccountTable = {
  organization_id: string;
  import_id: number;
  code: string;
  line: number;
  description: string | null;
  type: "balance" | "profit-and-loss" | null;
  rgs_code: string | null;
  role: string;
  role_evidence: string;
};

type LedgerAccountRoleTable = {
  organization_id: string;
  source_system_id: number;
  code: string;
  role: string;
  account_id: string | null;
  decided_at: Date;
};

type LedgerMonthTable = {
  organization_id: string;
  import_id: number;
  code: string;
  month: string;
  amount: bigint;
  lines: number;
};

type LedgerLineTable = {
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

type InvoiceTable = {
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

type InvoiceLineTable = {
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

type ReceivableEventTable = {
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

type PersonTable = {
  organization_id: string;
  person_id: string;
  name: string;
  name_key: string;
  email: string | null;
  cost_rate: bigint | null;
};

type ActivityTable = {
  organization_id: string;
  activity_key: string;
  name: string;
  kind: string;
  kind_from: Generated<"name" | "default" | "by-hand">;
};

type HourEntryTable = {
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

type ContactTable = {
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

type ProjectTable = {
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

type CustomerMonthTable = {
  organization_id: string;
  customer_id: string;
  month: string;
  currency: string;
  revenue: Generated<bigint>;
  credited: Generated<bigint>;
  discounts: Generated<bigint>;
  direct_purchases: Generated<bigint>;
  invoices: Generated<number>;
};

type CustomerHourMonthTable = {
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

type InternalHourMonthTable = {
  organization_id: string;
  month: string;
  person_id: string;
  activity_key: string;
  seconds: bigint;
  cost_amount: bigint;
  costed_seconds: bigint;
};

type UnattributedMonthTable = {
  organization_id: string;
  month: string;
  currency: string;
  revenue: Generated<bigint>;
  direct_purchases: Generated<bigint>;
};

type NoteTable = {
  organization_id: string;
  note_id: string;
  customer_id: string;
  text: string;
  account_id: string | null;
  created_at: Date;
  updated_at: Date;
};
