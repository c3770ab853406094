-- The key in the address of an order's page (WooCommerce's order_key): its mails and logs call the order by it.
alter table orders add column page_key text;
create index orders_page_key on orders (page_key) where page_key is not null;

-- What whoever took an order's money says may be withdrawn, or be in other money: what the shop says itself is kept beside it.
alter table orders add column came_currency text;
alter table orders add column said_payment text;
update orders set came_currency = currency where came_minor is not null;
create index orders_came on orders (came_at) where came_at is not null;

-- Systems that mirror a shop name the payment that the shop names.
create index order_reports_paid_by on order_reports ((says ->> 'paidBy')) where says ? 'paidBy';

-- What is known of an order's money at a time: what its shop says, and at least what whoever took it says had come by then.
create view payments_known as
select p.order_id, p.at, p.returned_minor,
  greatest(p.received_minor, case when o.came_at <= p.at and o.came_currency = o.currency then o.came_minor else 0 end) as received_minor
from order_payments p join orders o on o.id = p.order_id
union all
select o.id, o.came_at, coalesce(b.returned_minor, 0), greatest(o.came_minor, coalesce(b.received_minor, 0))
from orders o left join lateral (
  select received_minor, returned_minor from order_payments where order_id = o.id and at < o.came_at order by at desc limit 1
) b on true
where o.came_minor is not null and o.came_currency = o.currency
  and not exists (select from order_payments p where p.order_id = o.id and p.at = o.came_at);
