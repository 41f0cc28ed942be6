-- People and places -------------------------------------------------------------------------------

create table prison (
  id uuid primary key,
  names jsonb not null,
  time_zone text not null,
  -- A restored or rebuilt database is another epoch: cursors of the old one start over.
  epoch uuid not null default gen_random_uuid(),
  is_only boolean not null default true unique check (is_only)
);

create table wings (
  id text primary key,
  names jsonb not null
);

create table cells (
  id text primary key,
  wing_id text not null references wings,
  capacity integer not null check (capacity > 0)
);

create table inmates (
  id uuid primary key,
  number text not null unique,
  given_name text not null,
  family_name text not null,
  language text not null check (language in ('fr', 'nl', 'de', 'en')),
  pin_verifier text not null
);

create table cell_stays (
  inmate_id uuid not null references inmates,
  cell_id text not null references cells,
  since timestamptz not null,
  until timestamptz,
  primary key (inmate_id, since),
  check (until > since)
);
create unique index one_cell_at_a_time on cell_stays (inmate_id) where until is null;
create index cell_stays_by_cell on cell_stays (cell_id);

create table terminals (
  id uuid primary key,
  name text not null unique,
  cell_id text not null references cells,
  -- Raw Ed25519, base64url; null until enrolled.
  public_key text,
  enrolled_at timestamptz,
  revoked_at timestamptz
);

-- What is published -------------------------------------------------------------------------------

create table categories (
  id text primary key,
  names jsonb not null,
  picture text not null,
  position integer not null
);

create table products (
  id text primary key,
  category_id text not null references categories,
  names jsonb not null,
  unit text not null,
  picture text not null,
  price_cents integer not null check (price_cents >= 0),
  stock integer not null check (stock >= 0),
  max_per_order integer not null check (max_per_order > 0),
  max_per_window integer not null check (max_per_window > 0),
  allergens text[] not null
);

create table order_windows (
  id text primary key,
  opens_at timestamptz not null,
  closes_at timestamptz not null,
  late_until timestamptz not null,
  delivery_day date not null,
  max_total_cents integer not null check (max_total_cents >= 0),
  check (opens_at < closes_at and closes_at <= late_until)
);

create table notices (
  id text primary key,
  important boolean not null,
  published_at timestamptz not null,
  until timestamptz not null,
  title jsonb not null,
  body jsonb not null
);

create table web_policy (
  id text primary key check (id = 'web-policy'),
  text text not null
);

create table medical_keys (
  key_id text primary key,
  public_key text not null,
  retired_at timestamptz
);

-- Operations: each once ---------------------------------------------------------------------------

create table operations (
  id uuid primary key,
  terminal_id uuid not null references terminals,
  inmate_id uuid not null references inmates,
  kind text not null,
  hash bytea not null,
  -- As the text it came in, never taken apart here: the hash is of its words.
  operation json not null,
  recorded_at timestamptz not null,
  received_at timestamptz not null,
  -- {"receipt": "..."} or {"rejection": {...}}: what every repeat is answered.
  verdict json not null
);
-- Written once and read seldom: in the row and uncompressed it costs least.
alter table operations set (toast_tuple_target = 8160);

-- The same id with other words: refused, and kept for a person to look at.
create table operation_conflicts (
  operation_id uuid not null references operations,
  hash bytea not null,
  terminal_id uuid not null references terminals,
  operation json not null,
  received_at timestamptz not null,
  primary key (operation_id, hash)
);

create table requests (
  id uuid primary key references operations,
  inmate_id uuid not null references inmates,
  kind text not null check (kind in ('canteen', 'medical')),
  state text not null
    check (state in ('received', 'in-hand', 'prepared', 'delivered', 'answered', 'withdrawn', 'cancelled')),
  owner text not null check (owner in ('canteen', 'medical')),
  recorded_at timestamptz not null,
  received_at timestamptz not null,
  due_at timestamptz not null,
  reminded_at timestamptz,
  receipt text not null
);
create index requests_by_owner on requests (owner, state, due_at);
create index requests_by_inmate on requests (inmate_id);

create table request_events (
  request_id uuid not null references requests,
  position integer not null,
  at timestamptz not null,
  step text not null,
  primary key (request_id, position)
);

create table orders (
  request_id uuid primary key references requests,
  inmate_id uuid not null references inmates,
  window_id text not null references order_windows,
  total_cents integer not null check (total_cents >= 0)
);
create index orders_by_person_and_window on orders (inmate_id, window_id);

create table order_lines (
  request_id uuid not null references orders,
  product_id text not null,
  names json not null,
  quantity integer not null check (quantity > 0),
  unit_price_cents integer not null check (unit_price_cents >= 0),
  primary key (request_id, product_id)
);

create table medical_requests (
  request_id uuid primary key references requests,
  sealed json not null
);
alter table medical_requests set (toast_tuple_target = 8160);

-- Money: double entry -----------------------------------------------------------------------------

create table accounts (
  id uuid primary key,
  inmate_id uuid references inmates,
  -- An inmate has 'available' and 'held'; the prison has 'canteen', 'payroll', 'outside' and 'phone'.
  purpose text not null,
  unique nulls not distinct (inmate_id, purpose),
  check (purpose in ('available', 'held') and inmate_id is not null
    or purpose in ('canteen', 'payroll', 'outside', 'phone') and inmate_id is null)
);

create table ledger_transactions (
  id uuid primary key,
  at timestamptz not null,
  kind text not null check (kind in
    ('opening', 'wages', 'deposit', 'phone', 'canteen', 'order-hold', 'order-release', 'order-debit')),
  request_id uuid references requests
);
-- Whatever is repeated: one hold, one release or debit for a request.
create unique index one_of_a_kind_per_request on ledger_transactions (request_id, kind) where request_id is not null;

create table ledger_entries (
  transaction_id uuid not null references ledger_transactions,
  account_id uuid not null references accounts,
  amount_cents bigint not null check (amount_cents <> 0),
  primary key (transaction_id, account_id)
);
create index ledger_entries_by_account on ledger_entries (account_id) include (amount_cents);

-- A transaction's entries come in one statement and sum to nothing: money is moved, never made.
create function ledger_must_balance() returns trigger language plpgsql as $$
begin
  if exists (select 1 from inserted group by transaction_id having sum(amount_cents) <> 0) then
    raise exception 'ledger transaction does not balance';
  end if;
  return null;
end $$;
create trigger ledger_entries_balance after insert on ledger_entries
  referencing new table as inserted for each statement execute function ledger_must_balance();

create function ledger_is_append_only() returns trigger language plpgsql as $$
begin
  raise exception 'the ledger is append-only';
end $$;
create trigger ledger_entries_append_only before update or delete on ledger_entries
  for each statement execute function ledger_is_append_only();
create trigger ledger_transactions_append_only before update or delete on ledger_transactions
  for each statement execute function ledger_is_append_only();

-- The change feed ---------------------------------------------------------------------------------

/*
 * One row for each thing a terminal mirrors, at the place of its last change. A place is (xid, seq): the
 * transaction that made the change, then the order inside it. A pull reads only below the oldest
 * transaction still running (pg_snapshot_xmin), so a change that commits late is never stepped over.
 */
create sequence change_seq;
create table changes (
  entity text not null,
  key text not null,
  -- 'prison', 'inmate:<id>' or 'terminal:<id>': who may pull it.
  scope text not null,
  is_gone boolean not null default false,
  xid xid8 not null default pg_current_xact_id(),
  seq bigint not null default nextval('change_seq'),
  primary key (entity, key, scope)
);
create index changes_by_scope on changes (scope, xid, seq);
