import { boundIn } from '../../../text/money/bound.ts';
import { formatMoney, parseMoney } from '../../../text/money/money.ts';
import { type ListTime, listTime } from '../../../text/money/order/list_time.ts';
import { olderThan } from '../../../text/money/order/older.ts';
import type { Texts } from '../../../text/texts.ts';
import { typedMeanings, typedWords } from '../../../text/typed.ts';
import { formatWhen, type WhenContext } from '../../../text/when/format_when.ts';
import { pastSpan } from '../../../text/when/past_span.ts';
import { clockOf } from '../../context.ts';
import { articleName, orderItem } from '../../desk/order_card.ts';
import { daysBefore, OVERDUE_DAYS } from '../../desk/shop/overdue.ts';
import { loadContact } from '../../people/contact.ts';
import { nameOf } from '../../people/name.ts';
import { type Button, failed, type Item, type Reply } from '../../reply.ts';
import { countLeft, type LeftCheckout, leftCheckouts } from '../../sell/checkout.ts';
import { linesOf } from '../../sell/order_lines.ts';
import { countOrders, listOrders, type OrderFilter, type OrderState, sumOrders } from '../../sell/order_list.ts';
import { ordersNumbered } from '../../sell/order_number.ts';
import type { Command, CommandContext } from '../command.ts';
import { paged } from '../paged.ts';
import { personOf } from '../who/ref.ts';
import { momentOf } from '../words/moment.ts';
import { ofOtherDays, spanAmid } from '../words/spans/span_words.ts';
import { queryPage, splitFirst } from '../words/words.ts';
import { namedBy } from './order/list_named.ts';
import { isNumber } from './order/pick_order.ts';

type ListWord = keyof Texts['typed']['orderList'];

const WORDS = typedMeanings<ListWord>(({ orderList }) => orderList);
const ORDERS = [...typedWords(({ orders }) => orders)].sort((one, other) => other.length - one.length);
const LATEST = [...typedWords(({ latestOrder }) => latestOrder)].sort((one, other) => other.length - one.length);
const MOST_ARTICLES = 3;

/** '/orders', '/orders unpaid', '/orders today', '/orders 龙井', '/orders Anna latest', '/orders abandoned'. */
export const orders: Command<{ query: string; page: number }> = {
  name: 'orders',
  role: 'viewer',
  saidAtOnce: 'shows',
  parse: (words) => (/^\d{1,2}$/.test(words) ? { query: '', page: Math.max(1, Number(words)) } : queryPage(words)),
  async run(ctx, { query: typed, page }) {
    const latest = latestIn(typed);
    const query = latest ?? typed;
    const known = await personOf(ctx.tx, query);
    const called = known ? nameOf(known.contact) : await inWords(ctx, query);
    const word = wordIn(query);
    if (word === 'abandoned') return abandoned(ctx, query, page);
    const filter = await filterOf(ctx, query, word);
    // words that are neither a state nor a time may be meant as one
    if (
      filter.words &&
      !((filter.state || filter.from || filter.until) && filter.words.contactIds.length > 0) &&
      (await countOrders(ctx.tx, filter, 1)) === 0
    )
      return nothingNamed(ctx, query, filter.words.contactIds);
    const isOfPerson = (filter.words?.contactIds.length ?? 0) > 0;
    const shown = await paged(ctx, page, {
      title:
        latest !== undefined
          ? ctx.t.asked.latest(called)
          : word === 'overdue'
            ? ctx.t.order.overdue(OVERDUE_DAYS)
            : query
              ? ctx.t.order.listOf(called)
              : ctx.t.order.list,
      empty:
        word === 'overdue'
          ? ctx.t.order.noneOverdue(OVERDUE_DAYS)
          : isStateAlone(filter)
            ? ctx.t.order.noneState[filter.state]
            : query
              ? ctx.t.order.noneLike(called)
              : ctx.t.order.none,
      command: `/orders ${query} ›`.replace('  ', ' '),
      count: (most) => countOrders(ctx.tx, filter, most),
      load: async (limit, offset) => {
        const items = [];
        for (const one of await listOrders(ctx.tx, filter, latest === undefined ? limit : 1, offset)) {
          const item = await orderItem(ctx, ctx.t, ctx.locale, one);
          // of one person, or of the latest alone, it is asked what they bought
          const goods = latest !== undefined || isOfPerson ? await goodsOf(ctx, one.id) : [];
          const detail = [...goods, item.detail].filter(Boolean).join(' · ');
          items.push({ ...item, detail, buttons: [{ label: one.number, command: `/order o${one.id}` }] });
        }
        return items;
      },
    });
    return latest === undefined && filter.from ? withSums(ctx, filter, query, shown) : shown;
  },
};

/** c1 last month is somebody’s, by name. */
async function inWords({ tx }: CommandContext, query: string): Promise<string> {
  const [first, rest] = splitFirst(query);
  const whose = rest === '' ? undefined : await personOf(tx, first);
  return whose ? `${nameOf(whose.contact)} ${rest}` : query;
}

/** The first of what is in it. */
const goodsOf = async ({ tx }: CommandContext, id: string): Promise<string[]> =>
  (await linesOf(tx, id)).slice(0, MOST_ARTICLES).map((one) => `${one.quantity} × ${articleName(one)}`);

/** Of days: how many orders, and what they come to; all of other days is a tap away. */
async function withSums(ctx: CommandContext, filter: OrderFilter, query: string, shown: Reply): Promise<Reply> {
  const { t, locale } = ctx;
  const sums = await sumOrders(ctx.tx, filter);
  const value = sums.map(({ count, minor, currency }) => t.card.bought(count, formatMoney(minor, currency, locale)));
  const { span, rest } = spanAmid(ctx, query);
  const { ofDays, row } = ofOtherDays(ctx, `/orders ${rest}`.trim());
  const buttons = [...(shown.buttons ?? []), ...(span ? [row] : [])];
  return {
    ...shown,
    ...(span && { ofDays }),
    ...(sums.length > 0 && { fields: [{ label: t.asked.total, value: value.join(' + ') }] }),
    ...(buttons.length > 0 && { buttons }),
  };
}

/** latest, Anna latest, 最新 Anna: only the one that was placed last, and of whom or what. */
function latestIn(query: string): string | undefined {
  const typed = query.trim().toLowerCase();
  if (LATEST.includes(typed)) return '';
  const at = LATEST.find((word) => typed.startsWith(`${word} `));
  if (at !== undefined) return query.trim().slice(at.length).trim();
  const behind = LATEST.find((word) => typed.endsWith(` ${word}`));
  return behind === undefined ? undefined : query.trim().slice(0, -behind.length).trim();
}

/** 取消的, unpaid orders: what stands behind such a word says no more. */
function wordIn(query: string): ListWord | undefined {
  const typed = query.toLowerCase();
  const end = ORDERS.find((word) => typed.endsWith(word));
  return WORDS.get(typed) ?? (end === undefined ? undefined : WORDS.get(typed.slice(0, -end.length).trim()));
}

/** Whether it asks for all orders that stand so: only of these can be said that there is none. */
const isStateAlone = (filter: OrderFilter): filter is { state: OrderState } =>
  filter.state !== undefined && Object.keys(filter).length === 1;

/** `whom`: those who are called so. */
async function nothingNamed(ctx: CommandContext, query: string, whom: readonly string[]): Promise<Reply> {
  const { t, tx } = ctx;
  // somebody who has none is not unknown: /orders c1
  const [id, ...namesakes] = whom;
  const contact = id !== undefined && namesakes.length === 0 ? await loadContact(tx, id) : undefined;
  if (contact)
    return {
      text: t.order.noneOf(nameOf(contact)),
      person: { contactId: contact.id, sure: false },
      hint: t.order.howToMake,
      buttons: [[{ label: t.button.contact, command: `/contact c${contact.id}` }]],
    };
  const states: Button[] = (['unpaid', 'unsent', 'refunded', 'cancelled'] as const).map((state) => ({
    label: t.order.listState[state],
    command: `/orders ${state}`,
  }));
  const all = { label: t.order.listAll, command: '/orders' };
  return failed(t.order.noneNamed(query), { buttons: [states.slice(0, 2), [...states.slice(2), all]] });
}

/** What is called so to the letter is meant before a state and something else. */
const namesArticle = async ({ tx }: CommandContext, text: string): Promise<boolean> =>
  (await countOrders(tx, { words: { text, contactIds: [], ids: [] } }, 1)) > 0;

/** Whether the words say which orders are meant, and name nobody's: unpaid, 未付 超过3天, paid this month over 500. */
export function isOrderList(ctx: CommandContext, query: string): boolean {
  if (wordIn(query) !== undefined || pastSpan(query, momentOf(ctx)) !== undefined) return true;
  const parts = [partsOf(query), olderThan(query), timeOf(ctx, query, pastSpan)];
  const left = parts.find((part) => part !== undefined)?.rest;
  if (left !== undefined) return left === '' || (left.length < query.length && isOrderList(ctx, left));
  const bound = boundIn(query);
  return bound !== undefined && parseMoney(bound.amount, ctx.settings.currency) !== undefined;
}

/** Eva unpaid, 未付 本周: a state at either end, and what else stands there. */
function partsOf(
  query: string,
): { state: Exclude<ListWord, 'all' | 'abandoned' | 'overdue'>; rest: string } | undefined {
  const words = query.trim().split(/\s+/u);
  // not paid is more than paid
  for (let size = words.length - 1; size > 0; size -= 1) {
    const [behind, front] = [words.slice(-size), words.slice(0, size)].map((some) => some.join(' ')) as [
      string,
      string,
    ];
    for (const [said, rest] of [
      [behind, words.slice(0, -size).join(' ')],
      [front, words.slice(size).join(' ')],
    ] as const) {
      const state = wordIn(said);
      if (state && state !== 'all' && state !== 'abandoned' && state !== 'overdue') return { state, rest };
    }
  }
  return undefined;
}

/** Anna this month, 本月 龙井: a time at either end, and what else stands there. */
function timeOf(
  ctx: CommandContext,
  query: string,
  read: (words: string, clock: WhenContext) => ListTime | undefined,
): { span: ListTime; rest: string } | undefined {
  const words = query.trim().split(/\s+/u);
  for (let cut = 1; cut < words.length; cut += 1) {
    const [front, behind] = [words.slice(0, cut).join(' '), words.slice(cut).join(' ')];
    for (const [said, rest] of [
      [behind, front],
      [front, behind],
    ] as const) {
      const span = read(said, momentOf(ctx));
      if (span) return { span, rest };
    }
  }
  return undefined;
}

async function filterOf(ctx: CommandContext, query: string, word: ListWord | undefined): Promise<OrderFilter> {
  const parts = word === undefined ? partsOf(query) : undefined;
  const more = parts && (await filterOf(ctx, parts.rest, wordIn(parts.rest)));
  if (parts && more && !more.state && !(await namesArticle(ctx, query))) return { ...more, state: parts.state };

  if (query === '' || word === 'all') return {};
  if (word === 'overdue') return { state: 'unpaid', until: daysBefore(ctx, OVERDUE_DAYS) };
  if (word !== undefined && word !== 'abandoned') return { state: word };
  const older = olderThan(query);
  if (older && !(await namesArticle(ctx, query)))
    return { ...(await filterOf(ctx, older.rest, wordIn(older.rest))), until: daysBefore(ctx, older.days) };
  const bound = boundIn(query);
  const amount = bound && parseMoney(bound.amount, ctx.settings.currency);
  // 11-03 may be the number of an order
  const isNumbered = isNumber(query) && (await ordersNumbered(ctx.tx, query, 1)).length > 0;
  if (bound && amount) return { sum: { is: bound.is, ...amount } };
  const span = pastSpan(query, momentOf(ctx)) ?? (isNumbered ? undefined : listTime(query, momentOf(ctx)));
  if (span) return span;
  const timed = timeOf(ctx, query, listTime);
  if (timed && !(await namesArticle(ctx, query)))
    return { ...(await filterOf(ctx, timed.rest, wordIn(timed.rest))), ...timed.span };
  return namedBy(ctx, query);
}

/** Carts that were left: nobody is written to but by the owner. */
function abandoned(ctx: CommandContext, query: string, page: number): Promise<Reply> {
  return paged(ctx, page, {
    title: ctx.t.checkout.list,
    empty: ctx.t.checkout.none,
    command: `/orders ${query} ›`,
    count: (most) => countLeft(ctx.tx, ctx.now, most),
    load: async (limit, offset) =>
      (await leftCheckouts(ctx.tx, ctx.now, { limit, offset })).map((row) => checkoutItem(ctx, row)),
  });
}

function checkoutItem(ctx: CommandContext, row: LeftCheckout): Item {
  const { t, locale } = ctx;
  const articles = row.lines
    .slice(0, MOST_ARTICLES)
    .map(({ quantity, title, variant = null }) => `${quantity} × ${articleName({ title, variant })}`);
  return {
    text: [row.name || t.card.unnamedBuyer, formatMoney(row.totalMinor, row.currency, locale)].join(' · '),
    detail: [formatWhen(row.at, clockOf(ctx, locale)), ...articles].join(' · '),
    ...(row.contactId && {
      contactId: row.contactId,
      ref: `c${row.contactId}`,
      buttons: [
        { label: t.button.write, command: `/reply c${row.contactId}`, form: true as const, asks: true as const },
      ],
    }),
  };
}
