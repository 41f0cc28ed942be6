-- What each terminal's doctor found last. One row a terminal: the one before is of no use to anybody.
create table doctor_reports (
  terminal_id uuid primary key references terminals,
  heard_at timestamptz not null,
  -- By the terminal's own clock.
  at timestamptz not null,
  version text not null,
  electron text not null,
  is_packaged boolean not null,
  checked integer not null check (checked >= 0),
  -- Findings that are not `ok`, as shared/doctor/finding.ts has them.
  findings json not null
);
