import { createHash } from 'node:crypto';
import type { Sql, Tx } from '../../db/sql.ts';
import { toMinor } from '../../text/money/money.ts';
import type { ProductDeleted, ProductUpdated } from '../goods_event.ts';

/** Writes a product as the shop describes it; false if that is no newer than what is stored. */
export async function upsertProduct(tx: Tx, event: ProductUpdated): Promise<boolean> {
  const { connectionId, product, updatedAt } = event;
  const tie = createHash('sha256').update(JSON.stringify(product)).digest('base64url');
  const { count } = await tx`
    insert into products (connection_id, external_id, variant_of, title, currency, url, published, variants, categories, version_at, version_tie)
    values (
      ${connectionId}, ${product.externalId}, ${product.variantOf ?? null}, ${product.title}, ${product.currency}, ${product.url},
      ${product.published}, ${tx.json(product.variants)}, ${product.categories ?? []}, ${updatedAt}, ${tie}
    )
    on conflict (connection_id, external_id) do update set
      variant_of = excluded.variant_of, title = excluded.title, currency = excluded.currency, url = excluded.url,
      published = excluded.published, variants = excluded.variants, categories = excluded.categories, version_at = excluded.version_at, version_tie = excluded.version_tie
    where (products.version_at, products.version_tie) < (excluded.version_at, excluded.version_tie)`;
  return count > 0;
}

/** The shop has deleted it, perhaps one that we were never told about. One that it describes later than that is there again. */
export async function deleteProduct(
  tx: Tx,
  { connectionId, productExternalId }: Pick<ProductDeleted, 'connectionId' | 'productExternalId'>,
  now: Date,
): Promise<void> {
  await tx`
    insert into products (connection_id, external_id, title, published, version_at, version_tie, deleted_at)
    values (${connectionId}, ${productExternalId}, '', false, '-infinity', '', ${now})
    on conflict (connection_id, external_id) do update set deleted_at = excluded.deleted_at`;
}

/** What can be bought: one variant of a product. */
export interface Variant {
  product: string;
  /** '' for a product of only one. */
  variant: string;
  sku: string | null;
  /** A decimal as the shop writes it, and its currency; null if the shop does not say. */
  price: string | null;
  currency: string | null;
  /** null if it is not counted. */
  stock: number | null;
  url: string | null;
}

/** Whether something under exactly this name costs so much for a piece, in a shop or in an order. Minor units. */
export async function costsSo(
  sql: Sql,
  { title, minor, currency }: { title: string; minor: string; currency: string },
): Promise<boolean> {
  if (title.trim() === '') return false;
  const variants = await variantsCalled(sql, title, MOST_COMPARED);
  if (
    variants.some(
      ({ price, currency: code }) => price && (code ?? currency) === currency && toMinor(price, currency) === minor,
    )
  )
    return true;
  const [sold] = await sql`
    select from order_lines l join orders o on o.id = l.order_id
    where word_keys(l.title) @> word_keys(${title}) and lower(l.title) = lower(${title}) and l.price_minor = ${minor}
      and o.currency = ${currency} and o.deleted_at is null and not o.test limit 1`;
  return sold !== undefined;
}

const MOST_COMPARED = 20;

/** Those whose title, variant or sku is exactly this, in any case. */
export async function variantsCalled(sql: Sql, name: string, limit = 5): Promise<Variant[]> {
  return sql<Variant>`
    select product, variant, sku, price, currency, stock, url from product_variants v
    where v.product_id in (select id from products where word_keys(title) @> word_keys(${name}))
      and lower(v.product) = lower(${name})
    order by product_id limit ${limit}`;
}
