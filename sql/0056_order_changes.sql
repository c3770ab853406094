-- The discount an order has, and the contact details given with it, {email, phone}, without what the shop does not say. Null: the order was
-- stored before that was read, or the shop does not say.
alter table orders add column discount_minor bigint, add column contact_details jsonb;

-- Which refunds the newest version lists; null: it does not say. One that a version has listed and the newest does not is withdrawn, and
-- counts nowhere.
alter table orders add column listed_refunds text[];
alter table order_refunds
  add column listed boolean not null default false,
  add column withdrawn boolean not null default false;
