import { textIn } from '../../http/json.ts';
import { isObject, type ListOf, listIn, type Noun, pathOf, type ShopApi, timeIn } from '../pull/api.ts';

/** REST has the bodies that webhooks have (shopify.dev/docs/api/admin-rest). An old version answers as the oldest that there is. */
const BASE = '/admin/api/2026-10';
const PER_PAGE = 250;
const NEXT = /<([^<>\s]{1,2000})>;\s*rel="?next"?/;

/** What webhooks of an app tell, in its names. */
const TOPICS = [
  ...['orders/create', 'orders/updated', 'orders/paid', 'orders/cancelled', 'orders/delete', 'refunds/create'],
  ...['fulfillments/create', 'fulfillments/update', 'checkouts/update'],
  ...['customers/create', 'customers/update', 'customers/delete'],
  ...['products/create', 'products/update', 'products/delete'],
];

/** The path of the next page, as the header Link names it. It stands for all filters of the first. */
function nextIn(link: string | undefined, root: string): string | null {
  const named = NEXT.exec(link ?? '')?.[1];
  const url = named ? URL.parse(named, root) : null;
  return url ? `${url.pathname}${url.search}` : null;
}

const list = (noun: Noun, topic: string, first: ListOf['first']): ListOf => ({
  noun,
  first,
  read: (page, { headers, root }) => ({
    items: listIn(isObject(page) ? page[noun] : undefined),
    next: nextIn(headers.link, root),
  }),
  listed: (body, root) => ({
    body,
    headers: { 'x-shopify-topic': topic, 'x-shopify-shop-domain': new URL(root).hostname },
    changedAt: timeIn(body.updated_at),
    madeAt: timeIn(body.processed_at ?? body.created_at),
  }),
});

const changed = (path: string, more: Record<string, string> = {}): ListOf['first'] => {
  return ({ since, until }) =>
    pathOf(`${BASE}/${path}.json`, {
      ...{ limit: PER_PAGE, ...more, updated_at_min: since?.toISOString(), updated_at_max: until.toISOString() },
    });
};

const made = (path: string, more: Record<string, string> = {}): ListOf['first'] => {
  return ({ since, until }) =>
    pathOf(`${BASE}/${path}.json`, {
      ...{ limit: PER_PAGE, ...more, created_at_min: since?.toISOString(), created_at_max: until.toISOString() },
      order: 'created_at desc',
    });
};

/** The store’s own address, from whatever page of it was copied. */
function rootOf({ hostname, pathname }: URL): string | undefined {
  const store = /^\/store\/([a-z\d][a-z\d-]{0,62})(?:\/|$)/.exec(pathname)?.[1];
  if (hostname === 'admin.shopify.com' && store) return `https://${store}.myshopify.com`;
  return /^[a-z\d][a-z\d-]{0,62}\.myshopify\.com$/.test(hostname) ? `https://${hostname}` : undefined;
}

const TOKEN = /^shp(?:at|ca|pa|ua)_\w{8,}$/;
const CREDENTIALS = /^[0-9a-f]{32} (?:shpss_)?[0-9a-f]{32}$/;

export const shopifyApi: ShopApi = {
  key: (words) => (TOKEN.test(words) || CREDENTIALS.test(words) ? words : undefined),
  rootOf,
  // apps of the Dev Dashboard have no token that lasts: theirs is good for a day (client credentials grant)
  exchange(key) {
    const [id, secret] = key.split(' ');
    if (!id || !secret) return undefined;
    const form = [['grant_type', 'client_credentials'] as const, ['client_id', id] as const];
    return { method: 'POST', path: '/admin/oauth/access_token', form: [...form, ['client_secret', secret]] };
  },
  headers: (token) => ({ 'x-shopify-access-token': token }),
  probe: `${BASE}/shop.json`,
  probed: (page) => isObject(page) && page.errors === undefined,
  look: [
    list('orders', 'orders/updated', changed('orders', { status: 'any' })),
    list('customers', 'customers/update', changed('customers')),
  ],
  history: [
    list('orders', 'orders/updated', made('orders', { status: 'any' })),
    list('customers', 'customers/update', made('customers')),
    list('products', 'products/update', made('products')),
  ],
  // the bucket empties by two a second; a plan may have a larger one
  rest(headers) {
    const [used = 0, size = 40] = (headers['x-shopify-shop-api-call-limit'] ?? '').split('/').map(Number);
    return used > 0 && used >= size * 0.8 ? 2 : 0;
  },
  subscriptions: {
    list: (hookUrl) => pathOf(`${BASE}/webhooks.json`, { limit: PER_PAGE, address: hookUrl }),
    read: (page) =>
      listIn(isObject(page) ? page.webhooks : undefined).map(({ id, address, topic }) => ({
        ...{ id: textIn(id), url: textIn(address), on: true, topics: [textIn(topic)] },
      })),
    wanted: TOPICS,
    needed: ['orders/updated'],
    make: (address, _, topics) =>
      topics.map((topic) => ({
        ...{ method: 'POST', path: `${BASE}/webhooks.json`, json: { webhook: { topic, address, format: 'json' } } },
      })),
    ownOnly: true,
  },
};
