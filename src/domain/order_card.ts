import { formatWhen } from '../text/format_when.ts';
import type { Locale } from '../text/locale.ts';
import type { Messages } from '../text/messages.ts';
import { formatMoney } from '../text/money.ts';
import { truncate } from '../text/truncate.ts';
import { loadContact } from './contact.ts';
import type { Context } from './context.ts';
import { linesOf, type Order } from './order.ts';
import type { Field, Item, List, Reply } from './reply.ts';

/** A card stays one message: of more lines, the first. */
const MOST_LINES = 10;

/** 'paid', 'partly refunded, −$40.00', 'cancelled': how the order stands. */
export function orderState(
  t: Messages,
  order: Pick<Order, 'payment' | 'currency' | 'refundedMinor' | 'cancelledAt'>,
  locale: Locale,
): string {
  const refunded = order.refundedMinor === '0' ? undefined : formatMoney(order.refundedMinor, order.currency, locale);
  return [
    ...(order.cancelledAt ? [t.order.cancelled] : []),
    t.payment(order.payment),
    ...(refunded ? [t.order.refunded(refunded)] : []),
  ].join(' · ');
}

export async function orderList(ctx: Context, t: Messages, locale: Locale, orders: Order[]): Promise<List> {
  return { title: t.order.list, items: await Promise.all(orders.map((order) => orderItem(ctx, t, locale, order))) };
}

/** Number, buyer, total. */
async function orderItem(ctx: Context, t: Messages, locale: Locale, order: Order): Promise<Item> {
  const buyer = order.contactId ? await loadContact(ctx.tx, order.contactId) : undefined;
  const total = formatMoney(order.totalMinor, order.currency, locale);
  return {
    text: [order.number, buyer?.name, total].filter(Boolean).join(' · '),
    detail: orderState(t, order, locale),
    buttons: buyer ? [{ label: t.button.contact, command: `/contact c${buyer.id}` }] : [],
  };
}

/** An order, whose it is and what is in it. */
export async function orderCard(ctx: Context, t: Messages, locale: Locale, order: Order): Promise<Reply> {
  const buyer = order.contactId ? await loadContact(ctx.tx, order.contactId) : undefined;
  const total = formatMoney(order.totalMinor, order.currency, locale);
  const placed = formatWhen(order.placedAt, { now: ctx.now, timezone: ctx.settings.timezone, locale });
  const fields: Field[] = [
    { label: t.order.buyer, value: buyer ? buyer.name || `c${buyer.id}` : t.order.nobody },
    { label: t.order.placed, value: placed },
  ];
  const lines = await linesOf(ctx.tx, order.id, MOST_LINES);
  const items = lines.map(({ title, quantity }) => ({ text: `${quantity} × ${truncate(title, 80)}` }));
  return {
    title: [t.order.title(order.number), total, orderState(t, order, locale)].join(' · '),
    fields,
    ...(items.length > 0 && { lists: [{ items }] }),
    ...(buyer && { buttons: [[{ label: t.button.contact, command: `/contact c${buyer.id}` }]] }),
  };
}
