-- Invitations to an organisation. The link holds the organisation and 256 random bits; the table only
-- the hash. A row is there while the link is good: it goes when the link is used or withdrawn.

create table invitation (
  organization_id uuid not null,
  invitation_id uuid not null,
  token_hash bytea not null check (length(token_hash) = 32),
  role text not null check (role in ('owner', 'manager', 'member')),
  -- For whom it is meant, to tell one from another; the one invited gives their own.
  name text check (length(name) between 1 and 200),
  email text check (length(email) <= 320),
  invited_by uuid not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (organization_id, invitation_id),
  constraint invitation_token unique (organization_id, token_hash)
);
alter table invitation enable row level security;
alter table invitation force row level security;
create policy organization_rows on invitation
  using (organization_id = nullif(current_setting('koers.organization_id', true), '')::uuid)
  with check (organization_id = nullif(current_setting('koers.organization_id', true), '')::uuid);
