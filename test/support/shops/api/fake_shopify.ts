import { type Answer, type Asked, type FakeShop, fakeShop, isWithin, type Json, newestFirst } from './fake_shop.ts';

const LISTS = ['orders', 'customers', 'products'] as const;
const LARGEST = 250;

/** Shopify's Admin API (REST): pages by a cursor in the header Link, which stands for all filters; a bucket of questions. */
export const fakeShopify = (key = 'shpat_0123456789abcdef'): Promise<FakeShop> => fakeShop(answer, key);

/** The token that client credentials are exchanged for. */
export const EXCHANGED = 'shpat_exchanged_for_a_day';

function answer(shop: FakeShop, { method, url, headers, body }: Asked): Answer {
  const isExchanged = shop.key.includes(' ');
  if (url.pathname === '/admin/oauth/access_token') {
    const form = new URLSearchParams(body);
    const isRight = `${form.get('client_id')} ${form.get('client_secret')}` === shop.key;
    if (form.get('grant_type') !== 'client_credentials' || !isRight)
      return { status: 400, json: { error: 'invalid_client' } };
    return { json: { access_token: EXCHANGED, scope: 'read_orders', expires_in: 86_399 } };
  }
  if (headers['x-shopify-access-token'] !== (isExchanged ? EXCHANGED : shop.key))
    return { status: 401, json: { errors: '[API] Invalid API key or access token' } };
  const name = /^\/admin\/api\/\d{4}-\d\d\/(\w+)\.json$/.exec(url.pathname)?.[1] ?? '';
  if (shop.forbidden.includes(name)) return { status: 403, json: { errors: 'This action requires merchant approval' } };
  if (name === 'shop') return { json: { shop: { id: 1 } } };
  if (name === 'webhooks') return webhooks(shop, method, url, body);
  const noun = LISTS.find((one) => one === name);
  return noun ? page(shop, noun, url) : { status: 404, json: { errors: 'Not Found' } };
}

function webhooks(shop: FakeShop, method: string, url: URL, body: string): Answer {
  if (method === 'POST') {
    const { webhook } = JSON.parse(body) as { webhook: Json };
    if (shop.webhooks.some(({ topic, address }) => topic === webhook.topic && address === webhook.address))
      return { status: 422, json: { errors: { address: ['for this topic has already been taken'] } } };
    if (shop.forbidden.includes(String(webhook.topic)))
      return { status: 422, json: { errors: { topic: ['Invalid topic specified.'] } } };
    const made = { id: shop.webhooks.length + 1, ...webhook };
    shop.webhooks.push(made);
    return { status: 201, json: { webhook: made } };
  }
  const address = url.searchParams.get('address');
  return { json: { webhooks: shop.webhooks.filter((one) => !address || one.address === address) } };
}

function page(shop: FakeShop, noun: (typeof LISTS)[number], url: URL): Answer {
  const given = url.searchParams;
  const info = given.get('page_info');
  if (info && [...given.keys()].some((name) => name !== 'page_info' && name !== 'limit'))
    return { status: 400, json: { errors: { page_info: 'Invalid value.' } } };
  const { query, offset } = info
    ? (JSON.parse(Buffer.from(info, 'base64url').toString()) as { query: string; offset: number })
    : { query: given.toString(), offset: 0 };
  const filter = new URLSearchParams(query);
  const size = Math.min(Number(given.get('limit') ?? 50), LARGEST, shop.perPage);
  const all = newestFirst(shop[noun], 'created_at').filter(
    (one) =>
      isWithin(one.created_at, filter.get('created_at_min'), filter.get('created_at_max')) &&
      isWithin(one.updated_at, filter.get('updated_at_min'), filter.get('updated_at_max')),
  );
  const next = Buffer.from(JSON.stringify({ query, offset: offset + size })).toString('base64url');
  const link = `<https://tea.myshopify.com${url.pathname}?limit=${size}&page_info=${next}>; rel="next"`;
  return {
    headers: { 'x-shopify-shop-api-call-limit': '1/40', ...(offset + size < all.length && { link }) },
    json: { [noun]: all.slice(offset, offset + size) },
  };
}
