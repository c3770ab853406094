import type { ProductUpdated, ProductVariant } from '../../domain/goods_event.ts';
import type { Fields } from './fields.ts';

export const productIdIn = (data: Fields): string | null => data.line('product_id', 'id', 'external_id', 'sku');

export function productUpdated(data: Fields, connectionId: string, updatedAt: Date): ProductUpdated {
  const externalId = productIdIn(data);
  if (externalId === null) throw data.wrong('product_id');
  const variants = data.list('variants');
  const category = data.line('category', 'product_type');
  return {
    kind: 'product.updated',
    provider: 'standard',
    connectionId,
    product: {
      externalId,
      title: data.needed('title', 'name'),
      ...(category && { categories: [category] }),
      currency: data.currency('currency', 'currency_code'),
      url: data.url('url', 'link'),
      published: data.has('published', 'active') ? data.flag('published', 'active') : true,
      variants: variants ? variants.map(variantOf) : [{ ...variantOf(data), externalId, title: '' }],
    },
    updatedAt,
  };
}

const variantOf = (data: Fields): ProductVariant => ({
  externalId: data.line('variant_id', 'id', 'external_id'),
  sku: data.line('sku'),
  title: data.line('title', 'name') ?? '',
  price: data.decimal('price', 'unit_price'),
  stock: data.amount('stock', 'quantity', 'inventory'),
});
