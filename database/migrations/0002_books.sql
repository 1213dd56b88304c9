-- The books: what came out of the firm's own files, and from which file and line.
--
-- One import is one file (or one split file) and owns its rows: undoing it deletes the import row and
-- the rest follows by cascade. Facts refer to a relation (a customer as one system knows it), a
-- relation refers to the customer it was matched with; so merging and splitting customers never
-- touches a fact. Amounts are minor units of the currency said beside them.

-- A package or list that files come from: the bookkeeping of one administration, the time tracking ...
create table source_system (
  organization_id uuid not null,
  source_system_id integer not null,
  kind text not null check (kind in ('bookkeeping', 'e-invoicing', 'time-tracking', 'crm', 'bank', 'list')),
  -- What a next file of the same system is recognised by.
  key text not null,
  name text not null,
  currency text check (currency ~ '^[A-Z]{3}$'),
  primary key (organization_id, source_system_id),
  constraint source_system_key unique (organization_id, key)
);
alter table source_system enable row level security;
alter table source_system force row level security;
create policy organization_rows on source_system
  using (organization_id = nullif(current_setting('koers.organization_id', true), '')::uuid)
  with check (organization_id = nullif(current_setting('koers.organization_id', true), '')::uuid);

create table import (
  organization_id uuid not null,
  import_id integer not null,
  source_system_id integer not null,
  file_name text not null,
  -- SHA-256 of the bytes (of all parts in order): the same file twice is recognised by it.
  file_hash bytea not null check (length(file_hash) = 32),
  file_size bigint not null,
  format text not null,
  subject text not null check (subject in
    ('books', 'invoices', 'customers', 'contacts', 'hours', 'projects', 'open-items', 'payments')),
  -- A newer file for the same books and year takes the place of an older one, whose rows stay until
  -- the newer is undone or replaces it for good.
  status text not null check (status in ('active', 'superseded')),
  superseded_by integer,
  fiscal_year text,
  -- The days for which this file is the whole truth of its subject.
  covers_from date,
  covers_to date,
  -- Counts and control totals as read, problems seen, and how the file was read: for the report.
  report jsonb not null,
  overridden boolean not null default false,
  account_id uuid,
  created_at timestamptz not null,
  primary key (organization_id, import_id),
  constraint import_file unique (organization_id, file_hash),
  constraint import_source_system foreign key (organization_id, source_system_id)
    references source_system (organization_id, source_system_id)
);
alter table import enable row level security;
alter table import force row level security;
create policy organization_rows on import
  using (organization_id = nullif(current_setting('koers.organization_id', true), '')::uuid)
  with check (organization_id = nullif(current_setting('koers.organization_id', true), '')::uuid);

-- How files with these column headers are read: told once, remembered.
create table table_mapping (
  organization_id uuid not null,
  fingerprint text not null,
  subject text not null,
  -- { mapping, conventions, header }
  settings jsonb not null,
  updated_at timestamptz not null,
  primary key (organization_id, fingerprint)
);
alter table table_mapping enable row level security;
alter table table_mapping force row level security;
create policy organization_rows on table_mapping
  using (organization_id = nullif(current_setting('koers.organization_id', true), '')::uuid)
  with check (organization_id = nullif(current_setting('koers.organization_id', true), '')::uuid);

-- A customer as the firm sees it. Name and identifiers follow from its relations unless edited by hand.
create table customer (
  organization_id uuid not null,
  customer_id uuid not null,
  name text not null,
  kvk text,
  vat_id text,
  email_domain text,
  postcode text,
  city text,
  country text,
  traits jsonb not null default '{}',
  -- Fields edited by hand; they win over what files say.
  edits jsonb not null default '{}',
  -- A natural person who objects to being scored (GDPR art. 21).
  scoring_objection text,
  scoring_objection_at timestamptz,
  created_at timestamptz not null,
  primary key (organization_id, customer_id)
);
alter table customer enable row level security;
alter table customer force row level security;
create policy organization_rows on customer
  using (organization_id = nullif(current_setting('koers.organization_id', true), '')::uuid)
  with check (organization_id = nullif(current_setting('koers.organization_id', true), '')::uuid);

-- A customer or supplier as one system knows it.
create table relation (
  organization_id uuid not null,
  relation_id uuid not null,
  source_system_id integer not null,
  -- 'id:22', or 'name:...' where the system has names only.
  key text not null,
  external_id text,
  name text not null,
  -- Normalised: legal form, diacritics, punctuation and word order taken out.
  name_key text not null,
  role text check (role in ('customer', 'supplier', 'both', 'other')),
  kvk text,
  vat_id text,
  email_domain text,
  postcode text,
  city text,
  country text,
  traits jsonb not null default '{}',
  -- Null for a supplier that is no customer.
  customer_id uuid,
  matched_by text check (matched_by in
    ('new', 'external-id', 'kvk', 'vat-id', 'email-domain', 'name', 'confirmed', 'by-hand')),
  primary key (organization_id, relation_id),
  constraint relation_key unique (organization_id, source_system_id, key),
  constraint relation_source_system foreign key (organization_id, source_system_id)
    references source_system (organization_id, source_system_id),
  constraint relation_customer foreign key (organization_id, customer_id)
    references customer (organization_id, customer_id)
);
create index relation_customer on relation (organization_id, customer_id);
alter table relation enable row level security;
alter table relation force row level security;
create policy organization_rows on relation
  using (organization_id = nullif(current_setting('koers.organization_id', true), '')::uuid)
  with check (organization_id = nullif(current_setting('koers.organization_id', true), '')::uuid);

-- What one file said of a relation, and where; the newest wins, and undo falls back to the one before.
create table relation_record (
  organization_id uuid not null,
  import_id integer not null,
  relation_id uuid not null,
  line integer not null,
  fields jsonb not null,
  primary key (organization_id, import_id, relation_id),
  constraint relation_record_import foreign key (organization_id, import_id)
    references import (organization_id, import_id) on delete cascade,
  constraint relation_record_relation foreign key (organization_id, relation_id)
    references relation (organization_id, relation_id)
);
create index relation_record_relation on relation_record (organization_id, relation_id);
alter table relation_record enable row level security;
alter table relation_record force row level security;
create policy organization_rows on relation_record
  using (organization_id = nullif(current_setting('koers.organization_id', true), '')::uuid)
  with check (organization_id = nullif(current_setting('koers.organization_id', true), '')::uuid);

-- Two records that may be one customer, waiting for a person.
create table match_proposal (
  organization_id uuid not null,
  relation_id uuid not null,
  customer_id uuid not null,
  -- 0 to 1.
  similarity numeric(4, 3) not null,
  reason text not null,
  created_at timestamptz not null,
  primary key (organization_id, relation_id, customer_id),
  constraint match_proposal_relation foreign key (organization_id, relation_id)
    references relation (organization_id, relation_id) on delete cascade,
  constraint match_proposal_customer foreign key (organization_id, customer_id)
    references customer (organization_id, customer_id) on delete cascade
);
alter table match_proposal enable row level security;
alter table match_proposal force row level security;
create policy organization_rows on match_proposal
  using (organization_id = nullif(current_setting('koers.organization_id', true), '')::uuid)
  with check (organization_id = nullif(current_setting('koers.organization_id', true), '')::uuid);

-- What a person said of two keys: remembered after an undo and for the next file.
create table match_decision (
  organization_id uuid not null,
  -- source_system.key || '/' || relation.key, the smaller one first.
  left_key text not null,
  right_key text not null,
  same boolean not null,
  account_id uuid,
  decided_at timestamptz not null,
  primary key (organization_id, left_key, right_key)
);
alter table match_decision enable row level security;
alter table match_decision force row level security;
create policy organization_rows on match_decision
  using (organization_id = nullif(current_setting('koers.organization_id', true), '')::uuid)
  with check (organization_id = nullif(current_setting('koers.organization_id', true), '')::uuid);

create table ledger_account (
  organization_id uuid not null,
  import_id integer not null,
  code text not null,
  line integer not null,
  description text,
  type text check (type in ('balance', 'profit-and-loss')),
  rgs_code text,
  -- What the account is for, as recognised, and from what.
  role text not null check (role in
    ('revenue', 'direct-purchases', 'personnel', 'marketing', 'overhead', 'financial', 'receivables',
     'payables', 'bank', 'other-balance', 'unknown')),
  role_evidence text not null,
  primary key (organization_id, import_id, code),
  constraint ledger_account_import foreign key (organization_id, import_id)
    references import (organization_id, import_id) on delete cascade
);
alter table ledger_account enable row level security;
alter table ledger_account force row level security;
create policy organization_rows on ledger_account
  using (organization_id = nullif(current_setting('koers.organization_id', true), '')::uuid)
  with check (organization_id = nullif(current_setting('koers.organization_id', true), '')::uuid);

-- A role that a person corrected, for all years of these books.
create table ledger_account_role (
  organization_id uuid not null,
  source_system_id integer not null,
  code text not null,
  role text not null,
  account_id uuid,
  decided_at timestamptz not null,
  primary key (organization_id, source_system_id, code),
  constraint ledger_account_role_source_system foreign key (organization_id, source_system_id)
    references source_system (organization_id, source_system_id) on delete cascade
);
alter table ledger_account_role enable row level security;
alter table ledger_account_role force row level security;
create policy organization_rows on ledger_account_role
  using (organization_id = nullif(current_setting('koers.organization_id', true), '')::uuid)
  with check (organization_id = nullif(current_setting('koers.organization_id', true), '')::uuid);

-- Every profit-and-loss account per month: all that is kept of payroll.
create table ledger_month (
  organization_id uuid not null,
  import_id integer not null,
  code text not null,
  month date not null check (extract(day from month) = 1),
  -- Debit positive.
  amount bigint not null,
  lines integer not null,
  primary key (organization_id, import_id, code, month),
  constraint ledger_month_import foreign key (organization_id, import_id)
    references import (organization_id, import_id) on delete cascade
);
alter table ledger_month enable row level security;
alter table ledger_month force row level security;
create policy organization_rows on ledger_month
  using (organization_id = nullif(current_setting('koers.organization_id', true), '')::uuid)
  with check (organization_id = nullif(current_setting('koers.organization_id', true), '')::uuid);

-- Ledger lines that a customer figure can rest on: revenue and purchases, no payroll, no free text.
create table ledger_line (
  organization_id uuid not null,
  import_id integer not null,
  sequence integer not null,
  line integer not null,
  transaction_sequence integer not null,
  transaction_number text not null,
  journal text not null,
  journal_type text,
  date date not null,
  code text not null,
  -- Debit positive: revenue is negative here, and turned where it is shown.
  amount bigint not null,
  relation_id uuid,
  -- Whether the relation stood on the line or is the only one of its transaction.
  relation_from text check (relation_from in ('line', 'transaction', 'project')),
  invoice_reference text,
  project text,
  product text,
  primary key (organization_id, import_id, sequence),
  constraint ledger_line_import foreign key (organization_id, import_id)
    references import (organization_id, import_id) on delete cascade
);
create index ledger_line_relation on ledger_line (organization_id, relation_id, date);
alter table ledger_line enable row level security;
alter table ledger_line force row level security;
create policy organization_rows on ledger_line
  using (organization_id = nullif(current_setting('koers.organization_id', true), '')::uuid)
  with check (organization_id = nullif(current_setting('koers.organization_id', true), '')::uuid);

create table invoice (
  organization_id uuid not null,
  import_id integer not null,
  sequence integer not null,
  line integer not null,
  entry text,
  number text not null,
  type text not null check (type in ('invoice', 'credit-note')),
  issue_date date not null,
  due_date date,
  paid_date date,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  -- Net of VAT; a credit is negative. Null where the file gives only the gross amount.
  net bigint,
  gross bigint,
  relation_id uuid not null,
  project text,
  primary key (organization_id, import_id, sequence),
  constraint invoice_import foreign key (organization_id, import_id)
    references import (organization_id, import_id) on delete cascade
);
create index invoice_relation on invoice (organization_id, relation_id, issue_date);
create index invoice_number on invoice (organization_id, number);
alter table invoice enable row level security;
alter table invoice force row level security;
create policy organization_rows on invoice
  using (organization_id = nullif(current_setting('koers.organization_id', true), '')::uuid)
  with check (organization_id = nullif(current_setting('koers.organization_id', true), '')::uuid);

create table invoice_line (
  organization_id uuid not null,
  import_id integer not null,
  sequence integer not null,
  invoice_sequence integer not null,
  line integer not null,
  item text,
  net bigint not null,
  quantity text,
  unit text,
  discount bigint,
  project text,
  primary key (organization_id, import_id, sequence),
  constraint invoice_line_invoice foreign key (organization_id, import_id, invoice_sequence)
    references invoice (organization_id, import_id, sequence) on delete cascade
);
create index invoice_line_invoice on invoice_line (organization_id, import_id, invoice_sequence);
alter table invoice_line enable row level security;
alter table invoice_line force row level security;
create policy organization_rows on invoice_line
  using (organization_id = nullif(current_setting('koers.organization_id', true), '')::uuid)
  with check (organization_id = nullif(current_setting('koers.organization_id', true), '')::uuid);

-- What happened to a sales invoice in the debtors' books: raised, paid, otherwise settled.
create table receivable_event (
  organization_id uuid not null,
  import_id integer not null,
  sequence integer not null,
  line integer not null,
  relation_id uuid,
  invoice_reference text,
  event text not null check (event in ('invoice', 'payment', 'open', 'other')),
  date date not null,
  due_date date,
  currency text not null,
  -- Including VAT; raises the debt positive, lowers it negative.
  amount bigint not null,
  primary key (organization_id, import_id, sequence),
  constraint receivable_event_import foreign key (organization_id, import_id)
    references import (organization_id, import_id) on delete cascade
);
create index receivable_event_relation on receivable_event (organization_id, relation_id, date);
alter table receivable_event enable row level security;
alter table receivable_event force row level security;
create policy organization_rows on receivable_event
  using (organization_id = nullif(current_setting('koers.organization_id', true), '')::uuid)
  with check (organization_id = nullif(current_setting('koers.organization_id', true), '')::uuid);

create table person (
  organization_id uuid not null,
  person_id uuid not null,
  name text not null,
  name_key text not null,
  email text,
  -- Cost of an hour in minor units, where the owner gave one; only owners see it.
  cost_rate bigint check (cost_rate >= 0),
  primary key (organization_id, person_id),
  constraint person_name unique (organization_id, name_key)
);
alter table person enable row level security;
alter table person force row level security;
create policy organization_rows on person
  using (organization_id = nullif(current_setting('koers.organization_id', true), '')::uuid)
  with check (organization_id = nullif(current_setting('koers.organization_id', true), '')::uuid);

-- What kind of work an activity is: decides whether its hours are delivery, cost-to-serve or failure.
create table activity (
  organization_id uuid not null,
  activity_key text not null,
  name text not null,
  kind text not null check (kind in
    ('delivery', 'selling', 'account-management', 'negotiation', 'support', 'rework', 'complaints',
     'internal', 'absence')),
  kind_from text not null check (kind_from in ('name', 'default', 'by-hand')),
  primary key (organization_id, activity_key)
);
alter table activity enable row level security;
alter table activity force row level security;
create policy organization_rows on activity
  using (organization_id = nullif(current_setting('koers.organization_id', true), '')::uuid)
  with check (organization_id = nullif(current_setting('koers.organization_id', true), '')::uuid);

create table hour_entry (
  organization_id uuid not null,
  import_id integer not null,
  sequence integer not null,
  line integer not null,
  date date not null,
  seconds integer not null,
  person_id uuid not null,
  -- Null: work for no customer.
  relation_id uuid,
  project text,
  activity_key text not null,
  billable boolean,
  currency text,
  bill_amount bigint,
  cost_amount bigint,
  -- SHA-256 of what the entry says, and which of the equal entries in its file it is. Overlapping
  -- exports hold the same entry twice; sums count each (entry_hash, occurrence) of a system once, and
  -- undoing one of the exports leaves the other whole.
  entry_hash bytea not null,
  occurrence integer not null,
  source_system_id integer not null,
  primary key (organization_id, import_id, sequence),
  constraint hour_entry_import foreign key (organization_id, import_id)
    references import (organization_id, import_id) on delete cascade
);
create index hour_entry_relation on hour_entry (organization_id, relation_id, date);
alter table hour_entry enable row level security;
alter table hour_entry force row level security;
create policy organization_rows on hour_entry
  using (organization_id = nullif(current_setting('koers.organization_id', true), '')::uuid)
  with check (organization_id = nullif(current_setting('koers.organization_id', true), '')::uuid);

create table contact (
  organization_id uuid not null,
  import_id integer not null,
  sequence integer not null,
  line integer not null,
  relation_id uuid,
  name text not null,
  email text,
  phone text,
  role text,
  primary key (organization_id, import_id, sequence),
  constraint contact_import foreign key (organization_id, import_id)
    references import (organization_id, import_id) on delete cascade
);
create index contact_relation on contact (organization_id, relation_id);
alter table contact enable row level security;
alter table contact force row level security;
create policy organization_rows on contact
  using (organization_id = nullif(current_setting('koers.organization_id', true), '')::uuid)
  with check (organization_id = nullif(current_setting('koers.organization_id', true), '')::uuid);

create table project (
  organization_id uuid not null,
  import_id integer not null,
  sequence integer not null,
  line integer not null,
  code text not null,
  name text not null,
  relation_id uuid,
  start_date date,
  end_date date,
  budget_hours numeric(12, 2),
  budget_amount bigint,
  currency text,
  primary key (organization_id, import_id, sequence),
  constraint project_import foreign key (organization_id, import_id)
    references import (organization_id, import_id) on delete cascade
);
create index project_code on project (organization_id, code);
alter table project enable row level security;
alter table project force row level security;
create policy organization_rows on project
  using (organization_id = nullif(current_setting('koers.organization_id', true), '')::uuid)
  with check (organization_id = nullif(current_setting('koers.organization_id', true), '')::uuid);
