-- Somebody asks for a page that the web policy does not open.
alter table requests drop constraint requests_kind_check;
alter table requests add constraint requests_kind_check check (kind in ('canteen', 'medical', 'web'));
alter table requests drop constraint requests_owner_check;
alter table requests add constraint requests_owner_check check (owner in ('canteen', 'medical', 'technician'));

create table page_requests (
  request_id uuid primary key references requests,
  site_id text not null,
  -- Host and path. Never the query.
  address text not null,
  -- As the person saw it: W-<site>-<reason>.
  code text not null
);
