-- What an order counts as bought, in minor units; null: it is no purchase. Kept with it, so that whatever asks reads one definition.
alter table orders add column spent_minor bigint generated always as (
  case when not test and deleted_at is null and payment in ('paid', 'partially_refunded', 'partially_paid') and (
    cancelled_at is null
    or (payment in ('paid', 'partially_refunded') and (refunded_minor > 0 or fulfillment in ('partial', 'fulfilled')))
  ) then coalesce(
    nullif(greatest(0, least(
      coalesce(current_minor, total_minor),
      greatest(total_minor, current_minor) - refunded_minor,
      case when payment = 'partially_paid' then coalesce(current_minor, total_minor) - outstanding_minor end
    )), 0),
    case when total_minor = 0 then 0 end
  ) end
) stored;

create or replace view purchases as
select id, contact_id, connection_id, number, currency, total_minor, placed_at, spent_minor from orders where spent_minor is not null;

drop index orders_bought;
create index orders_bought on orders (contact_id, placed_at) include (currency, spent_minor) where spent_minor is not null;

-- What each contact has bought: how many orders, what they come to, and when the last was placed; a row for each currency, and one ('*')
-- for all of them, whose amounts nobody can add up. Derived from `purchases`, and kept by the triggers below alone; who has bought nothing
-- has no row.
create table contact_purchases (
  contact_id bigint not null,
  currency text not null,
  orders int not null,
  spent_minor numeric not null,
  last_at timestamptz not null,
  primary key (contact_id, currency)
) with (fillfactor = 80);

-- The same, counted anew.
create view contact_purchases_counted as
select contact_id, coalesce(currency, '*') as currency, count(*)::int as orders,
  case when currency is null then 0 else sum(spent_minor) end as spent_minor, max(placed_at) as last_at
from purchases where contact_id is not null group by grouping sets ((contact_id, currency), (contact_id));

insert into contact_purchases select * from contact_purchases_counted order by contact_id, currency;

-- By a statement, however many orders it touches: first what came and what went is added to what is known (that locks the rows, always in
-- the same order), then the last order of whoever lost one is looked up with these locks held.
create function keep_purchases() returns trigger language plpgsql as $$
declare
  moved contact_purchases[];
begin
  if tg_op = 'INSERT' then
    select array_agg((contact_id, currency, 1, spent_minor, placed_at)::contact_purchases) into moved
    from came where spent_minor is not null and contact_id is not null;
  elsif tg_op = 'DELETE' then
    select array_agg((contact_id, currency, -1, -spent_minor, placed_at)::contact_purchases) into moved
    from went where spent_minor is not null and contact_id is not null;
  else
    select array_agg((contact_id, currency, way, way * spent_minor, placed_at)::contact_purchases) into moved
    from (
      select contact_id, currency, spent_minor, placed_at, 1 as way from came
      union all select contact_id, currency, spent_minor, placed_at, -1 from went
    ) each where spent_minor is not null and contact_id is not null;
  end if;
  if moved is null then
    return null;
  end if;
  insert into contact_purchases as kept (contact_id, currency, orders, spent_minor, last_at)
  select contact_id, coalesce(currency, '*'), sum(orders), case when currency is null then 0 else sum(spent_minor) end,
    coalesce(max(last_at) filter (where orders > 0), '-infinity')
  from unnest(moved) group by grouping sets ((contact_id, currency), (contact_id))
  having sum(orders) <> 0 or currency is not null and sum(spent_minor) <> 0
    or max(last_at) filter (where orders > 0) is distinct from max(last_at) filter (where orders < 0)
  order by 1, 2
  on conflict (contact_id, currency) do update set orders = kept.orders + excluded.orders,
    spent_minor = kept.spent_minor + excluded.spent_minor, last_at = greatest(kept.last_at, excluded.last_at);
  if tg_op = 'INSERT' or not found or not exists (
    -- nobody has lost what may have been their last
    select from unnest(moved) group by contact_id, currency
    having max(last_at) filter (where orders < 0) > coalesce(max(last_at) filter (where orders > 0), '-infinity')
  ) then
    return null;
  end if;
  delete from contact_purchases kept using unnest(moved) went
  where kept.contact_id = went.contact_id and kept.currency in (went.currency, '*') and went.orders < 0 and kept.orders = 0;
  update contact_purchases kept set last_at = last.placed_at
  from (
    select distinct went.contact_id, lost.currency from unnest(moved) went
    cross join lateral (values (went.currency), ('*')) lost (currency) where went.orders < 0
  ) lost
  cross join lateral (
    select b.placed_at from purchases b
    where b.contact_id = lost.contact_id and (lost.currency = '*' or b.currency = lost.currency)
    order by b.placed_at desc limit 1
  ) last
  where kept.contact_id = lost.contact_id and kept.currency = lost.currency and kept.last_at <> last.placed_at;
  return null;
end $$;

create trigger purchases_came after insert on orders referencing new table as came
for each statement execute function keep_purchases();
create trigger purchases_changed after update on orders referencing old table as went new table as came
for each statement execute function keep_purchases();
create trigger purchases_went after delete on orders referencing old table as went
for each statement execute function keep_purchases();
