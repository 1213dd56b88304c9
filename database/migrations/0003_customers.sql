-- Customers: sums kept up to date by every import for the customers it touched, so that pages read
-- sums and never whole books.

create table customer_month (
  organization_id uuid not null,
  customer_id uuid not null,
  month date not null check (extract(day from month) = 1),
  currency text not null,
  -- Net of VAT, credit notes subtracted.
  revenue bigint not null default 0,
  -- The part of it that credit notes took away, negative.
  credited bigint not null default 0,
  -- What discounts took off the list price, where invoices say so, positive.
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

-- Revenue and direct purchases that belong to no customer, so that totals still equal the ledger.
create table unattributed_month (
  organization_id uuid not null,
  month date not null check (extract(day from month) = 1),
  currency text not null,
  revenue bigint not null default 0,
  direct_purchases bigint not null default 0,
  primary key (organization_id, month, currency)
);
alter table unattributed_month enable row level security;
alter table unattributed_month force row level security;
create policy organization_rows on unattributed_month
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
