-- Parcels of an order. One may be reported before its order, so it names the order as the shop does.
create table shipments (
  id bigint generated always as identity primary key,
  connection_id bigint not null references connections on delete cascade,
  order_external_id text not null,
  external_id text not null,
  state text not null,
  strange_state text,
  carrier text,
  -- [{number, url}]
  tracking jsonb not null default '[]',
  -- [{line, sku, title, quantity}]
  lines jsonb not null default '[]',
  shipped_at timestamptz,
  delivered_at timestamptz,
  version_at timestamptz not null,
  -- of two versions of the same time the greater is newer
  version_tie text collate "C" not null,
  created_at timestamptz not null default now(),
  unique (connection_id, order_external_id, external_id)
);
create trigger journal after insert or update or delete on shipments for each row execute function journal_change('id');

-- What shops sell, each as its shop last described it, with all its variants; or one variant alone (variant_of), where a shop
-- describes them one by one. Deleted is one that the shop deleted and has described no more since.
create table products (
  id bigint generated always as identity primary key,
  connection_id bigint not null references connections on delete cascade,
  external_id text not null,
  variant_of text,
  title text not null,
  currency text,
  url text,
  published boolean not null,
  -- [{externalId, sku, title, price, stock}]
  variants jsonb not null default '[]',
  version_at timestamptz not null,
  version_tie text collate "C" not null,
  deleted_at timestamptz,
  created_at timestamptz not null default now(),
  unique (connection_id, external_id)
);
create index products_words on products using gin (word_keys(title)) with (fastupdate = off);
create trigger journal after insert or update or delete on products for each row execute function journal_change('id');

-- What can be bought, a row for each variant.
create view product_variants as
select p.id as product_id, p.connection_id, p.external_id as product_external_id, p.variant_of, v."externalId" as external_id,
  p.title as product, v.title as variant, v.sku, v.price, p.currency, v.stock, p.url, p.published, p.version_at
from products p cross join lateral jsonb_to_recordset(p.variants) as v ("externalId" text, sku text, title text, price text, stock int)
where p.deleted_at is null or p.version_at > p.deleted_at;

-- Carts that somebody has begun to pay.
create table checkouts (
  id bigint generated always as identity primary key,
  connection_id bigint not null references connections on delete cascade,
  external_id text not null,
  contact_id bigint references contacts on delete cascade,
  -- as the shop names them
  name text,
  currency text not null,
  total_minor bigint not null,
  -- [{title, variant, quantity}]
  lines jsonb not null default '[]',
  url text,
  started_at timestamptz not null,
  completed_at timestamptz,
  test boolean not null default false,
  version_at timestamptz not null,
  version_tie text collate "C" not null,
  created_at timestamptz not null default now(),
  unique (connection_id, external_id)
);
create index checkouts_contact on checkouts (contact_id);
create index checkouts_left on checkouts (version_at desc) where completed_at is null and not test;
create trigger journal after insert or update or delete on checkouts for each row execute function journal_change('id');

-- What an order's total holds of taxes and of shipping, and its page in the shop; null: the shop does not say.
alter table orders add column tax_minor bigint;
alter table orders add column shipping_minor bigint;
alter table orders add column url text;

-- Lists of what is still to be paid or to be sent.
create index orders_unpaid on orders (placed_at desc)
  where payment in ('pending', 'unpaid', 'failed', 'declined', 'expired', 'authorized', 'partially_paid')
    and cancelled_at is null and deleted_at is null and not test;
create index orders_unsent on orders (placed_at desc)
  where (fulfillment is null or fulfillment in ('unfulfilled', 'partial')) and payment in ('paid', 'partially_paid', 'partially_refunded')
    and cancelled_at is null and deleted_at is null and not test;
