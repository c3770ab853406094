-- The key in the address of an order's page (WooCommerce's order_key): its mails and logs call the order by it.
alter table orders add column page_key text;
create index orders_page_key on orders (page_key) where page_key is not null;

-- What whoever took an order's money says may be withdrawn, or be in other money: what the shop says itself is kept beside it.
alter table orders add column came_currency text;
alter table orders add column said_payment text;
alter table order_payments add column lifted_from bigint;
update orders set came_currency = currency where came_minor is not null;
create index orders_came on orders (came_at) where came_at is not null;

-- Systems that mirror a shop name the payment that the shop names.
create index order_reports_paid_by on order_reports ((says ->> 'paidBy')) where says ? 'paidBy';
