import type { Locale } from '../../text/locale.ts';
import { formatMoney } from '../../text/money/money.ts';
import type { Texts } from '../../text/texts.ts';
import type { NewsOrder, OfLead } from '../card.ts';
import type { Context } from '../context.ts';
import { printFilter } from '../people/filter/filter_parse.ts';
import type { Item, List, Reply } from '../reply.ts';
import { loadOrders, type Order, worthOf } from '../sell/order.ts';
import { leadButtonsOf, leadLine } from './lead_line.ts';
import { orderItems } from './order_card.ts';
import type { NewsTogether } from './order_flood.ts';

/** No command is read that is longer than some more characters. */
const LONGEST_BUTTON = 1800;
/** So many are listed on it: a card stays one message. */
const MOST_LISTED = 10;

/** Of all of them: how many, what they come to, and whose the last ones are; those that concern a lead stand first. */
export async function togetherCard(ctx: Context, t: Texts, locale: Locale, news: NewsTogether): Promise<Reply> {
  const { kind } = news;
  const loaded = new Map(
    (
      await loadOrders(
        ctx.tx,
        news.orders.map(({ id }) => id),
      )
    ).map((order) => [order.id, order]),
  );
  const now = kind === 'paid' ? asTheyStand(news, loaded) : news;
  const { orders } = now;
  const gone = kind === 'paid' ? orders.filter(({ id }) => isGone(loaded.get(id))) : [];
  // the one that is told now stands, so that something is left
  const { count, sums } = gone.length < news.count ? without(now, gone) : now;
  const total = Object.keys(sums)
    .sort()
    .filter((currency, _, all) => all.length === 1 || sums[currency] !== '0')
    .map((currency) => formatMoney(sums[currency]!, currency, locale))
    .join(' + ');
  const listed = orders
    .filter((one) => !gone.includes(one))
    .toReversed()
    .sort((one, other) => Number(other.lead !== undefined) - Number(one.lead !== undefined))
    .slice(0, MOST_LISTED);
  const numbers = numbersOf(orders.filter((one) => count === news.count || !gone.includes(one)));
  const since = gone.length > 0 ? [t.card.togetherGone(t.inARow(gone.map(({ number }) => number)))] : [];
  return {
    title: t.card.together[kind](count, total),
    text: [t.card.togetherWhy, ...since].join('\n'),
    lists: [await newsList(ctx, t, locale, { listed, loaded, count })],
    buttons: [[{ label: t.button.buyers(numbers.length), command: `/find ${buyersOf(numbers)}` }]],
  };
}

/** Its money has gone back since, or it is no order any more. */
const isGone = (order: Order | undefined): boolean =>
  order !== undefined && (order.cancelledAt !== null || order.deletedAt !== null || order.payment === 'refunded');

/** What an order comes to may have changed since its card was counted: the sum is that of the lines below it. */
function asTheyStand(news: NewsTogether, loaded: ReadonlyMap<string, Order>): NewsTogether {
  const sums = { ...news.sums };
  const orders = news.orders.map((one) => {
    const order = loaded.get(one.id);
    // of one of which a part went back the card counts what had come
    if (!order || !one.counted || order.refundedMinor !== '0' || isGone(order)) return one;
    const { minor, currency } = one.counted;
    sums[currency] = String(BigInt(sums[currency] ?? 0) - BigInt(minor));
    const counted = { minor: worthOf(order), currency: order.currency };
    sums[counted.currency] = String(BigInt(sums[counted.currency] ?? 0) + BigInt(counted.minor));
    return { ...one, counted };
  });
  return { ...news, sums, orders };
}

/** How many are left, and what they come to. */
function without({ count, sums }: NewsTogether, gone: readonly NewsOrder[]): Pick<NewsTogether, 'count' | 'sums'> {
  const left = { ...sums };
  for (const { counted } of gone)
    if (counted) left[counted.currency] = String(BigInt(left[counted.currency] ?? 0) - BigInt(counted.minor));
  return { count: count - gone.length, sums: left };
}

/** As many as fit into one command, the last first. */
function numbersOf(orders: readonly NewsOrder[]): string[] {
  const numbers = [...new Set(orders.toReversed().map(({ number }) => number))];
  return numbers.filter((_, nth) => numbers.slice(0, nth + 1).join(',').length <= LONGEST_BUTTON);
}

/** As a filter: who bought these. */
const buyersOf = (numbers: string[]): string =>
  printFilter({ any: [[{ not: false, test: { kind: 'buyers', numbers } }]] });

async function newsList(
  ctx: Context,
  t: Texts,
  locale: Locale,
  { listed, loaded, count }: { listed: readonly NewsOrder[]; loaded: ReadonlyMap<string, Order>; count: number },
): Promise<List> {
  const found = listed.flatMap(({ id, lead }) => {
    const order = loaded.get(id);
    return order ? { order, lead } : [];
  });
  const shown = await orderItems(
    ctx,
    t,
    locale,
    found.map(({ order }) => order),
  );
  const items = shown.map((item, nth) => withItsLead(t, locale, asLink(item, found[nth]!.order), found[nth]!.lead));
  return { title: t.card.togetherList(items.length, count), items };
}

/** Of several in a row each button says which it is of; who bought it stands on its page. */
const asLink = (item: Item, { id, number }: Order): Item => ({
  ...item,
  buttons: [{ label: number, command: `/order o${id}` }],
});

function withItsLead(t: Texts, locale: Locale, item: Item, lead: OfLead | undefined): Item {
  if (!lead) return item;
  const detail = [item.detail, leadLine(t, locale, lead)].filter(Boolean).join(' · ');
  return { ...item, detail, buttons: [...(item.buttons ?? []), ...leadButtonsOf(t, locale, lead)] };
}
