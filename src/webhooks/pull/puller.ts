import { tellHistory, tellKeyTried, tellShopFault } from '../../domain/desk/shop/pull_told.ts';
import { connectionContext } from '../../domain/sell/connection.ts';
import {
  beginPull,
  changePull,
  lockPull,
  nextStep,
  type Pull,
  type PullChange,
  pullsOf,
} from '../../domain/sell/pull.ts';
import type { ShopFault } from '../../domain/sell/shop_fault.ts';
import {
  ANSWERED,
  afterFault,
  changeShopKey,
  nextShopKey,
  type SealedShopKey,
  type ShopKey,
  shopKeyContext,
} from '../../domain/sell/shop_key.ts';
import { isBacklog } from '../../inbox/backlog.ts';
import type { InboxEvent } from '../../inbox/event.ts';
import { sourceOf } from '../provider.ts';
import { providers } from '../providers.ts';
import type { Listed, ListOf, Noun, ShopApi } from './api.ts';
import { apiOf } from './apis.ts';
import { holdsOf, isInCircle, type PageRead, rememberedAfter } from './circle.ts';
import type { PullerHouse } from './house.ts';
import { onKey } from './on_key.ts';
import { eventsIn } from './page.ts';
import { openShop, type Refused, type Shop } from './shop.ts';
import { watchShop } from './watch.ts';

/** How often we look without being woken, in ms. */
const REST_MS = 30_000;
/** So much of a shop waits in the inbox at most before the next page of its history is asked for: whoever writes meanwhile is not kept waiting. */
const MOST_WAITING = 200;
const DRAIN_MS = 1000;
/** A list is begun anew after so many seconds. */
const ANEW_S = 60;
/** What has failed with us is tried again after this, in ms. */
const FAULT_MS = 10_000;
/** A message is rewritten after so many pages: a channel takes about one edit a second. */
const TELL_EVERY = 4;
/** Shops kept open: what a key was exchanged for is asked for again after that. */
const MOST_OPEN = 50;

/**
 * Asks the shops what they have. A round does one step for one shop: it tries a key, reads a page, or looks after the webhooks. It gives
 * how long to rest. What a page holds goes into the inbox as a webhook would have brought it; how far we are is kept behind it, so that
 * whatever ends the process, a page is read again at most.
 */
export function puller(house: PullerHouse): () => Promise<number> {
  const { sql, clock, told = () => {} } = house;
  const open = new Map<string, { of: string; shop: Shop }>();

  function shopOf(key: SealedShopKey, api: ShopApi): Shop | undefined {
    const words = opened(house, key.sealed, shopKeyContext(key.token));
    if (words === undefined) return undefined;
    const of = `${key.root} ${words}`;
    const known = open.get(key.connectionId);
    if (known?.of === of) return known.shop;
    if (open.size >= MOST_OPEN) open.clear();
    const shop = openShop({ ...house, api, root: key.root, key: words });
    open.set(key.connectionId, { of, shop });
    return shop;
  }

  return async () => {
    const key = await nextShopKey(sql);
    const wait = key ? key.runAt.getTime() - clock().getTime() : REST_MS;
    if (!key || wait > 0) return Math.min(REST_MS, wait);
    const api = apiOf(key.provider);
    const shop = api && shopOf(key, api);
    if (!api || !shop) await failed(house, key, { fault: 'sealed' });
    else await stepOrRest(house, { key, api, shop });
    told();
    return 0;
  };
}

interface Asking {
  key: SealedShopKey;
  api: ShopApi;
  shop: Shop;
}

function opened({ open }: PullerHouse, sealed: Uint8Array, context: string): string | undefined {
  try {
    return open(sealed, context);
  } catch {
    return undefined;
  }
}

/** A fault of ours with one shop holds up no other. */
async function stepOrRest(house: PullerHouse, asking: Asking): Promise<void> {
  try {
    await step(house, asking);
  } catch (error) {
    await restUntil(house, asking.key, new Date(house.clock().getTime() + FAULT_MS));
    throw error;
  }
}

async function step(house: PullerHouse, asking: Asking): Promise<void> {
  const { key } = asking;
  if (key.state === 'untried') return tryKey(house, asking);
  const now = house.clock();
  const next = nextStep(key, await pullsOf(house.sql, key.connectionId), now, house.historyDays);
  if (next.do === 'rest') await restIfDone(house, key);
  else if (next.do === 'begin') await begin(house, key, next);
  else if (next.do === 'page') await readPage(house, asking, next.pull);
  else {
    const hookUrl = `${house.publicUrl}/hooks/${key.provider}/${key.token}`;
    const secret = key.secret ? opened(house, key.secret, connectionContext(key.token)) : undefined;
    const refused = await watchShop(house, { ...asking, hookUrl, secret });
    if (refused) await failed(house, key, refused);
  }
}

async function tryKey(house: PullerHouse, { key, api, shop }: Asking): Promise<void> {
  const told = await shop.ask({ path: api.probe });
  // a key may be good without being allowed to read this
  if (!('page' in told)) return failed(house, key, told);
  if (!api.probed(told.page)) return failed(house, key, { fault: 'unreadable' });
  await onKey(house.act, key, async (ctx, now) => {
    const works = await changeShopKey(ctx.tx, now, ANSWERED, ctx.now);
    await tellKeyTried(ctx, works);
  });
}

async function restUntil({ act }: PullerHouse, key: ShopKey, until: Date): Promise<void> {
  await onKey(act, key, (ctx, now) => changeShopKey(ctx.tx, now, {}, until));
}

/** A look that finds nothing to do, repeated where nobody can give it something to do meanwhile. */
async function restIfDone({ act, historyDays }: PullerHouse, key: ShopKey): Promise<void> {
  await onKey(act, key, async (ctx, now) => {
    const next = nextStep(now, await pullsOf(ctx.tx, key.connectionId), ctx.now, historyDays);
    if (next.do === 'rest') await changeShopKey(ctx.tx, now, {}, next.until);
  });
}

async function failed(house: PullerHouse, key: ShopKey, refused: Refused): Promise<void> {
  await onKey(house.act, key, async (ctx, now) => {
    if ('later' in refused) {
      await changeShopKey(ctx.tx, now, {}, new Date(ctx.now.getTime() + refused.later * 1000));
      return;
    }
    const fault: ShopFault = 'fault' in refused ? refused.fault : 'broken';
    const { to, isTold, runAt } = afterFault(now, fault, ctx.now);
    const after = await changeShopKey(ctx.tx, now, to, runAt);
    // whoever has just typed it waits for an answer
    if (now.state === 'untried' && now.tries === 0) await tellKeyTried(ctx, after);
    else if (isTold) await tellShopFault(ctx, after);
  });
}

/** A history that was begun in the chat meanwhile goes on as it is. */
async function begin(
  { act }: PullerHouse,
  key: ShopKey,
  { span, since, until }: Pick<Pull, 'span' | 'since' | 'until'>,
): Promise<void> {
  const { connectionId } = key;
  await onKey(act, key, async (ctx, now) => {
    if (span === 'history' && (await lockPull(ctx.tx, connectionId, span))) return;
    await beginPull(ctx.tx, { connectionId, span, since, until, begunAt: ctx.now });
    const pull = (await lockPull(ctx.tx, connectionId, span))!;
    if (since && since >= until) await changePull(ctx.tx, pull, { state: 'done' });
    else if (span === 'history') await tellHistory(ctx, now, pull);
  });
}

async function readPage(house: PullerHouse, { key, api, shop }: Asking, pull: Pull): Promise<void> {
  const isHistory = pull.span === 'history';
  const source = sourceOf(key.provider, key.connectionId);
  if (isHistory && (await isBacklog(house.sql, source, MOST_WAITING)))
    return restUntil(house, key, new Date(house.clock().getTime() + DRAIN_MS));
  const lists = isHistory ? api.history : api.look;
  const list = lists[pull.cursor.at];
  if (!list) return note(house, key, pull, { state: 'done' });
  const path = pull.cursor.path ?? list.first(pull);
  const told = await shop.ask({ path });
  if (!('page' in told)) return notRead(house, key, pull, { list, refused: told });
  const page = readList(list, told.page, { path, headers: told.headers, key, pull });
  if (!page) return failed(house, key, { fault: 'unreadable' });
  const { due, events } = page;
  await house.receiver.receiveAll(events);
  const { seen } = pull.cursor;
  if (isInCircle(page, seen)) return failed(house, key, { fault: 'unreadable' });
  const oldest = due.map(({ madeAt }) => madeAt).filter((at) => at !== undefined);
  const reached = list.noun === 'orders' ? earliest([pull.reached, ...oldest]) : pull.reached;
  const counts = { ...pull.counts, [list.noun]: (pull.counts[list.noun] ?? 0) + due.length };
  const cursor = page.next
    ? { at: pull.cursor.at, path: page.next, seen: rememberedAfter(page, seen) }
    : { at: pull.cursor.at + 1 };
  const state = cursor.at >= lists.length ? 'done' : 'running';
  await note(house, key, pull, { state, cursor, counts, reached, pages: pull.pages + 1 }, api.rest?.(told.headers));
}

interface ListRead extends PageRead {
  due: Listed[];
  events: InboxEvent[];
}

/** Undefined where something on the page cannot be read: read again it would stop us each time, so that the owner has to hear of it. */
function readList(
  list: ListOf,
  page: unknown,
  { path, headers, key, pull }: { path: string; headers: Readonly<Record<string, string>>; key: ShopKey; pull: Pull },
): ListRead | undefined {
  const isHistory = pull.span === 'history';
  const provider = providers.find(({ name }) => name === key.provider)!;
  const source = sourceOf(key.provider, key.connectionId);
  try {
    const { items, next } = list.read(page, { path, headers, root: key.root });
    const found = items.flatMap((item) => list.listed(item, key.root) ?? []);
    // what was changed since belongs to the looks: it is news
    const due = isHistory ? found.filter(({ changedAt }) => !changedAt || changedAt <= pull.until) : found;
    const events = eventsIn(due, { provider, source, pulled: isHistory ? 'history' : 'look' });
    return { path, next, holds: holdsOf(items), due, events };
  } catch {
    return undefined;
  }
}

const earliest = (times: readonly (Date | null | undefined)[]): Date | null =>
  times.reduce<Date | null>((first, at) => (at && (!first || at < first) ? at : first), null);

/** A list that the key may not read is left out and named; without orders there is nothing to ask for. A page that is none any more is asked for from its beginning. */
async function notRead(
  house: PullerHouse,
  key: ShopKey,
  pull: Pull,
  { list, refused }: { list: ListOf; refused: Refused },
): Promise<void> {
  const { at, path } = pull.cursor;
  if ('fault' in refused && refused.fault === 'denied' && list.noun !== ('orders' satisfies Noun)) {
    const forbidden = [...new Set([...pull.forbidden, list.noun])];
    return note(house, key, pull, { cursor: { at: at + 1 }, forbidden });
  }
  if ('asked' in refused && path !== undefined) return note(house, key, pull, { cursor: { at } }, ANEW_S);
  return failed(house, key, refused);
}

/** Keeps how far a span is, unless it was stopped meanwhile. `rest`: the shop wants so many seconds before the next question. */
async function note(house: PullerHouse, key: ShopKey, pull: Pull, to: PullChange, rest = 0): Promise<void> {
  await onKey(house.act, key, async (ctx, now) => {
    const kept = await lockPull(ctx.tx, pull.connectionId, pull.span);
    if (kept?.state !== 'running' || kept.begunAt.getTime() !== pull.begunAt.getTime()) return;
    const after = await changePull(ctx.tx, kept, to);
    const answered = await changeShopKey(ctx.tx, now, ANSWERED, new Date(ctx.now.getTime() + rest * 1000));
    if (pull.span === 'history' && (after.state === 'done' || after.pages % TELL_EVERY === 1))
      await tellHistory(ctx, answered, after);
  });
}
