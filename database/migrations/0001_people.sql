-- People, organisations and their rights.
--
-- Tables named instance_* belong to the installation and not to one organisation: they are what must
-- be read before it is known which organisation a person may enter. They are not distributed and carry
-- no row-level security. Everything else starts its primary key with organization_id.

create table instance_account (
  account_id uuid primary key,
  name text not null check (length(name) between 1 and 200),
  email text not null check (email = lower(email) and length(email) <= 320),
  email_verified boolean not null default false,
  language text not null default 'nl' check (language in ('nl', 'en')),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint instance_account_email unique (email)
);

-- One row per way of signing in; provider 'credential' holds the argon2id hash of the password.
create table instance_credential (
  credential_id uuid primary key,
  account_id uuid not null references instance_account on delete cascade,
  provider text not null,
  provider_account_id text not null,
  password_hash text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint instance_credential_provider unique (provider, provider_account_id)
);
create index instance_credential_account on instance_credential (account_id);

-- The cookie holds 256 random bits; the table only their SHA-256.
create table instance_session (
  session_id uuid primary key,
  token_hash bytea not null check (length(token_hash) = 32),
  -- Null for a guest, who may look around in the example firm and nowhere else.
  account_id uuid references instance_account on delete cascade,
  -- The organisation one is in; null until there is one.
  organization_id uuid,
  created_at timestamptz not null default now(),
  -- When it was last used, to the hour.
  updated_at timestamptz not null default now(),
  expires_at timestamptz not null,
  user_agent text,
  constraint instance_session_token unique (token_hash),
  constraint instance_session_someone check (account_id is not null or organization_id is not null)
);
create index instance_session_organization on instance_session (organization_id);
create index instance_session_account on instance_session (account_id);

create table instance_membership (
  account_id uuid not null references instance_account on delete cascade,
  organization_id uuid not null,
  role text not null check (role in ('owner', 'manager', 'member')),
  created_at timestamptz not null default now(),
  primary key (account_id, organization_id)
);
create index instance_membership_organization on instance_membership (organization_id);

-- Which organisations exist here, for the sign-in page, the command line and the self-check.
create table instance_organization (
  organization_id uuid primary key,
  kind text not null check (kind in ('real', 'example')),
  created_at timestamptz not null default now()
);

-- Attempts per identity or address, so that limits survive a restart.
create table instance_rate_limit (
  key text primary key,
  count integer not null,
  window_started_at timestamptz not null
);

create table organization (
  organization_id uuid primary key,
  name text not null check (length(name) between 1 and 200),
  kind text not null check (kind in ('real', 'example')),
  currency text not null default 'EUR' check (currency ~ '^[A-Z]{3}$'),
  time_zone text not null default 'Europe/Amsterdam',
  -- The firm's own numbers, to tell its sales from its purchases on an e-invoice.
  kvk text,
  vat_id text,
  -- Choices of the owner: cost of an hour, months without orders until a customer counts as lost, ...
  settings jsonb not null default '{}',
  -- Goes up with every change of books or choices; what is computed remembers the version it saw.
  data_version bigint not null default 1,
  created_at timestamptz not null default now()
);
alter table organization enable row level security;
alter table organization force row level security;
create policy organization_rows on organization
  using (organization_id = nullif(current_setting('koers.organization_id', true), '')::uuid)
  with check (organization_id = nullif(current_setting('koers.organization_id', true), '')::uuid);

-- What was done, by whom; each row carries the hash of the one before it, so that an edit, a deletion
-- or a reordering shows.
create table audit_entry (
  organization_id uuid not null,
  sequence bigint not null,
  at timestamptz not null,
  account_id uuid,
  action text not null,
  subject text not null,
  data jsonb not null default '{}',
  previous_hash bytea not null,
  hash bytea not null,
  primary key (organization_id, sequence)
);
alter table audit_entry enable row level security;
alter table audit_entry force row level security;
create policy organization_rows on audit_entry
  using (organization_id = nullif(current_setting('koers.organization_id', true), '')::uuid)
  with check (organization_id = nullif(current_setting('koers.organization_id', true), '')::uuid);

-- What an act changed, so that it can be taken back.
create table undo_step (
  organization_id uuid not null,
  undo_step_id uuid not null,
  at timestamptz not null,
  account_id uuid,
  action text not null,
  before jsonb not null,
  after jsonb not null,
  undone_at timestamptz,
  primary key (organization_id, undo_step_id)
);
alter table undo_step enable row level security;
alter table undo_step force row level security;
create policy organization_rows on undo_step
  using (organization_id = nullif(current_setting('koers.organization_id', true), '')::uuid)
  with check (organization_id = nullif(current_setting('koers.organization_id', true), '')::uuid);

create table saved_view (
  organization_id uuid not null,
  saved_view_id uuid not null,
  room text not null,
  name text not null check (length(name) between 1 and 100),
  settings jsonb not null,
  account_id uuid,
  created_at timestamptz not null default now(),
  primary key (organization_id, saved_view_id),
  constraint saved_view_name unique (organization_id, room, name)
);
alter table saved_view enable row level security;
alter table saved_view force row level security;
create policy organization_rows on saved_view
  using (organization_id = nullif(current_setting('koers.organization_id', true), '')::uuid)
  with check (organization_id = nullif(current_setting('koers.organization_id', true), '')::uuid);
