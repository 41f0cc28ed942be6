-- One-time codes by which new terminals come in. Only the SHA-256 of a code is kept.
create table enrolment_codes (
  code_hash bytea primary key,
  terminal_id uuid not null references terminals on delete cascade,
  -- Where the terminal is told to reach the server, and the language it starts in.
  server_url text not null,
  language text not null check (language in ('fr', 'nl', 'de', 'en')),
  -- As the audit chain has it: 'server', or 'staff:<id>'.
  made_by text not null,
  made_at timestamptz not null,
  expires_at timestamptz not null check (expires_at > made_at),
  withdrawn_at timestamptz,
  used_at timestamptz,
  -- Raw Ed25519, base64url: the same one may ask again, whose answer was lost.
  used_key text,
  check ((used_at is null) = (used_key is null)),
  check (used_at is null or withdrawn_at is null)
);
-- One code of a terminal at a time: another one withdraws it.
create unique index one_waiting_code on enrolment_codes (terminal_id) where used_at is null and withdrawn_at is null;
