-- An order's money, as the shop tells it. What was spent (purchases) and when it came (order_payments) are derived from these facts.
alter table orders
  -- what it comes to after edits and returns; null: the shop does not say
  add column current_minor bigint,
  -- the sum of its order_refunds
  add column refunded_minor bigint not null default 0,
  -- what the buyer still owes, below 0 what we owe them; null: the shop does not say
  add column outstanding_minor bigint,
  -- which of two versions of one time is the newer
  add column version_tie text collate "C" not null default '';

alter table order_lines
  add column external_id text,
  -- what is left of it after edits and returns; null: all
  add column current_quantity int;

-- How much had been received in all by then: a row for each version of the order that says another sum.
create table order_payments (
  id bigint generated always as identity primary key,
  order_id bigint not null references orders on delete cascade,
  at timestamptz not null,
  received_minor bigint not null,
  unique (order_id, at)
);
create index order_payments_at on order_payments (at);
create trigger journal after insert or update or delete on order_payments for each row execute function journal_change('id');

create table order_refunds (
  id bigint generated always as identity primary key,
  order_id bigint not null references orders on delete cascade,
  external_id text not null,
  minor bigint not null,
  at timestamptz not null,
  unique (order_id, external_id)
);
create index order_refunds_at on order_refunds (at);
create trigger journal after insert or update or delete on order_refunds for each row execute function journal_change('id');

-- until now the day an order was placed stood for the day it was paid
insert into order_payments (order_id, at, received_minor)
select id, placed_at, total_minor from orders
where payment in ('paid', 'partially_refunded', 'partially_paid') and cancelled_at is null;

-- Orders that count as bought, and what of them was spent: the one place that says so. Money that is back with the buyer, or never
-- came, is not spent; of a cancelled order only what was kept for what had been sent or was not given back.
create view purchases as
select * from (
  select o.id, o.contact_id, o.connection_id, o.number, o.currency, o.total_minor, o.placed_at,
    greatest(0, least(
      worth,
      greatest(o.total_minor, worth) - o.refunded_minor,
      case when o.payment = 'partially_paid' then worth - o.outstanding_minor end
    )) as spent_minor
  from orders o cross join lateral (select coalesce(o.current_minor, o.total_minor) as worth) w
  where not o.test and o.payment in ('paid', 'partially_refunded', 'authorized', 'partially_paid') and (
    o.cancelled_at is null
    or (o.payment in ('paid', 'partially_refunded') and (o.refunded_minor > 0 or o.fulfillment in ('partial', 'fulfilled')))
  )
) purchase
where spent_minor > 0 or total_minor = 0;

-- What the shop's own record of this customer said last, and when that was written there.
alter table contact_identities
  add column told_name text,
  add column told_city text,
  add column told_at timestamptz;

-- the digits of an order's number: 1001 finds EN-1001-B
create index orders_digits on orders (regexp_replace(number, '\D', '', 'g'));

-- Events of a shop from which nothing follows: counted, and shown with its connection.
create table unused_topics (
  connection_id bigint not null references connections on delete cascade,
  topic text not null,
  events bigint not null default 1,
  last_at timestamptz not null,
  primary key (connection_id, topic)
);
