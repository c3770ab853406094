-- The key in the address of an order's page (WooCommerce's order_key): its mails and logs call the order by it.
alter table orders add column page_key text;
create index orders_page_key on orders (page_key) where page_key is not null;
