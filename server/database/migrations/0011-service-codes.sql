-- What opens the service screen of a terminal: a secret it shares with the server since its enrolment, and how many codes were
-- given. A terminal that was enrolled before has none.
create table service_codes (
  terminal_id uuid primary key references terminals on delete cascade,
  -- 256 random bits, base64url.
  secret text not null check (length(secret) = 43),
  -- Of the code that was given last; 0 before the first.
  counter integer not null default 0 check (counter >= 0),
  made_at timestamptz not null
);
