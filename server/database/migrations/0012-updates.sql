-- New versions of the terminals' program. The files lie in the server's data folder, under version and architecture.
create table updates (
  version text not null,
  architecture text not null check (architecture in ('x64', 'arm64')),
  -- As shared/update/update-manifest.ts has it. Its signature is in the file.
  manifest json not null,
  -- Of the whole file.
  size integer not null check (size > 0),
  sha256 text not null,
  added_at timestamptz not null,
  primary key (version, architecture)
);
-- Who may have which: one version for each scope. `scope_id` is a wing's or a terminal's id, and empty for everyone.
create table update_stages (
  scope_kind text not null check (scope_kind in ('everyone', 'wing', 'terminal')),
  scope_id text not null,
  version text not null,
  attempt integer not null check (attempt > 0),
  is_paused boolean not null,
  from_hour integer check (from_hour between 0 and 24),
  to_hour integer check (to_hour between 0 and 24),
  staged_at timestamptz not null,
  primary key (scope_kind, scope_id),
  check ((scope_kind = 'everyone') = (scope_id = '')),
  check ((from_hour is null) = (to_hour is null))
);
-- What each terminal said when it asked last.
create table terminal_updates (
  terminal_id uuid primary key references terminals,
  heard_at timestamptz not null,
  running text not null,
  failed_version text,
  failed_why text,
  check ((failed_version is null) = (failed_why is null))
);
