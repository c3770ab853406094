import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { InboxRow } from '../../src/inbox/event.ts';
import { parseShopify } from '../../src/webhooks/shopify/parse.ts';
import { woocommerce } from '../../src/webhooks/woocommerce/index.ts';

const rowOf = (source: string, body: object, headers: Record<string, string> = {}): InboxRow =>
  ({
    source: `${source}:1`,
    externalId: '1',
    headers,
    body: Buffer.from(JSON.stringify(body)),
    receivedAt: new Date(0),
  }) as InboxRow;
const fixture = (path: string) => JSON.parse(readFileSync(`test/fixtures/${path}`, 'utf8')) as Record<string, unknown>;
const utmIn = (event: unknown) => (event as { order: { utm?: unknown } }).order.utm;

describe('where a shop says its buyer came from', () => {
  it('is read off the page on which they arrived at Shopify', () => {
    const order = fixture('shopify/order_paid.json');
    const read = (landing_site: unknown) => utmIn(parseShopify(rowOf('shopify', { ...order, landing_site })));
    expect(read('/products/tea?utm_source=weibo&utm_medium=social&utm_campaign=post-3&utm_content=abc&x=1')).toEqual({
      ...{ source: 'weibo', medium: 'social', campaign: 'post-3', content: 'abc' },
    });
    expect(read('/products/tea?x=1')).toBeUndefined();
    expect(read(null)).toBeUndefined();
  });

  it('is what WooCommerce keeps of it with the order', () => {
    const order = fixture('woocommerce/order_updated.json');
    const meta_data = [
      { id: 1, key: '_wc_order_attribution_utm_source', value: 'x' },
      { id: 2, key: '_wc_order_attribution_utm_content', value: 'abc' },
      { id: 3, key: '_wc_order_attribution_utm_campaign', value: { not: 'a text' } },
    ];
    expect(utmIn(woocommerce.parse(rowOf('woocommerce', { ...order, meta_data })))).toEqual({
      source: 'x',
      content: 'abc',
    });
    expect(utmIn(woocommerce.parse(rowOf('woocommerce', { ...order, meta_data: [] })))).toBeUndefined();
  });
});
