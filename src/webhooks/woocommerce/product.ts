import * as z from 'zod';
import type { ProductUpdated } from '../../domain/goods_event.ts';
import type { InboxRow } from '../../inbox/event.ts';
import { connectionIdOf } from '../provider.ts';
import { httpUrl } from '../shared/shapes.ts';
import { gmt, id, noneOrId, sum, word } from './shapes.ts';

export const Product = z.object({
  id,
  parent_id: noneOrId,
  name: word,
  type: word,
  status: word,
  categories: z
    .array(z.object({ name: word }))
    .nullish()
    .catch(null),
  sku: word,
  price: sum.nullish().catch(null),
  manage_stock: z.union([z.boolean(), z.string()]).nullish().catch(null),
  stock_quantity: z.number().nullish().catch(null),
  permalink: z.string().nullish().catch(null),
  date_created_gmt: gmt.nullish(),
  date_modified_gmt: gmt.nullish(),
});
/** A shop that names more of one product is read no further. */
const MOST_CATEGORIES = 20;

type Product = z.output<typeof Product>;

/** A product with variations only names them: each comes by itself, as a product whose parent it is. */
export function productUpdated(row: InboxRow, product: Product): ProductUpdated {
  const { type, parent_id: parent } = product;
  const categories = (product.categories ?? []).flatMap(({ name }) => name || []).slice(0, MOST_CATEGORIES);
  const itself = {
    externalId: product.id,
    sku: product.sku || null,
    title: parent ? product.name || '' : '',
    price: product.price ?? null,
    stock: product.manage_stock ? (product.stock_quantity ?? null) : null,
  };
  return {
    kind: 'product.updated',
    provider: 'woocommerce',
    connectionId: connectionIdOf(row),
    product: {
      externalId: product.id,
      ...(parent && { variantOf: parent }),
      title: product.name || product.sku || '?',
      ...(categories.length > 0 && { categories }),
      currency: null,
      url: httpUrl(product.permalink),
      published: product.status === 'publish',
      variants: type === 'variable' ? [] : [itself],
    },
    updatedAt: product.date_modified_gmt ?? product.date_created_gmt ?? row.receivedAt,
  };
}
