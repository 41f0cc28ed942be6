-- What an inmate carried out to a site in a day, in characters. Counted where a request is granted, before it goes out.
create table web_budgets (
  inmate_id uuid not null references inmates,
  site_id text not null,
  day date not null,
  query_characters integer not null default 0 check (query_characters >= 0),
  path_characters integer not null default 0 check (path_characters >= 0),
  primary key (inmate_id, site_id, day)
);

-- Addresses that were asked for already that day, and carry nothing a second time. Hashed, and gone the next day.
create table web_addresses (
  inmate_id uuid not null,
  site_id text not null,
  day date not null,
  hash bytea not null,
  primary key (inmate_id, site_id, day, hash),
  foreign key (inmate_id, site_id, day) references web_budgets
);

-- What was refused, by the gateway and by the kiosks' own gate. Path without query; neither content nor person.
create table web_refusals (
  day date not null,
  terminal_id uuid not null references terminals,
  gate text not null check (gate in ('gateway', 'kiosk')),
  site_id text not null,
  rule_id text not null,
  host text not null,
  path text not null,
  method text not null,
  type text not null,
  reason text not null,
  count bigint not null check (count > 0),
  primary key (day, terminal_id, gate, site_id, rule_id, host, path, method, type, reason)
);

-- What a person wrote where a rule lets them write freely. Read by who reviews it, and by nobody else.
create table web_reviews (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  terminal_id uuid not null references terminals,
  inmate_id uuid not null references inmates,
  site_id text not null,
  rule_id text not null,
  method text not null,
  host text not null,
  path text not null,
  -- [{"name", "value"}] in the order they were sent.
  fields json not null
);
create index web_reviews_by_time on web_reviews (at);
