import { textIn } from '../../http/json.ts';
import { type ListOf, listIn, type Noun, pathOf, type ShopApi, timeIn } from '../pull/api.ts';

/** WooCommerce REST API v3; its bodies are those of its webhooks. */
const BASE = '/wp-json/wc/v3';
const PER_PAGE = 100;

/** What our hook is told, by WooCommerce’s names. */
const TOPICS = [
  ...['order', 'customer', 'product'].flatMap((noun) =>
    ['created', 'updated', 'deleted'].map((act) => `${noun}.${act}`),
  ),
  'order.restored',
];

/** A host that serves fewer rows on a page than it is asked for still serves so many. */
const LEAST_PER_PAGE = 10;

/**
 * The path of the page behind this one, if there is one. A cache may have lost how many there are: then only a page that holds nothing is
 * the last. A host may serve fewer rows than it is asked for and count its pages as asked: the first page shows how many it serves.
 */
function nextOf(path: string, headers: Readonly<Record<string, string>>, held: number): string | null {
  const url = new URL(path, 'http://shop');
  const [page, size] = [
    Number(url.searchParams.get('page') ?? 1),
    Number(url.searchParams.get('per_page') ?? PER_PAGE),
  ];
  const { 'x-wp-totalpages': pages, 'x-wp-total': total } = headers;
  const isMore = pages === undefined ? held > 0 : page < Number(pages);
  const isCut =
    page === 1 && held >= LEAST_PER_PAGE && held < size && (total === undefined ? isMore : held < Number(total));
  if (!isMore && !isCut) return null;
  url.searchParams.set('page', String(page + 1));
  if (isCut) url.searchParams.set('per_page', String(held));
  return `${url.pathname}${url.search}`;
}

const list = (noun: Noun, topic: string, first: ListOf['first']): ListOf => ({
  noun,
  first,
  read: (page, { path, headers }) => {
    const items = listIn(page);
    return { items, next: nextOf(path, headers, items.length) };
  },
  listed: (body) => ({
    body,
    headers: { 'x-wc-webhook-topic': topic },
    changedAt: timeIn(body.date_modified_gmt ?? body.date_created_gmt),
    madeAt: timeIn(body.date_created_gmt),
  }),
});

/** Times without a zone, and said to be in UTC: older versions read no other. */
const gmt = (at: Date | null): string | undefined => at?.toISOString().slice(0, 19);

const first = (noun: Noun, more: Record<string, string | undefined>) =>
  pathOf(`${BASE}/${noun}`, { ...more, per_page: PER_PAGE, page: 1 });

const NEWEST = { orderby: 'date', order: 'desc', dates_are_gmt: 'true' };

const KEY = /^(ck_\w{8,}) (cs_\w{8,})$/;

export const woocommerceApi: ShopApi = {
  key: (words) => (KEY.test(words) ? words : undefined),
  // WordPress may stand in a directory of its site
  rootOf: ({ origin, pathname }) => `${origin}${pathname.replace(/\/(?:wp-(?:admin|json|login)\b.*)?$/, '')}`,
  headers: (key) => ({ authorization: `Basic ${Buffer.from(key.replace(' ', ':')).toString('base64')}` }),
  probe: pathOf(`${BASE}/orders`, { per_page: 1 }),
  probed: Array.isArray,
  look: [
    list('orders', 'order.updated', ({ since, until }) =>
      first('orders', { ...NEWEST, status: 'any', modified_after: gmt(since), modified_before: gmt(until) }),
    ),
  ],
  history: [
    list('orders', 'order.updated', ({ since, until }) =>
      first('orders', { ...NEWEST, status: 'any', after: gmt(since), before: gmt(until) }),
    ),
    list('customers', 'customer.updated', () => first('customers', { orderby: 'registered_date', order: 'desc' })),
    list('products', 'product.updated', ({ since, until }) =>
      first('products', { ...NEWEST, status: 'publish', after: gmt(since), before: gmt(until) }),
    ),
  ],
  subscriptions: {
    list: () => pathOf(`${BASE}/webhooks`, { per_page: PER_PAGE }),
    read: (page) =>
      listIn(page).map(({ id, delivery_url: url, status, topic }) => ({
        ...{ id: textIn(id), url: textIn(url), on: status === 'active', topics: [textIn(topic)] },
      })),
    wanted: TOPICS,
    needed: ['order.updated'],
    switchOn: ({ id }) => ({
      ...{ method: 'PUT', path: `${BASE}/webhooks/${encodeURIComponent(id)}`, json: { status: 'active' } },
    }),
    make: (url, secret, topics) =>
      topics.map((topic) => ({
        ...{ method: 'POST', path: `${BASE}/webhooks` },
        json: { name: `solo-crm ${topic}`, topic, delivery_url: url, secret, status: 'active' },
      })),
  },
};
