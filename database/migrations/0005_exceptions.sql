-- Exceptions: customers outside the target group who are served under a dossier. The events are what
-- happened; the dossier's row is what they come down to, for lists and for watching.

create table exception_dossier (
  organization_id uuid not null,
  dossier_id uuid not null,
  -- Not bound to the customer's row: what was agreed outlives a merge or the undoing of an import.
  customer_id uuid not null,
  customer_name text not null,
  state text not null
    check (state in ('draft', 'submitted', 'approved', 'refused', 'active', 'ended')),
  reason text check (reason in ('experience', 'cash-now', 'cover-fixed-costs')),
  ends_on date,
  -- Terms and benefit; what stands in it is said in contract/src/choice/shapes.ts.
  content jsonb not null,
  outcome text check (outcome in ('learned', 'converted', 'broken-off', 'renewed')),
  renews uuid,
  -- The sequence of the last event.
  version integer not null check (version > 0),
  changed_at timestamptz not null,
  primary key (organization_id, dossier_id),
  constraint exception_dossier_outcome check ((state = 'ended') = (outcome is not null)),
  constraint exception_dossier_renews foreign key (organization_id, renews)
    references exception_dossier (organization_id, dossier_id)
);
create index exception_dossier_customer on exception_dossier (organization_id, customer_id);
create index exception_dossier_renews on exception_dossier (organization_id, renews);
alter table exception_dossier enable row level security;
alter table exception_dossier force row level security;
create policy organization_rows on exception_dossier
  using (organization_id = nullif(current_setting('koers.organization_id', true), '')::uuid)
  with check (organization_id = nullif(current_setting('koers.organization_id', true), '')::uuid);

create table exception_event (
  organization_id uuid not null,
  dossier_id uuid not null,
  sequence integer not null check (sequence > 0),
  at timestamptz not null,
  via text not null check (via in ('person', 'import', 'api')),
  account_id uuid,
  -- What was done, with what was said with it.
  act jsonb not null,
  primary key (organization_id, dossier_id, sequence),
  constraint exception_event_dossier foreign key (organization_id, dossier_id)
    references exception_dossier (organization_id, dossier_id) on delete cascade,
  constraint exception_event_person check (via <> 'person' or account_id is not null)
);
alter table exception_event enable row level security;
alter table exception_event force row level security;
create policy organization_rows on exception_event
  using (organization_id = nullif(current_setting('koers.organization_id', true), '')::uuid)
  with check (organization_id = nullif(current_setting('koers.organization_id', true), '')::uuid);

-- Who has read a dossier, and up to which event.
create table exception_read (
  organization_id uuid not null,
  dossier_id uuid not null,
  account_id uuid not null,
  version integer not null,
  read_at timestamptz not null,
  primary key (organization_id, dossier_id, account_id),
  constraint exception_read_dossier foreign key (organization_id, dossier_id)
    references exception_dossier (organization_id, dossier_id) on delete cascade
);
alter table exception_read enable row level security;
alter table exception_read force row level security;
create policy organization_rows on exception_read
  using (organization_id = nullif(current_setting('koers.organization_id', true), '')::uuid)
  with check (organization_id = nullif(current_setting('koers.organization_id', true), '')::uuid);
