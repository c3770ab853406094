-- What is sold by weight or length has no whole pieces: 1.5 of a kilo of tea.
alter table order_lines alter column quantity type double precision, alter column current_quantity type double precision;

-- so is what is left of it
drop view product_variants;
create view product_variants as
select p.id as product_id, p.connection_id, p.external_id as product_external_id, p.variant_of, v."externalId" as external_id,
  p.title as product, v.title as variant, v.sku, v.price, p.currency, v.stock, p.url, p.published, p.version_at
from products p cross join lateral
  jsonb_to_recordset(p.variants) as v ("externalId" text, sku text, title text, price text, stock double precision)
where p.deleted_at is null or p.version_at > p.deleted_at;
