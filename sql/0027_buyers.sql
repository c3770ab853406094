-- Whose an order is follows the newest version that names a buyer. Kept is whom that named, by the address of their identity: while it
-- names the same one, what the owner made of it (a merge, a split) stays.
alter table orders
  add column buyer text,
  add column buyer_at timestamptz,
  add column buyer_tie text collate "C",
  -- whom the bill of an order without an account names
  add column billed_to text,
  -- since when the shop has it no more
  add column deleted_at timestamptz;

update orders o set buyer = account.address, buyer_at = o.version_at, buyer_tie = o.version_tie
from (
  select n.id as connection_id, i.contact_id, min(i.address) as address
  from connections n join contact_identities i on i.channel = n.provider and i.address like n.id || '/%'
  group by 1, 2 having count(*) = 1
) account
where o.connection_id = account.connection_id and o.contact_id = account.contact_id;

-- Orders a shop has deleted: one of its versions that comes late does not bring it back.
create table deleted_orders (
  connection_id bigint not null references connections on delete cascade,
  external_id text not null,
  at timestamptz not null,
  primary key (connection_id, external_id)
);

-- How much had gone back in all by then, where the shop says so and lists no refund of that sum; 0: only what is listed.
alter table order_payments add column returned_minor bigint not null default 0;

-- By which order a lead was won, and what it was before that.
alter table leads
  add column won_order_id bigint,
  add column stage_before text,
  add column amount_from_order boolean not null default false;
create index leads_won_order on leads (won_order_id) where won_order_id is not null;

-- A payment that is only reserved has not come; an order that was deleted counts nothing.
create or replace view purchases as
select * from (
  select o.id, o.contact_id, o.connection_id, o.number, o.currency, o.total_minor, o.placed_at,
    greatest(0, least(
      worth,
      greatest(o.total_minor, worth) - o.refunded_minor,
      case when o.payment = 'partially_paid' then worth - o.outstanding_minor end
    )) as spent_minor
  from orders o cross join lateral (select coalesce(o.current_minor, o.total_minor) as worth) w
  where not o.test and o.deleted_at is null and o.payment in ('paid', 'partially_refunded', 'partially_paid') and (
    o.cancelled_at is null
    or (o.payment in ('paid', 'partially_refunded') and (o.refunded_minor > 0 or o.fulfillment in ('partial', 'fulfilled')))
  )
) purchase
where spent_minor > 0 or total_minor = 0;

-- A number is the same however it is grouped: RA-123-456-DE is RA123456DE.
create function joined_number(value text) returns text
language sql immutable parallel safe as $$
  select regexp_replace(public.fold_text(value), '[-#./_\s\u2010-\u2015]', '', 'g')
$$;
create index orders_joined on orders (joined_number(number));

-- The digits of each number in a text, joined as far as hyphens, and as far as blanks too, group them. Fewer than 4 are any number.
create function number_keys(value text) returns text[]
language sql immutable parallel safe as $$
  select coalesce(array_agg(distinct digits), '{}') from (
    select regexp_replace(found[1], '\D', '', 'g') as digits
    from (select public.fold_text(left(value, 20000)) as text) folded,
      unnest(array['\d+(?:[-./_\u2010-\u2015]\d+)*', '\d+(?:[-./_ \u2010-\u2015]\d+)*']) as grouped,
      regexp_matches(text, grouped, 'g') as found
  ) numbers where length(digits) between 4 and 30
$$;
create index messages_numbers on messages using gin (number_keys(text)) with (fastupdate = off) where text ~ '\d{2}';
