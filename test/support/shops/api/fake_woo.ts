import { type Answer, type Asked, type FakeShop, fakeShop, isWithin, type Json, newestFirst } from './fake_shop.ts';

const KEY = `ck_${'a'.repeat(40)} cs_${'b'.repeat(40)}`;
const LISTS = ['orders', 'customers', 'products'] as const;
const LARGEST = 100;

/** WooCommerce's REST API v3: numbered pages, whose number stands in X-WP-TotalPages; Basic authentication. */
export const fakeWoo = (): Promise<FakeShop> => fakeShop(answer, KEY);

function answer(shop: FakeShop, { method, url, headers, body }: Asked): Answer {
  const basic = `Basic ${Buffer.from(shop.key.replace(' ', ':')).toString('base64')}`;
  if (headers.authorization !== basic)
    return { status: 401, json: { code: 'woocommerce_rest_cannot_view', data: { status: 401 } } };
  const [, name = '', id] = /^\/wp-json\/wc\/v3\/(\w+)(?:\/(\d+))?$/.exec(url.pathname) ?? [];
  if (shop.forbidden.includes(name)) return { status: 403, json: { code: 'woocommerce_rest_cannot_view' } };
  if (name === 'webhooks') return webhooks(shop, method, id, body);
  const noun = LISTS.find((one) => one === name);
  if (!noun) return { status: 404, json: { code: 'rest_no_route' } };
  const size = Number(url.searchParams.get('per_page') ?? 10);
  if (size > LARGEST) return { status: 400, json: { code: 'rest_invalid_param' } };
  return paged(shop, filtered(shop[noun], url.searchParams), url, Math.min(size, shop.perPage));
}

function filtered(items: readonly Json[], query: URLSearchParams): Json[] {
  const times = ['after', 'before', 'modified_after', 'modified_before'].filter((name) => query.get(name));
  if (times.length > 0 && query.get('dates_are_gmt') !== 'true') return [];
  return newestFirst(items, 'date_created_gmt').filter(
    (one) =>
      isWithin(one.date_created_gmt, query.get('after'), query.get('before')) &&
      isWithin(one.date_modified_gmt, query.get('modified_after'), query.get('modified_before')),
  );
}

function paged(_: FakeShop, all: readonly Json[], url: URL, size: number): Answer {
  const page = Number(url.searchParams.get('page') ?? 1);
  const headers = { 'x-wp-total': String(all.length), 'x-wp-totalpages': String(Math.ceil(all.length / size)) };
  return { headers, json: all.slice((page - 1) * size, page * size) };
}

function webhooks(shop: FakeShop, method: string, id: string | undefined, body: string): Answer {
  if (method === 'GET') return { json: shop.webhooks, headers: { 'x-wp-totalpages': '1' } };
  const said = JSON.parse(body) as Json;
  if (method === 'POST') {
    const made = { id: shop.webhooks.length + 1, ...said };
    shop.webhooks.push(made);
    return { status: 201, json: made };
  }
  const one = shop.webhooks.find((webhook) => String(webhook.id) === id);
  return one
    ? { json: Object.assign(one, said) }
    : { status: 404, json: { code: 'woocommerce_rest_shop_webhook_invalid_id' } };
}
