import { type Answer, type Asked, type FakeShop, fakeShop, isWithin, type Json, newestFirst } from './fake_shop.ts';

/** What Stripe has lists of, besides events. */
export interface FakeStripe extends FakeShop {
  events: Json[];
  sessions: Json[];
  invoices: Json[];
  refunds: Json[];
  /** So many endpoints were made, each with a secret of its own that is shown once. */
  made: number;
}

const LARGEST = 100;

/** Stripe's API: pages behind the last id, the newest first; errors say of what type they are. */
export async function fakeStripe(): Promise<FakeStripe> {
  const lists = { events: [], sessions: [], invoices: [], refunds: [], made: 0 };
  const shop = await fakeShop((one, asked) => answer(one as FakeStripe, asked), 'rk_live_0123456789abcdef');
  return Object.assign(shop, lists);
}

const error = (status: number, type: string): Answer => ({ status, json: { error: { type, message: type } } });

function answer(shop: FakeStripe, { method, url, headers, body }: Asked): Answer {
  if (headers.authorization !== `Bearer ${shop.key}`) return error(401, 'invalid_request_error');
  const path = url.pathname.replace(/^\/v1\//, '');
  if (path.startsWith('webhook_endpoints')) return endpoints(shop, method, path.split('/')[1], body);
  const lists: Record<string, Json[]> = {
    ...{ events: shop.events, 'checkout/sessions': shop.sessions, invoices: shop.invoices },
    ...{ refunds: shop.refunds, customers: shop.customers },
  };
  const all = lists[path];
  if (!all) return error(404, 'invalid_request_error');
  if (shop.forbidden.includes(path)) return error(403, 'invalid_request_error');
  return page(shop, all, url.searchParams);
}

function page(shop: FakeStripe, items: readonly Json[], query: URLSearchParams): Answer {
  const types = query.getAll('types[]');
  if (types.length > 20) return error(400, 'invalid_request_error');
  const bound = (name: string) => {
    const value = query.get(`created[${name}]`);
    return value ? new Date(Number(value) * 1000).toISOString() : null;
  };
  const all = newestFirst(items, 'created').filter(
    (one) =>
      isWithin(one.created, bound('gte'), bound('lte')) &&
      (types.length === 0 || types.includes(String(one.type))) &&
      (!query.get('status') || one.status === query.get('status')),
  );
  const behind = query.get('starting_after');
  const from = behind ? all.findIndex(({ id }) => id === behind) + 1 : 0;
  const size = Math.min(Number(query.get('limit') ?? 10), LARGEST, shop.perPage);
  return { json: { object: 'list', data: all.slice(from, from + size), has_more: from + size < all.length } };
}

function endpoints(shop: FakeStripe, method: string, id: string | undefined, body: string): Answer {
  if (method === 'GET') return { json: { object: 'list', data: shop.webhooks, has_more: false } };
  const form = new URLSearchParams(body);
  if (id) {
    const one = shop.webhooks.find((endpoint) => endpoint.id === id);
    if (!one) return error(404, 'invalid_request_error');
    if (method === 'DELETE') {
      shop.webhooks.splice(shop.webhooks.indexOf(one), 1);
      return { json: { id, object: 'webhook_endpoint', deleted: true } };
    }
    const events = form.getAll('enabled_events[]');
    return {
      json: Object.assign(one, {
        ...(form.get('disabled') === 'false' && { status: 'enabled' }),
        ...(events.length > 0 && { enabled_events: events }),
      }),
    };
  }
  shop.made += 1;
  const made = {
    id: `we_${shop.made}`,
    url: form.get('url'),
    status: 'enabled',
    enabled_events: form.getAll('enabled_events[]'),
  };
  shop.webhooks.push(made);
  return { json: { ...made, secret: `whsec_made_by_stripe_000${shop.made}` } };
}
