import type { Locale } from '../../text/locale.ts';
import { formatMoney } from '../../text/money/money.ts';
import type { Texts } from '../../text/texts.ts';
import type { NewsOrder, OfLead } from '../card.ts';
import type { Context } from '../context.ts';
import { printFilter } from '../people/filter_parse.ts';
import type { Item, List, Reply } from '../reply.ts';
import { loadOrders } from '../sell/order.ts';
import { leadButtonsOf, leadLine } from './lead_line.ts';
import { orderItems } from './order_card.ts';
import type { NewsTogether } from './order_flood.ts';

/** No command is read that is longer than some more characters. */
const LONGEST_BUTTON = 1800;
/** So many are listed on it: a card stays one message. */
const MOST_LISTED = 10;

/** Of all of them: how many, what they come to, and whose the last ones are; those that concern a lead stand first. */
export async function togetherCard(
  ctx: Context,
  t: Texts,
  locale: Locale,
  { kind, count, sums, orders }: NewsTogether,
): Promise<Reply> {
  const total = Object.keys(sums)
    .sort()
    .map((currency) => formatMoney(sums[currency]!, currency, locale))
    .join(' + ');
  const listed = orders
    .toReversed()
    .sort((one, other) => Number(other.lead !== undefined) - Number(one.lead !== undefined))
    .slice(0, MOST_LISTED);
  const numbers = numbersOf(orders);
  return {
    title: t.card.together[kind](count, total),
    text: t.card.togetherWhy,
    lists: [await newsList(ctx, t, locale, listed, count)],
    buttons: [[{ label: t.button.buyers(numbers.length), command: `/find ${buyersOf(numbers)}` }]],
  };
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
  listed: readonly NewsOrder[],
  count: number,
): Promise<List> {
  const loaded = await loadOrders(
    ctx.tx,
    listed.map(({ id }) => id),
  );
  const found = listed.flatMap(({ id, lead }) => {
    const order = loaded.find((one) => one.id === id);
    return order ? { order, lead } : [];
  });
  const shown = await orderItems(
    ctx,
    t,
    locale,
    found.map(({ order }) => order),
  );
  const items = shown.map((item, nth) => withItsLead(t, locale, item, found[nth]!.lead));
  return { title: t.card.togetherList(items.length, count), items };
}

function withItsLead(t: Texts, locale: Locale, item: Item, lead: OfLead | undefined): Item {
  if (!lead) return item;
  const detail = [item.detail, leadLine(t, locale, lead)].filter(Boolean).join(' · ');
  return { ...item, detail, buttons: [...(item.buttons ?? []), ...leadButtonsOf(t, locale, lead)] };
}
