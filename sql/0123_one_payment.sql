-- What went back of one payment is one pot, told by the order's shop and by whoever took the money: it comes to what the one says
-- who says more. How much of it the owner has heard of, so that each sum is told once, whoever told it first.
alter table orders add column heard_back_minor bigint not null default 0;
update order_refunds set withdrawn = false where by_payment and withdrawn;
update orders o set heard_back_minor = greatest(back.shop, back.taker, o.refunded_minor - o.taken_minor),
  refunded_minor = o.taken_minor + case when o.taken_minor > 0
    then least(greatest(back.shop_left, least(back.taker_left, back.came)), greatest(back.came - o.taken_minor, 0))
    else greatest(back.shop_left, least(back.taker_left, back.came)) end
from (
  select r.order_id, greatest(max(o.total_minor), max(o.current_minor)) as came,
    coalesce(sum(minor + coalesce(failed_minor, 0)) filter (where not by_payment), 0) as shop,
    coalesce(sum(minor + coalesce(failed_minor, 0)) filter (where by_payment), 0) as taker,
    greatest(coalesce(sum(minor) filter (where not by_payment), 0), case when max(o.payment) in ('paid', 'partially_paid') then 0
      else (select max(returned_minor) from order_payments where order_id = r.order_id) end) as shop_left,
    coalesce(sum(minor) filter (where by_payment), 0) as taker_left
  from order_refunds r join orders o on o.id = r.order_id where not withdrawn and not taken
  group by r.order_id
) back where back.order_id = o.id;

-- What whoever took the money says came in for an order of another shop, and since when: it is paid, whatever its shop says.
alter table orders add column came_minor bigint;
alter table orders add column came_at timestamptz;

-- Two rows that turned out to be one order: as what the cards and letters of the other call it.
alter table orders add column former_ids bigint[];
alter table orders add column former_numbers text[];
create index orders_former_ids on orders using gin (former_ids) where former_ids is not null;
create index orders_former_numbers on orders using gin (former_numbers) where former_numbers is not null;
