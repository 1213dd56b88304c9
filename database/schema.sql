-- The database after all migrations. Written by `npm run golden`; read, never run.

create table activity (
  organization_id uuid not null,
  activity_key text not null,
  name text not null,
  kind text not null,
  kind_from text not null,
  constraint activity_pkey PRIMARY KEY (organization_id, activity_key),
  constraint activity_kind_check CHECK ((kind = ANY (ARRAY['delivery'::text, 'selling'::text, 'account-management'::text, 'negotiation'::text, 'support'::text, 'rework'::text, 'complaints'::text, 'internal'::text, 'absence'::text]))),
  constraint activity_kind_from_check CHECK ((kind_from = ANY (ARRAY['name'::text, 'default'::text, 'by-hand'::text])))
);
alter table activity enable row level security;
alter table activity force row level security;
create policy organization_rows on activity for all
  using ((organization_id = (NULLIF(current_setting('koers.organization_id'::text, true), ''::text))::uuid))
  with check ((organization_id = (NULLIF(current_setting('koers.organization_id'::text, true), ''::text))::uuid));
-- the application may: delete, insert, select, update

create table audit_entry (
  organization_id uuid not null,
  sequence bigint not null,
  at timestamp with time zone not null,
  account_id uuid,
  action text not null,
  subject text not null,
  data jsonb default '{}'::jsonb not null,
  previous_hash bytea not null,
  hash bytea not null,
  constraint audit_entry_pkey PRIMARY KEY (organization_id, sequence)
);
alter table audit_entry enable row level security;
alter table audit_entry force row level security;
create policy organization_rows on audit_entry for all
  using ((organization_id = (NULLIF(current_setting('koers.organization_id'::text, true), ''::text))::uuid))
  with check ((organization_id = (NULLIF(current_setting('koers.organization_id'::text, true), ''::text))::uuid));
-- the application may: delete, insert, select, update

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
  constraint contact_pkey PRIMARY KEY (organization_id, import_id, sequence),
  constraint contact_import FOREIGN KEY (organization_id, import_id) REFERENCES import(organization_id, import_id) ON DELETE CASCADE
);
CREATE INDEX contact_relation ON public.contact USING btree (organization_id, relation_id);
alter table contact enable row level security;
alter table contact force row level security;
create policy organization_rows on contact for all
  using ((organization_id = (NULLIF(current_setting('koers.organization_id'::text, true), ''::text))::uuid))
  with check ((organization_id = (NULLIF(current_setting('koers.organization_id'::text, true), ''::text))::uuid));
-- the application may: delete, insert, select, update

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
  traits jsonb default '{}'::jsonb not null,
  edits jsonb default '{}'::jsonb not null,
  scoring_objection text,
  scoring_objection_at timestamp with time zone,
  created_at timestamp with time zone not null,
  constraint customer_pkey PRIMARY KEY (organization_id, customer_id)
);
alter table customer enable row level security;
alter table customer force row level security;
create policy organization_rows on customer for all
  using ((organization_id = (NULLIF(current_setting('koers.organization_id'::text, true), ''::text))::uuid))
  with check ((organization_id = (NULLIF(current_setting('koers.organization_id'::text, true), ''::text))::uuid));
-- the application may: delete, insert, select, update

create table customer_hour_month (
  organization_id uuid not null,
  customer_id uuid not null,
  month date not null,
  person_id uuid not null,
  activity_key text not null,
  seconds bigint not null,
  billable_seconds bigint not null,
  list_amount bigint not null,
  listed_seconds bigint not null,
  cost_amount bigint not null,
  costed_seconds bigint not null,
  constraint customer_hour_month_pkey PRIMARY KEY (organization_id, customer_id, month, person_id, activity_key),
  constraint customer_hour_month_customer FOREIGN KEY (organization_id, customer_id) REFERENCES customer(organization_id, customer_id) ON DELETE CASCADE,
  constraint customer_hour_month_month_check CHECK ((EXTRACT(day FROM month) = (1)::numeric))
);
alter table customer_hour_month enable row level security;
alter table customer_hour_month force row level security;
create policy organization_rows on customer_hour_month for all
  using ((organization_id = (NULLIF(current_setting('koers.organization_id'::text, true), ''::text))::uuid))
  with check ((organization_id = (NULLIF(current_setting('koers.organization_id'::text, true), ''::text))::uuid));
-- the application may: delete, insert, select, update

create table customer_month (
  organization_id uuid not null,
  customer_id uuid not null,
  month date not null,
  currency text not null,
  revenue bigint default 0 not null,
  outside_ledger bigint default 0 not null,
  credited bigint default 0 not null,
  detailed bigint default 0 not null,
  discounts bigint default 0 not null,
  direct_purchases bigint default 0 not null,
  invoices integer default 0 not null,
  constraint customer_month_pkey PRIMARY KEY (organization_id, customer_id, month, currency),
  constraint customer_month_customer FOREIGN KEY (organization_id, customer_id) REFERENCES customer(organization_id, customer_id) ON DELETE CASCADE,
  constraint customer_month_month_check CHECK ((EXTRACT(day FROM month) = (1)::numeric))
);
alter table customer_month enable row level security;
alter table customer_month force row level security;
create policy organization_rows on customer_month for all
  using ((organization_id = (NULLIF(current_setting('koers.organization_id'::text, true), ''::text))::uuid))
  with check ((organization_id = (NULLIF(current_setting('koers.organization_id'::text, true), ''::text))::uuid));
-- the application may: delete, insert, select, update

create table customer_open_invoice (
  organization_id uuid not null,
  customer_id uuid not null,
  reference text not null,
  currency text not null,
  invoice_date date,
  due_date date,
  amount bigint not null,
  constraint customer_open_invoice_pkey PRIMARY KEY (organization_id, customer_id, reference, currency),
  constraint customer_open_invoice_customer FOREIGN KEY (organization_id, customer_id) REFERENCES customer(organization_id, customer_id) ON DELETE CASCADE
);
alter table customer_open_invoice enable row level security;
alter table customer_open_invoice force row level security;
create policy organization_rows on customer_open_invoice for all
  using ((organization_id = (NULLIF(current_setting('koers.organization_id'::text, true), ''::text))::uuid))
  with check ((organization_id = (NULLIF(current_setting('koers.organization_id'::text, true), ''::text))::uuid));
-- the application may: delete, insert, select, update

create table customer_payment_month (
  organization_id uuid not null,
  customer_id uuid not null,
  month date not null,
  currency text not null,
  paid_amount bigint default 0 not null,
  paid_amount_days numeric(30,0) default 0 not null,
  late_amount_days numeric(30,0) default 0 not null,
  settled_invoices integer default 0 not null,
  constraint customer_payment_month_pkey PRIMARY KEY (organization_id, customer_id, month, currency),
  constraint customer_payment_month_customer FOREIGN KEY (organization_id, customer_id) REFERENCES customer(organization_id, customer_id) ON DELETE CASCADE,
  constraint customer_payment_month_month_check CHECK ((EXTRACT(day FROM month) = (1)::numeric))
);
alter table customer_payment_month enable row level security;
alter table customer_payment_month force row level security;
create policy organization_rows on customer_payment_month for all
  using ((organization_id = (NULLIF(current_setting('koers.organization_id'::text, true), ''::text))::uuid))
  with check ((organization_id = (NULLIF(current_setting('koers.organization_id'::text, true), ''::text))::uuid));
-- the application may: delete, insert, select, update

create table customer_span (
  organization_id uuid not null,
  customer_id uuid not null,
  first_invoice date not null,
  last_invoice date not null,
  constraint customer_span_pkey PRIMARY KEY (organization_id, customer_id),
  constraint customer_span_customer FOREIGN KEY (organization_id, customer_id) REFERENCES customer(organization_id, customer_id) ON DELETE CASCADE
);
alter table customer_span enable row level security;
alter table customer_span force row level security;
create policy organization_rows on customer_span for all
  using ((organization_id = (NULLIF(current_setting('koers.organization_id'::text, true), ''::text))::uuid))
  with check ((organization_id = (NULLIF(current_setting('koers.organization_id'::text, true), ''::text))::uuid));
-- the application may: delete, insert, select, update

create table exception_dossier (
  organization_id uuid not null,
  dossier_id uuid not null,
  customer_id uuid not null,
  customer_name text not null,
  state text not null,
  reason text,
  ends_on date,
  content jsonb not null,
  outcome text,
  renews uuid,
  version integer not null,
  changed_at timestamp with time zone not null,
  constraint exception_dossier_pkey PRIMARY KEY (organization_id, dossier_id),
  constraint exception_dossier_renews FOREIGN KEY (organization_id, renews) REFERENCES exception_dossier(organization_id, dossier_id),
  constraint exception_dossier_outcome CHECK (((state = 'ended'::text) = (outcome IS NOT NULL))),
  constraint exception_dossier_outcome_check CHECK ((outcome = ANY (ARRAY['learned'::text, 'converted'::text, 'broken-off'::text, 'renewed'::text]))),
  constraint exception_dossier_reason_check CHECK ((reason = ANY (ARRAY['experience'::text, 'cash-now'::text, 'cover-fixed-costs'::text]))),
  constraint exception_dossier_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'submitted'::text, 'approved'::text, 'refused'::text, 'active'::text, 'ended'::text]))),
  constraint exception_dossier_version_check CHECK ((version > 0))
);
CREATE INDEX exception_dossier_customer ON public.exception_dossier USING btree (organization_id, customer_id);
CREATE INDEX exception_dossier_renews ON public.exception_dossier USING btree (organization_id, renews);
alter table exception_dossier enable row level security;
alter table exception_dossier force row level security;
create policy organization_rows on exception_dossier for all
  using ((organization_id = (NULLIF(current_setting('koers.organization_id'::text, true), ''::text))::uuid))
  with check ((organization_id = (NULLIF(current_setting('koers.organization_id'::text, true), ''::text))::uuid));
-- the application may: delete, insert, select, update

create table exception_event (
  organization_id uuid not null,
  dossier_id uuid not null,
  sequence integer not null,
  at timestamp with time zone not null,
  via text not null,
  account_id uuid,
  act jsonb not null,
  constraint exception_event_pkey PRIMARY KEY (organization_id, dossier_id, sequence),
  constraint exception_event_dossier FOREIGN KEY (organization_id, dossier_id) REFERENCES exception_dossier(organization_id, dossier_id) ON DELETE CASCADE,
  constraint exception_event_person CHECK (((via <> 'person'::text) OR (account_id IS NOT NULL))),
  constraint exception_event_sequence_check CHECK ((sequence > 0)),
  constraint exception_event_via_check CHECK ((via = ANY (ARRAY['person'::text, 'import'::text, 'api'::text])))
);
alter table exception_event enable row level security;
alter table exception_event force row level security;
create policy organization_rows on exception_event for all
  using ((organization_id = (NULLIF(current_setting('koers.organization_id'::text, true), ''::text))::uuid))
  with check ((organization_id = (NULLIF(current_setting('koers.organization_id'::text, true), ''::text))::uuid));
-- the application may: delete, insert, select, update

create table exception_read (
  organization_id uuid not null,
  dossier_id uuid not null,
  account_id uuid not null,
  version integer not null,
  read_at timestamp with time zone not null,
  constraint exception_read_pkey PRIMARY KEY (organization_id, dossier_id, account_id),
  constraint exception_read_dossier FOREIGN KEY (organization_id, dossier_id) REFERENCES exception_dossier(organization_id, dossier_id) ON DELETE CASCADE
);
alter table exception_read enable row level security;
alter table exception_read force row level security;
create policy organization_rows on exception_read for all
  using ((organization_id = (NULLIF(current_setting('koers.organization_id'::text, true), ''::text))::uuid))
  with check ((organization_id = (NULLIF(current_setting('koers.organization_id'::text, true), ''::text))::uuid));
-- the application may: delete, insert, select, update

create table hour_entry (
  organization_id uuid not null,
  import_id integer not null,
  sequence integer not null,
  line integer not null,
  date date not null,
  seconds integer not null,
  person_id uuid not null,
  relation_id uuid,
  project text,
  activity_key text not null,
  billable boolean,
  currency text,
  bill_amount bigint,
  cost_amount bigint,
  entry_hash bytea not null,
  occurrence integer not null,
  source_system_id integer not null,
  constraint hour_entry_pkey PRIMARY KEY (organization_id, import_id, sequence),
  constraint hour_entry_import FOREIGN KEY (organization_id, import_id) REFERENCES import(organization_id, import_id) ON DELETE CASCADE
);
CREATE INDEX hour_entry_relation ON public.hour_entry USING btree (organization_id, relation_id, date);
alter table hour_entry enable row level security;
alter table hour_entry force row level security;
create policy organization_rows on hour_entry for all
  using ((organization_id = (NULLIF(current_setting('koers.organization_id'::text, true), ''::text))::uuid))
  with check ((organization_id = (NULLIF(current_setting('koers.organization_id'::text, true), ''::text))::uuid));
-- the application may: delete, insert, select, update

create table import (
  organization_id uuid not null,
  import_id integer not null,
  source_system_id integer not null,
  file_name text not null,
  file_hash bytea not null,
  file_size bigint not null,
  format text not null,
  subject text not null,
  status text not null,
  superseded_by integer,
  fiscal_year text,
  covers_from date,
  covers_to date,
  report jsonb not null,
  overridden boolean default false not null,
  account_id uuid,
  created_at timestamp with time zone not null,
  constraint import_pkey PRIMARY KEY (organization_id, import_id),
  constraint import_file UNIQUE (organization_id, file_hash),
  constraint import_source_system FOREIGN KEY (organization_id, source_system_id) REFERENCES source_system(organization_id, source_system_id),
  constraint import_file_hash_check CHECK ((length(file_hash) = 32)),
  constraint import_status_check CHECK ((status = ANY (ARRAY['active'::text, 'superseded'::text]))),
  constraint import_subject_check CHECK ((subject = ANY (ARRAY['books'::text, 'invoices'::text, 'customers'::text, 'contacts'::text, 'hours'::text, 'projects'::text, 'open-items'::text, 'payments'::text])))
);
alter table import enable row level security;
alter table import force row level security;
create policy organization_rows on import for all
  using ((organization_id = (NULLIF(current_setting('koers.organization_id'::text, true), ''::text))::uuid))
  with check ((organization_id = (NULLIF(current_setting('koers.organization_id'::text, true), ''::text))::uuid));
-- the application may: delete, insert, select, update

create table instance_account (
  account_id uuid not null,
  name text not null,
  email text not null,
  email_verified boolean default false not null,
  language text default 'nl'::text not null,
  created_at timestamp with time zone default now() not null,
  updated_at timestamp with time zone default now() not null,
  constraint instance_account_pkey PRIMARY KEY (account_id),
  constraint instance_account_email UNIQUE (email),
  constraint instance_account_email_check CHECK (((email = lower(email)) AND (length(email) <= 320))),
  constraint instance_account_language_check CHECK ((language = ANY (ARRAY['nl'::text, 'en'::text]))),
  constraint instance_account_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200)))
);
-- the application may: delete, insert, select, update

create table instance_credential (
  credential_id uuid not null,
  account_id uuid not null,
  provider text not null,
  provider_account_id text not null,
  password_hash text,
  created_at timestamp with time zone default now() not null,
  updated_at timestamp with time zone default now() not null,
  constraint instance_credential_pkey PRIMARY KEY (credential_id),
  constraint instance_credential_provider UNIQUE (provider, provider_account_id),
  constraint instance_credential_account_id_fkey FOREIGN KEY (account_id) REFERENCES instance_account(account_id) ON DELETE CASCADE
);
CREATE INDEX instance_credential_account ON public.instance_credential USING btree (account_id);
-- the application may: delete, insert, select, update

create table instance_membership (
  account_id uuid not null,
  organization_id uuid not null,
  role text not null,
  created_at timestamp with time zone default now() not null,
  constraint instance_membership_pkey PRIMARY KEY (account_id, organization_id),
  constraint instance_membership_account_id_fkey FOREIGN KEY (account_id) REFERENCES instance_account(account_id) ON DELETE CASCADE,
  constraint instance_membership_role_check CHECK ((role = ANY (ARRAY['owner'::text, 'manager'::text, 'member'::text])))
);
CREATE INDEX instance_membership_organization ON public.instance_membership USING btree (organization_id);
-- the application may: delete, insert, select, update

create table instance_migration (
  number integer not null,
  name text not null,
  checksum text not null,
  migrated_at timestamp with time zone default now() not null,
  constraint instance_migration_pkey PRIMARY KEY (number)
);
-- the application may: select

create table instance_organization (
  organization_id uuid not null,
  kind text not null,
  created_at timestamp with time zone default now() not null,
  constraint instance_organization_pkey PRIMARY KEY (organization_id),
  constraint instance_organization_kind_check CHECK ((kind = ANY (ARRAY['real'::text, 'example'::text])))
);
-- the application may: delete, insert, select, update

create table instance_rate_limit (
  key text not null,
  count integer not null,
  window_started_at timestamp with time zone not null,
  constraint instance_rate_limit_pkey PRIMARY KEY (key)
);
-- the application may: delete, insert, select, update

create table instance_session (
  session_id uuid not null,
  token_hash bytea not null,
  account_id uuid,
  organization_id uuid,
  created_at timestamp with time zone default now() not null,
  updated_at timestamp with time zone default now() not null,
  expires_at timestamp with time zone not null,
  user_agent text,
  constraint instance_session_pkey PRIMARY KEY (session_id),
  constraint instance_session_token UNIQUE (token_hash),
  constraint instance_session_account_id_fkey FOREIGN KEY (account_id) REFERENCES instance_account(account_id) ON DELETE CASCADE,
  constraint instance_session_someone CHECK (((account_id IS NOT NULL) OR (organization_id IS NOT NULL))),
  constraint instance_session_token_hash_check CHECK ((length(token_hash) = 32))
);
CREATE INDEX instance_session_account ON public.instance_session USING btree (account_id);
CREATE INDEX instance_session_organization ON public.instance_session USING btree (organization_id);
-- the application may: delete, insert, select, update

create table internal_hour_month (
  organization_id uuid not null,
  month date not null,
  person_id uuid not null,
  activity_key text not null,
  seconds bigint not null,
  cost_amount bigint not null,
  costed_seconds bigint not null,
  constraint internal_hour_month_pkey PRIMARY KEY (organization_id, month, person_id, activity_key),
  constraint internal_hour_month_month_check CHECK ((EXTRACT(day FROM month) = (1)::numeric))
);
alter table internal_hour_month enable row level security;
alter table internal_hour_month force row level security;
create policy organization_rows on internal_hour_month for all
  using ((organization_id = (NULLIF(current_setting('koers.organization_id'::text, true), ''::text))::uuid))
  with check ((organization_id = (NULLIF(current_setting('koers.organization_id'::text, true), ''::text))::uuid));
-- the application may: delete, insert, select, update

create table invitation (
  organization_id uuid not null,
  invitation_id uuid not null,
  token_hash bytea not null,
  role text not null,
  name text,
  email text,
  invited_by uuid not null,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  constraint invitation_pkey PRIMARY KEY (organization_id, invitation_id),
  constraint invitation_token UNIQUE (organization_id, token_hash),
  constraint invitation_email_check CHECK ((length(email) <= 320)),
  constraint invitation_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200))),
  constraint invitation_role_check CHECK ((role = ANY (ARRAY['owner'::text, 'manager'::text, 'member'::text]))),
  constraint invitation_token_hash_check CHECK ((length(token_hash) = 32))
);
alter table invitation enable row level security;
alter table invitation force row level security;
create policy organization_rows on invitation for all
  using ((organization_id = (NULLIF(current_setting('koers.organization_id'::text, true), ''::text))::uuid))
  with check ((organization_id = (NULLIF(current_setting('koers.organization_id'::text, true), ''::text))::uuid));
-- the application may: delete, insert, select, update

create table invoice (
  organization_id uuid not null,
  import_id integer not null,
  sequence integer not null,
  line integer not null,
  entry text,
  number text not null,
  type text not null,
  issue_date date not null,
  due_date date,
  paid_date date,
  currency text not null,
  net bigint,
  gross bigint,
  relation_id uuid not null,
  project text,
  constraint invoice_pkey PRIMARY KEY (organization_id, import_id, sequence),
  constraint invoice_import FOREIGN KEY (organization_id, import_id) REFERENCES import(organization_id, import_id) ON DELETE CASCADE,
  constraint invoice_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text)),
  constraint invoice_type_check CHECK ((type = ANY (ARRAY['invoice'::text, 'credit-note'::text])))
);
CREATE INDEX invoice_number ON public.invoice USING btree (organization_id, number);
CREATE INDEX invoice_relation ON public.invoice USING btree (organization_id, relation_id, issue_date);
alter table invoice enable row level security;
alter table invoice force row level security;
create policy organization_rows on invoice for all
  using ((organization_id = (NULLIF(current_setting('koers.organization_id'::text, true), ''::text))::uuid))
  with check ((organization_id = (NULLIF(current_setting('koers.organization_id'::text, true), ''::text))::uuid));
-- the application may: delete, insert, select, update

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
  constraint invoice_line_pkey PRIMARY KEY (organization_id, import_id, sequence),
  constraint invoice_line_invoice FOREIGN KEY (organization_id, import_id, invoice_sequence) REFERENCES invoice(organization_id, import_id, sequence) ON DELETE CASCADE
);
CREATE INDEX invoice_line_invoice ON public.invoice_line USING btree (organization_id, import_id, invoice_sequence);
alter table invoice_line enable row level security;
alter table invoice_line force row level security;
create policy organization_rows on invoice_line for all
  using ((organization_id = (NULLIF(current_setting('koers.organization_id'::text, true), ''::text))::uuid))
  with check ((organization_id = (NULLIF(current_setting('koers.organization_id'::text, true), ''::text))::uuid));
-- the application may: delete, insert, select, update

create table ledger_account (
  organization_id uuid not null,
  import_id integer not null,
  code text not null,
  line integer not null,
  description text,
  type text,
  rgs_code text,
  role text not null,
  role_evidence text not null,
  constraint ledger_account_pkey PRIMARY KEY (organization_id, import_id, code),
  constraint ledger_account_import FOREIGN KEY (organization_id, import_id) REFERENCES import(organization_id, import_id) ON DELETE CASCADE,
  constraint ledger_account_role_check CHECK ((role = ANY (ARRAY['revenue'::text, 'direct-purchases'::text, 'personnel'::text, 'marketing'::text, 'overhead'::text, 'financial'::text, 'receivables'::text, 'payables'::text, 'bank'::text, 'other-balance'::text, 'unknown'::text]))),
  constraint ledger_account_type_check CHECK ((type = ANY (ARRAY['balance'::text, 'profit-and-loss'::text])))
);
alter table ledger_account enable row level security;
alter table ledger_account force row level security;
create policy organization_rows on ledger_account for all
  using ((organization_id = (NULLIF(current_setting('koers.organization_id'::text, true), ''::text))::uuid))
  with check ((organization_id = (NULLIF(current_setting('koers.organization_id'::text, true), ''::text))::uuid));
-- the application may: delete, insert, select, update

create table ledger_account_role (
  organization_id uuid not null,
  source_system_id integer not null,
  code text not null,
  role text not null,
  account_id uuid,
  decided_at timestamp with time zone not null,
  constraint ledger_account_role_pkey PRIMARY KEY (organization_id, source_system_id, code),
  constraint ledger_account_role_source_system FOREIGN KEY (organization_id, source_system_id) REFERENCES source_system(organization_id, source_system_id) ON DELETE CASCADE
);
alter table ledger_account_role enable row level security;
alter table ledger_account_role force row level security;
create policy organization_rows on ledger_account_role for all
  using ((organization_id = (NULLIF(current_setting('koers.organization_id'::text, true), ''::text))::uuid))
  with check ((organization_id = (NULLIF(current_setting('koers.organization_id'::text, true), ''::text))::uuid));
-- the application may: delete, insert, select, update

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
  amount bigint not null,
  relation_id uuid,
  relation_from text,
  invoice_reference text,
  project text,
  product text,
  constraint ledger_line_pkey PRIMARY KEY (organization_id, import_id, sequence),
  constraint ledger_line_import FOREIGN KEY (organization_id, import_id) REFERENCES import(organization_id, import_id) ON DELETE CASCADE,
  constraint ledger_line_relation_from_check CHECK ((relation_from = ANY (ARRAY['line'::text, 'transaction'::text, 'project'::text])))
);
CREATE INDEX ledger_line_project ON public.ledger_line USING btree (organization_id, lower(btrim(project))) WHERE (project IS NOT NULL);
CREATE INDEX ledger_line_relation ON public.ledger_line USING btree (organization_id, relation_id, date);
alter table ledger_line enable row level security;
alter table ledger_line force row level security;
create policy organization_rows on ledger_line for all
  using ((organization_id = (NULLIF(current_setting('koers.organization_id'::text, true), ''::text))::uuid))
  with check ((organization_id = (NULLIF(current_setting('koers.organization_id'::text, true), ''::text))::uuid));
-- the application may: delete, insert, select, update

create table ledger_month (
  organization_id uuid not null,
  import_id integer not null,
  code text not null,
  month date not null,
  amount bigint not null,
  lines integer not null,
  constraint ledger_month_pkey PRIMARY KEY (organization_id, import_id, code, month),
  constraint ledger_month_import FOREIGN KEY (organization_id, import_id) REFERENCES import(organization_id, import_id) ON DELETE CASCADE,
  constraint ledger_month_month_check CHECK ((EXTRACT(day FROM month) = (1)::numeric))
);
alter table ledger_month enable row level security;
alter table ledger_month force row level security;
create policy organization_rows on ledger_month for all
  using ((organization_id = (NULLIF(current_setting('koers.organization_id'::text, true), ''::text))::uuid))
  with check ((organization_id = (NULLIF(current_setting('koers.organization_id'::text, true), ''::text))::uuid));
-- the application may: delete, insert, select, update

create table match_decision (
  organization_id uuid not null,
  left_key text not null,
  right_key text not null,
  same boolean not null,
  account_id uuid,
  decided_at timestamp with time zone not null,
  constraint match_decision_pkey PRIMARY KEY (organization_id, left_key, right_key)
);
alter table match_decision enable row level security;
alter table match_decision force row level security;
create policy organization_rows on match_decision for all
  using ((organization_id = (NULLIF(current_setting('koers.organization_id'::text, true), ''::text))::uuid))
  with check ((organization_id = (NULLIF(current_setting('koers.organization_id'::text, true), ''::text))::uuid));
-- the application may: delete, insert, select, update

create table match_proposal (
  organization_id uuid not null,
  relation_id uuid not null,
  customer_id uuid not null,
  similarity numeric(4,3) not null,
  reason text not null,
  created_at timestamp with time zone not null,
  constraint match_proposal_pkey PRIMARY KEY (organization_id, relation_id, customer_id),
  constraint match_proposal_customer FOREIGN KEY (organization_id, customer_id) REFERENCES customer(organization_id, customer_id) ON DELETE CASCADE,
  constraint match_proposal_relation FOREIGN KEY (organization_id, relation_id) REFERENCES relation(organization_id, relation_id) ON DELETE CASCADE
);
alter table match_proposal enable row level security;
alter table match_proposal force row level security;
create policy organization_rows on match_proposal for all
  using ((organization_id = (NULLIF(current_setting('koers.organization_id'::text, true), ''::text))::uuid))
  with check ((organization_id = (NULLIF(current_setting('koers.organization_id'::text, true), ''::text))::uuid));
-- the application may: delete, insert, select, update

create table note (
  organization_id uuid not null,
  note_id uuid not null,
  customer_id uuid not null,
  text text not null,
  account_id uuid,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  constraint note_pkey PRIMARY KEY (organization_id, note_id),
  constraint note_customer FOREIGN KEY (organization_id, customer_id) REFERENCES customer(organization_id, customer_id) ON DELETE CASCADE,
  constraint note_text_check CHECK (((length(text) >= 1) AND (length(text) <= 10000)))
);
CREATE INDEX note_customer ON public.note USING btree (organization_id, customer_id);
alter table note enable row level security;
alter table note force row level security;
create policy organization_rows on note for all
  using ((organization_id = (NULLIF(current_setting('koers.organization_id'::text, true), ''::text))::uuid))
  with check ((organization_id = (NULLIF(current_setting('koers.organization_id'::text, true), ''::text))::uuid));
-- the application may: delete, insert, select, update

create table organization (
  organization_id uuid not null,
  name text not null,
  kind text not null,
  currency text default 'EUR'::text not null,
  time_zone text default 'Europe/Amsterdam'::text not null,
  kvk text,
  vat_id text,
  settings jsonb default '{}'::jsonb not null,
  data_version bigint default 1 not null,
  created_at timestamp with time zone default now() not null,
  constraint organization_pkey PRIMARY KEY (organization_id),
  constraint organization_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text)),
  constraint organization_kind_check CHECK ((kind = ANY (ARRAY['real'::text, 'example'::text]))),
  constraint organization_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200)))
);
alter table organization enable row level security;
alter table organization force row level security;
create policy organization_rows on organization for all
  using ((organization_id = (NULLIF(current_setting('koers.organization_id'::text, true), ''::text))::uuid))
  with check ((organization_id = (NULLIF(current_setting('koers.organization_id'::text, true), ''::text))::uuid));
-- the application may: delete, insert, select, update

create table person (
  organization_id uuid not null,
  person_id uuid not null,
  name text not null,
  name_key text not null,
  email text,
  cost_rate bigint,
  constraint person_pkey PRIMARY KEY (organization_id, person_id),
  constraint person_name UNIQUE (organization_id, name_key),
  constraint person_cost_rate_check CHECK ((cost_rate >= 0))
);
alter table person enable row level security;
alter table person force row level security;
create policy organization_rows on person for all
  using ((organization_id = (NULLIF(current_setting('koers.organization_id'::text, true), ''::text))::uuid))
  with check ((organization_id = (NULLIF(current_setting('koers.organization_id'::text, true), ''::text))::uuid));
-- the application may: delete, insert, select, update

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
  budget_hours numeric(12,2),
  budget_amount bigint,
  currency text,
  constraint project_pkey PRIMARY KEY (organization_id, import_id, sequence),
  constraint project_import FOREIGN KEY (organization_id, import_id) REFERENCES import(organization_id, import_id) ON DELETE CASCADE
);
CREATE INDEX project_code ON public.project USING btree (organization_id, code);
alter table project enable row level security;
alter table project force row level security;
create policy organization_rows on project for all
  using ((organization_id = (NULLIF(current_setting('koers.organization_id'::text, true), ''::text))::uuid))
  with check ((organization_id = (NULLIF(current_setting('koers.organization_id'::text, true), ''::text))::uuid));
-- the application may: delete, insert, select, update

create table project_customer (
  organization_id uuid not null,
  project text not null,
  customer_id uuid not null,
  constraint project_customer_pkey PRIMARY KEY (organization_id, project, customer_id),
  constraint project_customer_customer FOREIGN KEY (organization_id, customer_id) REFERENCES customer(organization_id, customer_id) ON DELETE CASCADE
);
CREATE INDEX project_customer_customer ON public.project_customer USING btree (organization_id, customer_id);
alter table project_customer enable row level security;
alter table project_customer force row level security;
create policy organization_rows on project_customer for all
  using ((organization_id = (NULLIF(current_setting('koers.organization_id'::text, true), ''::text))::uuid))
  with check ((organization_id = (NULLIF(current_setting('koers.organization_id'::text, true), ''::text))::uuid));
-- the application may: delete, insert, select, update

create table receivable_event (
  organization_id uuid not null,
  import_id integer not null,
  sequence integer not null,
  line integer not null,
  relation_id uuid,
  invoice_reference text,
  event text not null,
  date date not null,
  due_date date,
  currency text not null,
  amount bigint not null,
  constraint receivable_event_pkey PRIMARY KEY (organization_id, import_id, sequence),
  constraint receivable_event_import FOREIGN KEY (organization_id, import_id) REFERENCES import(organization_id, import_id) ON DELETE CASCADE,
  constraint receivable_event_event_check CHECK ((event = ANY (ARRAY['invoice'::text, 'payment'::text, 'open'::text, 'other'::text])))
);
CREATE INDEX receivable_event_relation ON public.receivable_event USING btree (organization_id, relation_id, date);
alter table receivable_event enable row level security;
alter table receivable_event force row level security;
create policy organization_rows on receivable_event for all
  using ((organization_id = (NULLIF(current_setting('koers.organization_id'::text, true), ''::text))::uuid))
  with check ((organization_id = (NULLIF(current_setting('koers.organization_id'::text, true), ''::text))::uuid));
-- the application may: delete, insert, select, update

create table relation (
  organization_id uuid not null,
  relation_id uuid not null,
  source_system_id integer not null,
  key text not null,
  external_id text,
  name text not null,
  name_key text not null,
  role text,
  kvk text,
  vat_id text,
  email_domain text,
  postcode text,
  city text,
  country text,
  traits jsonb default '{}'::jsonb not null,
  customer_id uuid,
  matched_by text,
  constraint relation_pkey PRIMARY KEY (organization_id, relation_id),
  constraint relation_key UNIQUE (organization_id, source_system_id, key),
  constraint relation_customer FOREIGN KEY (organization_id, customer_id) REFERENCES customer(organization_id, customer_id),
  constraint relation_source_system FOREIGN KEY (organization_id, source_system_id) REFERENCES source_system(organization_id, source_system_id),
  constraint relation_matched_by_check CHECK ((matched_by = ANY (ARRAY['new'::text, 'external-id'::text, 'kvk'::text, 'vat-id'::text, 'email-domain'::text, 'name'::text, 'confirmed'::text, 'by-hand'::text]))),
  constraint relation_role_check CHECK ((role = ANY (ARRAY['customer'::text, 'supplier'::text, 'both'::text, 'other'::text])))
);
CREATE INDEX relation_customer ON public.relation USING btree (organization_id, customer_id);
alter table relation enable row level security;
alter table relation force row level security;
create policy organization_rows on relation for all
  using ((organization_id = (NULLIF(current_setting('koers.organization_id'::text, true), ''::text))::uuid))
  with check ((organization_id = (NULLIF(current_setting('koers.organization_id'::text, true), ''::text))::uuid));
-- the application may: delete, insert, select, update

create table relation_record (
  organization_id uuid not null,
  import_id integer not null,
  relation_id uuid not null,
  line integer not null,
  fields jsonb not null,
  constraint relation_record_pkey PRIMARY KEY (organization_id, import_id, relation_id),
  constraint relation_record_import FOREIGN KEY (organization_id, import_id) REFERENCES import(organization_id, import_id) ON DELETE CASCADE,
  constraint relation_record_relation FOREIGN KEY (organization_id, relation_id) REFERENCES relation(organization_id, relation_id)
);
CREATE INDEX relation_record_relation ON public.relation_record USING btree (organization_id, relation_id);
alter table relation_record enable row level security;
alter table relation_record force row level security;
create policy organization_rows on relation_record for all
  using ((organization_id = (NULLIF(current_setting('koers.organization_id'::text, true), ''::text))::uuid))
  with check ((organization_id = (NULLIF(current_setting('koers.organization_id'::text, true), ''::text))::uuid));
-- the application may: delete, insert, select, update

create table saved_view (
  organization_id uuid not null,
  saved_view_id uuid not null,
  room text not null,
  name text not null,
  settings jsonb not null,
  account_id uuid,
  created_at timestamp with time zone default now() not null,
  constraint saved_view_pkey PRIMARY KEY (organization_id, saved_view_id),
  constraint saved_view_name UNIQUE (organization_id, room, name),
  constraint saved_view_name_check CHECK (((length(name) >= 1) AND (length(name) <= 100)))
);
alter table saved_view enable row level security;
alter table saved_view force row level security;
create policy organization_rows on saved_view for all
  using ((organization_id = (NULLIF(current_setting('koers.organization_id'::text, true), ''::text))::uuid))
  with check ((organization_id = (NULLIF(current_setting('koers.organization_id'::text, true), ''::text))::uuid));
-- the application may: delete, insert, select, update

create table source_system (
  organization_id uuid not null,
  source_system_id integer not null,
  kind text not null,
  key text not null,
  name text not null,
  currency text,
  constraint source_system_pkey PRIMARY KEY (organization_id, source_system_id),
  constraint source_system_key UNIQUE (organization_id, key),
  constraint source_system_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text)),
  constraint source_system_kind_check CHECK ((kind = ANY (ARRAY['bookkeeping'::text, 'e-invoicing'::text, 'time-tracking'::text, 'crm'::text, 'bank'::text, 'list'::text])))
);
alter table source_system enable row level security;
alter table source_system force row level security;
create policy organization_rows on source_system for all
  using ((organization_id = (NULLIF(current_setting('koers.organization_id'::text, true), ''::text))::uuid))
  with check ((organization_id = (NULLIF(current_setting('koers.organization_id'::text, true), ''::text))::uuid));
-- the application may: delete, insert, select, update

create table summed_import (
  organization_id uuid not null,
  import_id integer not null,
  source_system_id integer not null,
  source_kind text not null,
  subject text not null,
  currency text,
  covers_from date,
  covers_to date,
  names_customers boolean not null,
  names_payments boolean not null,
  overlapped boolean not null,
  constraint summed_import_pkey PRIMARY KEY (organization_id, import_id)
);
alter table summed_import enable row level security;
alter table summed_import force row level security;
create policy organization_rows on summed_import for all
  using ((organization_id = (NULLIF(current_setting('koers.organization_id'::text, true), ''::text))::uuid))
  with check ((organization_id = (NULLIF(current_setting('koers.organization_id'::text, true), ''::text))::uuid));
-- the application may: delete, insert, select, update

create table table_mapping (
  organization_id uuid not null,
  fingerprint text not null,
  subject text not null,
  settings jsonb not null,
  updated_at timestamp with time zone not null,
  constraint table_mapping_pkey PRIMARY KEY (organization_id, fingerprint)
);
alter table table_mapping enable row level security;
alter table table_mapping force row level security;
create policy organization_rows on table_mapping for all
  using ((organization_id = (NULLIF(current_setting('koers.organization_id'::text, true), ''::text))::uuid))
  with check ((organization_id = (NULLIF(current_setting('koers.organization_id'::text, true), ''::text))::uuid));
-- the application may: delete, insert, select, update

create table undo_step (
  organization_id uuid not null,
  undo_step_id uuid not null,
  at timestamp with time zone not null,
  account_id uuid,
  action text not null,
  before jsonb not null,
  after jsonb not null,
  undone_at timestamp with time zone,
  constraint undo_step_pkey PRIMARY KEY (organization_id, undo_step_id)
);
alter table undo_step enable row level security;
alter table undo_step force row level security;
create policy organization_rows on undo_step for all
  using ((organization_id = (NULLIF(current_setting('koers.organization_id'::text, true), ''::text))::uuid))
  with check ((organization_id = (NULLIF(current_setting('koers.organization_id'::text, true), ''::text))::uuid));
-- the application may: delete, insert, select, update
