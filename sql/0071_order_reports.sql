-- What systems report of an order that never tell the whole of it: the order is what its reports say together.
create table order_reports (
  id bigint generated always as identity primary key,
  connection_id bigint not null references connections on delete cascade,
  -- everything by which the report calls the order
  names text[] not null,
  -- the same for reports that say the same
  body text not null,
  at timestamptz not null,
  rank smallint not null,
  says jsonb not null,
  -- null as long as nothing says what it comes to
  order_id bigint references orders on delete set null,
  created_at timestamptz not null default now(),
  -- in this order, so that reports are never looked for by their connection
  unique (body, connection_id)
);
create index order_reports_names on order_reports using gin (names) with (fastupdate = off);
create index order_reports_order on order_reports (order_id);
create trigger journal after insert or update or delete on order_reports for each row execute function journal_change('id');

-- Until when the secret before the current one is accepted; null: as long as it stands there.
alter table connections add column previous_until timestamptz;
-- A shop that shows its secret only after it was given our address is connected in two steps: until then nothing it sends is taken in.
alter table connections alter column secret drop not null;
