import { type JsonObject, textIn } from '../../http/json.ts';
import {
  isObject,
  type Listed,
  type ListOf,
  listIn,
  type Noun,
  pathOf,
  type ShopApi,
  type ShopQuestion,
  type Subscription,
  timeIn,
} from '../pull/api.ts';
import { digest } from '../shared/hmac.ts';

const PER_PAGE = 100;

/** What is read of Stripe’s events; a list of them takes 20 names at most. */
const TYPES = [
  ...['completed', 'async_payment_succeeded', 'async_payment_failed', 'expired'].map((is) => `checkout.session.${is}`),
  ...['paid', 'payment_failed', 'voided', 'marked_uncollectible'].map((is) => `invoice.${is}`),
  ...['invoice_payment.paid', 'charge.refunded', 'refund.created', 'refund.updated', 'refund.failed'],
  ...['charge.dispute.created', 'charge.dispute.closed'],
  ...['customer.created', 'customer.updated', 'customer.deleted'],
  ...['customer.subscription.updated', 'customer.subscription.deleted'],
];

const seconds = (at: Date): number => Math.floor(at.getTime() / 1000);

const within = (since: Date | null, until: Date) => ({
  ...{ limit: PER_PAGE, 'created[lte]': seconds(until), 'created[gte]': since ? seconds(since) : undefined },
});

/** Behind the last of this page, where there is more. */
function nextOf(path: string, page: JsonObject, items: readonly JsonObject[]): string | null {
  const last = items.at(-1)?.id;
  if (page.has_more !== true || typeof last !== 'string') return null;
  const url = new URL(path, 'http://shop');
  url.searchParams.set('starting_after', last);
  return `${url.pathname}${url.search}`;
}

const list = (noun: Noun, first: ListOf['first'], listed: ListOf['listed']): ListOf => ({
  noun,
  first,
  read(page, { path }) {
    const items = listIn(isObject(page) ? page.data : undefined);
    return { items, next: nextOf(path, page as JsonObject, items) };
  },
  listed,
});

/** The event that would have told of a thing; Stripe itself forgets its events after 30 days. */
function asEvent(type: string, object: JsonObject, at: unknown = object.created): Listed | undefined {
  if (typeof object.id !== 'string' || typeof at !== 'number') return undefined;
  const { id, livemode } = object;
  const event = { id: `pulled_${type}_${id}`, object: 'event', type, created: at, livemode: livemode !== false };
  return { body: { ...event, data: { object } }, externalId: event.id, madeAt: timeIn(object.created) };
}

const statusOf = (item: JsonObject): string => textIn(item.status);

/** Drafts and open invoices have brought nothing yet. */
function invoiceEvent(item: JsonObject): Listed | undefined {
  const moved = isObject(item.status_transitions) ? item.status_transitions : {};
  if (statusOf(item) === 'paid') return asEvent('invoice.paid', item, moved.paid_at ?? item.created);
  if (statusOf(item) === 'void') return asEvent('invoice.voided', item, moved.voided_at ?? item.created);
  if (statusOf(item) !== 'uncollectible') return undefined;
  return asEvent('invoice.marked_uncollectible', item, moved.marked_uncollectible_at ?? item.created);
}

const all = (path: string, more: Record<string, string> = {}): ListOf['first'] => {
  return ({ since, until }) => pathOf(`/v1/${path}`, { ...within(since, until), ...more });
};

const ENDPOINTS = '/v1/webhook_endpoints';

const endpoint = ({ id }: Subscription): string => `${ENDPOINTS}/${encodeURIComponent(id)}`;

type Form = NonNullable<ShopQuestion['form']>;

const enabled = (types: readonly string[]): Form => types.map((type) => ['enabled_events[]', type] as const);

const changeEndpoint = (one: Subscription, form: Form): ShopQuestion => ({
  ...{ method: 'POST', path: endpoint(one), form },
});

/** A star stands for every type. */
function topicsIn(types: unknown): string[] {
  if (!Array.isArray(types)) return [];
  return types.includes('*') ? [...TYPES] : types.map(String);
}

/**
 * Whether it is of the test or the live data, and of which account. Keys of today carry their account's id behind the mode; one that
 * does not is taken for another account's. Hashed, because it may be part of a secret.
 */
function accountOf(key: string): string {
  const [, mode = '', id = ''] = /^[sr]k_(live|test)_(51\w{15}|\w+)/.exec(key) ?? [];
  return `${mode}:${digest(Buffer.from(id))}`;
}

export const stripeApi: ShopApi = {
  key: (words) => (/^(?:sk|rk)_(?:live|test)_\w{8,}$/.test(words) ? words : undefined),
  root: 'https://api.stripe.com',
  account: accountOf,
  rootOf: ({ origin }) => (origin === 'https://api.stripe.com' ? origin : undefined),
  headers: (key) => ({ authorization: `Bearer ${key}` }),
  probe: pathOf('/v1/events', { limit: 1 }),
  probed: (page) => isObject(page) && Array.isArray(page.data),
  look: [
    list(
      'orders',
      ({ since, until }) => {
        const types = new URLSearchParams(TYPES.map((type): [string, string] => ['types[]', type]));
        return `${pathOf('/v1/events', within(since, until))}&${types}`;
      },
      (body) => ({
        ...{ body, changedAt: timeIn(body.created), madeAt: timeIn(body.created) },
        ...(typeof body.id === 'string' && { externalId: body.id }),
      }),
    ),
  ],
  history: [
    list('orders', all('checkout/sessions', { status: 'complete' }), (item) =>
      statusOf(item) === 'complete' ? asEvent('checkout.session.completed', item) : undefined,
    ),
    list('orders', all('invoices'), invoiceEvent),
    list('refunds', all('refunds'), (item) => asEvent('refund.updated', item)),
    list('customers', all('customers'), (item) => asEvent('customer.updated', item)),
  ],
  subscriptions: {
    list: () => pathOf(ENDPOINTS, { limit: PER_PAGE }),
    read: (page) =>
      listIn(isObject(page) ? page.data : undefined).map(({ id, url, status, enabled_events: topics }) => ({
        ...{ id: textIn(id), url: textIn(url), on: status === 'enabled', topics: topicsIn(topics) },
      })),
    wanted: TYPES,
    // which of them tell of its orders is each business's own
    needed: [],
    switchOn: (one) => changeEndpoint(one, [['disabled', 'false']]),
    // an endpoint tells of all there is to tell; its secret stays when it is to tell of more
    make: (url, _, topics, [one]) => [
      one
        ? changeEndpoint(one, enabled([...one.topics, ...topics]))
        : { method: 'POST', path: ENDPOINTS, form: [['url', url], ...enabled(topics)] },
    ],
    ownSecret: {
      in: (made) => (isObject(made) && typeof made.secret === 'string' ? made.secret : undefined),
      remove: (one) => ({ method: 'DELETE', path: endpoint(one) }),
    },
  },
};
