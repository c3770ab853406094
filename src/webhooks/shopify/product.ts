import * as z from 'zod';
import type { ProductDeleted, ProductUpdated } from '../../domain/goods_event.ts';
import type { JsonObject } from '../../http/json.ts';
import type { InboxRow } from '../../inbox/event.ts';
import { connectionIdOf } from '../provider.ts';
import { decimal, line, time } from '../shared/shapes.ts';
import { idOf, isBareId, shopDomainOf, shopifyId } from './shapes.ts';

const PRODUCT_GID = /^gid:\/\/shopify\/Product\//;
/** The only variant of a product carries Shopify's own name for it. */
const ONLY_VARIANT = 'Default Title';

const word = line.nullish().catch(null);

export const Product = z.object({
  id: z.unknown().optional(),
  admin_graphql_api_id: z.unknown().optional(),
  title: line,
  product_type: word,
  handle: word,
  status: word,
  published_at: z.string().nullish().catch(null),
  updated_at: time.nullish(),
  variants: z.array(
    z.object({
      id: z.unknown().optional(),
      sku: word,
      title: word,
      price: decimal.nullish().catch(null),
      inventory_quantity: z.number().int().nullish().catch(null),
      inventory_management: word,
    }),
  ),
});
type Product = z.output<typeof Product>;

export const isProduct = (body: JsonObject): boolean =>
  Array.isArray(body.variants) && 'title' in body && !('line_items' in body);

/** products/delete sends only the id, so only its topic, or the kind in the id, says what was deleted. */
export const isProductDeletion = (body: JsonObject, topic: string): boolean =>
  isBareId(body, PRODUCT_GID, topic === 'products/delete');

/** What a body means that is a product. */
export function productUpdated(row: InboxRow, product: Product): ProductUpdated {
  const shop = shopDomainOf(row);
  return {
    kind: 'product.updated',
    provider: 'shopify',
    connectionId: connectionIdOf(row),
    product: {
      externalId: idOf(product, 'product'),
      title: product.title,
      ...(product.product_type && { categories: [product.product_type] }),
      currency: null,
      url: shop && product.handle ? `https://${shop}/products/${encodeURIComponent(product.handle)}` : null,
      published: (product.status ?? 'active') === 'active' && product.published_at !== null,
      variants: product.variants.map((variant) => ({
        externalId: shopifyId({ id: variant.id }) || null,
        sku: variant.sku || null,
        title: variant.title && variant.title !== ONLY_VARIANT ? variant.title : '',
        price: variant.price ?? null,
        // what nobody counts is said to be 0
        stock: variant.inventory_management === null ? null : (variant.inventory_quantity ?? null),
      })),
    },
    updatedAt: product.updated_at ?? row.receivedAt,
  };
}

export function productDeleted(row: InboxRow, body: JsonObject): ProductDeleted {
  const ids = { connectionId: connectionIdOf(row), productExternalId: idOf(body, 'product') };
  return { kind: 'product.deleted', provider: 'shopify', ...ids };
}
