-- Customers: sums kept up to date by every import for the customers it touched, so that pages read
-- sums and never whole books. What each column holds is said in docs/models/economics.md.

-- The active imports that the sums below were made from. The next refresh compares it with the imports
-- of that moment, and so knows which months changed, also when an import is gone.
create table summed_import (
  organization_id uuid not null,
  import_id integer not null,
  source_system_id integer not null,
  source_kind text not null,
  subject text not null,
  currency text,
  covers_from date,
  covers_to date,
  -- An audit file whose revenue lines say mostly whose they are: then the ledger is what counts.
  names_customers boolean not null,
  -- The file tells payments, so that an invoice without one is open.
  names_payments boolean not null,
  -- Another file of the same system holds some of the same days: equal entries count once.
  overlapped boolean not null,
  primary key (organization_id, import_id)
);
alter table summed_import enable row level security;
alter table summed_import force row level security;
create policy organization_rows on summed_import
  using (organization_id = nullif(current_setting('koers.organization_id', true), '')::uuid)
  with check (organization_id = nullif(current_setting('koers.organization_id', true), '')::uuid);

create table customer_month (
  organization_id uuid not null,
  customer_id uuid not null,
  month date not null check (extract(day from month) = 1),
  currency text not null,
  -- Net of VAT, credit notes subtracted.
  revenue bigint not null default 0,
  -- The part of it from invoices on days that no audit file covers: it comes on top of the ledger's total.
  outside_ledger bigint not null default 0,
  -- The part of it that credit notes took away, negative.
  credited bigint not null default 0,
  -- Net of the invoice lines that tell their discount, and those discounts, positive. Also for months
  -- whose revenue comes from the ledger: they describe, and are never added to it.
  detailed bigint not null default 0,
  discounts bigint not null default 0,
  direct_purchases bigint not null default 0,
  -- Sales invoices and credit notes in this month.
  invoices integer not null default 0,
  primary key (organization_id, customer_id, month, currency),
  constraint customer_month_customer foreign key (organization_id, customer_id)
    references customer (organization_id, customer_id) on delete cascade
);
alter table customer_month enable row level security;
alter table customer_month force row level security;
create policy organization_rows on customer_month
  using (organization_id = nullif(current_setting('koers.organization_id', true), '')::uuid)
  with check (organization_id = nullif(current_setting('koers.organization_id', true), '')::uuid);

-- The first and the last day on which the customer was invoiced.
create table customer_span (
  organization_id uuid not null,
  customer_id uuid not null,
  first_invoice date not null,
  last_invoice date not null,
  primary key (organization_id, customer_id),
  constraint customer_span_customer foreign key (organization_id, customer_id)
    references customer (organization_id, customer_id) on delete cascade
);
alter table customer_span enable row level security;
alter table customer_span force row level security;
create policy organization_rows on customer_span
  using (organization_id = nullif(current_setting('koers.organization_id', true), '')::uuid)
  with check (organization_id = nullif(current_setting('koers.organization_id', true), '')::uuid);

create table customer_hour_month (
  organization_id uuid not null,
  customer_id uuid not null,
  month date not null check (extract(day from month) = 1),
  person_id uuid not null,
  activity_key text not null,
  seconds bigint not null,
  billable_seconds bigint not null,
  -- Hours at list rate where the export gives one; listed_seconds says for how much of the time it did.
  list_amount bigint not null,
  listed_seconds bigint not null,
  -- The same for the cost that the export itself gives.
  cost_amount bigint not null,
  costed_seconds bigint not null,
  primary key (organization_id, customer_id, month, person_id, activity_key),
  constraint customer_hour_month_customer foreign key (organization_id, customer_id)
    references customer (organization_id, customer_id) on delete cascade
);
alter table customer_hour_month enable row level security;
alter table customer_hour_month force row level security;
create policy organization_rows on customer_hour_month
  using (organization_id = nullif(current_setting('koers.organization_id', true), '')::uuid)
  with check (organization_id = nullif(current_setting('koers.organization_id', true), '')::uuid);

-- Hours for no customer.
create table internal_hour_month (
  organization_id uuid not null,
  month date not null check (extract(day from month) = 1),
  person_id uuid not null,
  activity_key text not null,
  seconds bigint not null,
  cost_amount bigint not null,
  costed_seconds bigint not null,
  primary key (organization_id, month, person_id, activity_key)
);
alter table internal_hour_month enable row level security;
alter table internal_hour_month force row level security;
create policy organization_rows on internal_hour_month
  using (organization_id = nullif(current_setting('koers.organization_id', true), '')::uuid)
  with check (organization_id = nullif(current_setting('koers.organization_id', true), '')::uuid);

-- The customers that a project was seen with; purchases on a project go to its customer where it is one.
create table project_customer (
  organization_id uuid not null,
  -- Lower case, without white space around it.
  project text not null,
  customer_id uuid not null,
  primary key (organization_id, project, customer_id),
  constraint project_customer_customer foreign key (organization_id, customer_id)
    references customer (organization_id, customer_id) on delete cascade
);
create index project_customer_customer on project_customer (organization_id, customer_id);
alter table project_customer enable row level security;
alter table project_customer force row level security;
create policy organization_rows on project_customer
  using (organization_id = nullif(current_setting('koers.organization_id', true), '')::uuid)
  with check (organization_id = nullif(current_setting('koers.organization_id', true), '')::uuid);
create index ledger_line_project on ledger_line (organization_id, lower(btrim(project)))
  where project is not null;

-- What was paid in a month, by whom, and how long it took.
create table customer_payment_month (
  organization_id uuid not null,
  customer_id uuid not null,
  month date not null check (extract(day from month) = 1),
  currency text not null,
  -- Paid in this month on invoices whose date is known, including VAT, and that times the days it took.
  paid_amount bigint not null default 0,
  paid_amount_days numeric(30, 0) not null default 0,
  -- Paid later on: amounts times the days of this month that they were out beyond the normal term.
  late_amount_days numeric(30, 0) not null default 0,
  settled_invoices integer not null default 0,
  primary key (organization_id, customer_id, month, currency),
  constraint customer_payment_month_customer foreign key (organization_id, customer_id)
    references customer (organization_id, customer_id) on delete cascade
);
alter table customer_payment_month enable row level security;
alter table customer_payment_month force row level security;
create policy organization_rows on customer_payment_month
  using (organization_id = nullif(current_setting('koers.organization_id', true), '')::uuid)
  with check (organization_id = nullif(current_setting('koers.organization_id', true), '')::uuid);

-- What is still to be paid, as the books stand.
create table customer_open_invoice (
  organization_id uuid not null,
  customer_id uuid not null,
  reference text not null,
  currency text not null,
  invoice_date date,
  due_date date,
  -- Including VAT; negative where the customer has something to come.
  amount bigint not null,
  primary key (organization_id, customer_id, reference, currency),
  constraint customer_open_invoice_customer foreign key (organization_id, customer_id)
    references customer (organization_id, customer_id) on delete cascade
);
alter table customer_open_invoice enable row level security;
alter table customer_open_invoice force row level security;
create policy organization_rows on customer_open_invoice
  using (organization_id = nullif(current_setting('koers.organization_id', true), '')::uuid)
  with check (organization_id = nullif(current_setting('koers.organization_id', true), '')::uuid);

create table note (
  organization_id uuid not null,
  note_id uuid not null,
  customer_id uuid not null,
  text text not null check (length(text) between 1 and 10000),
  account_id uuid,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (organization_id, note_id),
  constraint note_customer foreign key (organization_id, customer_id)
    references customer (organization_id, customer_id) on delete cascade
);
create index note_customer on note (organization_id, customer_id);
alter table note enable row level security;
alter table note force row level security;
create policy organization_rows on note
  using (organization_id = nullif(current_setting('koers.organization_id', true), '')::uuid)
  with check (organization_id = nullif(current_setting('koers.organization_id', true), '')::uuid);
