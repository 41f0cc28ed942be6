-- Staff, how they sign in, and what they ordered ----------------------------------------------------

create table staff (
  id uuid primary key,
  name text not null unique check (name <> ''),
  role text not null check (role in ('warden')),
  created_at timestamptz not null,
  disabled_at timestamptz
);

-- Passkeys (WebAuthn). The server knows public halves only.
create table staff_keys (
  credential_id text primary key,
  staff_id uuid not null references staff,
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null,
  created_at timestamptz not null,
  used_at timestamptz
);
create index staff_keys_by_staff on staff_keys (staff_id);

-- A one-time link to add a passkey. Only the SHA-256 of its token is kept.
create table staff_invitations (
  token_hash bytea primary key,
  staff_id uuid not null references staff,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);

create table staff_sessions (
  token_hash bytea primary key,
  staff_id uuid not null references staff,
  created_at timestamptz not null,
  used_at timestamptz not null,
  expires_at timestamptz not null
);

-- Control -------------------------------------------------------------------------------------------

create table state_orders (
  id uuid primary key,
  intent jsonb not null,
  ordered_by uuid not null references staff,
  ordered_at timestamptz not null,
  via text not null check (via in ('console', 'command line')),
  -- {"terminals", "people"}: how many it concerned when it was ordered.
  expected jsonb not null,
  status text not null check (status in ('waiting', 'in-force', 'declined')),
  decided_by uuid references staff,
  decided_at timestamptz,
  -- The document that put it in force.
  version bigint unique,
  -- Nobody is their own second warden, whatever the program does.
  check (decided_by <> ordered_by or status = 'declined'),
  check ((status = 'in-force') = (version is not null))
);
create index state_orders_waiting on state_orders (ordered_at) where status = 'waiting';

create table state_documents (
  version bigint primary key check (version > 0),
  issued_at timestamptz not null,
  -- As it was signed.
  jws text not null,
  key_id text not null,
  -- Whom a terminal believes from it on, as key ids.
  signers text[] not null,
  -- Null: the server's own, the first one and those after a restored copy.
  order_id uuid references state_orders
);

-- Which server processes there are. One that has not said so for some seconds is gone, and so are its connections.
create table control_servers (
  id uuid primary key,
  alive_at timestamptz not null,
  version bigint not null,
  -- Pushes it is settling.
  in_flight integer not null
);

create table terminal_states (
  terminal_id uuid primary key references terminals,
  -- Null while it is not connected.
  connected_at timestamptz,
  server_id uuid,
  heard_at timestamptz not null,
  obeyed_version bigint not null default 0,
  obeyed_at timestamptz,
  web_lease_until timestamptz,
  local_lease_until timestamptz,
  highest_version bigint not null default 0,
  -- When it said to hold less than it had obeyed: its disk is an older copy, or somebody put one there.
  rolled_back_at timestamptz,
  -- Why it did not obey what it was sent last, in a code of its own.
  refusal text
);

-- Who did what: each record carries the hash of the one before it.
create table audit_records (
  seq bigint primary key check (seq > 0),
  at timestamptz not null,
  actor text not null,
  action text not null,
  subject jsonb not null,
  previous_hash text not null,
  hash text not null unique
);

create function append_only() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name;
end $$;
create trigger audit_records_append_only before update or delete or truncate on audit_records
  for each statement execute function append_only();
create trigger state_documents_append_only before update or delete or truncate on state_documents
  for each statement execute function append_only();
