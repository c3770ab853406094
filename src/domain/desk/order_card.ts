import type { Sql } from '../../db/sql.ts';
import type { Locale } from '../../text/locale.ts';
import { formatMoney } from '../../text/money/money.ts';
import type { Texts } from '../../text/texts.ts';
import { truncate } from '../../text/truncate.ts';
import { formatWhen } from '../../text/when/format_when.ts';
import type { Context } from '../context.ts';
import { type Contact, loadContact } from '../people/contact.ts';
import type { Field, Item, List, Reply } from '../reply.ts';
import type { Order } from '../sell/order.ts';
import { linesOf } from '../sell/order_lines.ts';
import { otherNameOf } from '../sell/other_name.ts';

/** A card stays one message: of more lines, the first. */
const MOST_LINES = 10;
/** Of what was written with it, in graphemes: on a card of its own, and in a list. */
const MOST_WORDS = 1500;
const WORDS_IN_LIST = 80;

/** 'paid', 'partly refunded, −$40.00', 'cancelled': how the order stands. */
export function orderState(
  t: Texts,
  order: Pick<Order, 'payment' | 'fulfillment' | 'currency' | 'refundedMinor' | 'cancelledAt' | 'deletedAt'>,
  locale: Locale,
): string {
  const refunded = order.refundedMinor === '0' ? undefined : formatMoney(order.refundedMinor, order.currency, locale);
  return [
    ...(order.deletedAt ? [t.order.deleted] : []),
    ...(order.cancelledAt ? [t.order.cancelled] : []),
    t.payment(order.payment),
    ...(order.fulfillment ? [t.fulfilment(order.fulfillment)] : []),
    ...(refunded ? [t.order.refunded(refunded)] : []),
  ].join(' · ');
}

/** How it stands, and the beginning of what was written with it: for a line of a list. */
export function orderDetail(t: Texts, order: Order, locale: Locale): string {
  const words = truncate((order.words ?? '').replace(/\s*\n\s*/g, ' '), WORDS_IN_LIST);
  return [orderState(t, order, locale), ...(words ? [`📝 ${words}`] : [])].join(' · ');
}

/** What was written with an order, as a card shows it. */
export function quoteOf({ words }: Pick<Order, 'words'>): Pick<Reply, 'quote'> {
  return words ? { quote: truncate(words, MOST_WORDS) } : {};
}

/** Who bought it; whom the shop names instead may be somebody else of that mail address or phone. '' when nobody is known. */
export async function buyerName(sql: Sql, t: Texts, order: Order, buyer: Contact | undefined): Promise<string> {
  const other = buyer && (await otherNameOf(sql, order, buyer));
  if (!other) return buyer?.name || order.billedTo || '';
  return other.account ? t.order.samePhone(other.name, buyer.name) : t.order.billedTo(other.name, buyer.name);
}

export async function orderList(ctx: Context, t: Texts, locale: Locale, orders: Order[]): Promise<List> {
  return { title: t.order.list, items: await Promise.all(orders.map((order) => orderItem(ctx, t, locale, order))) };
}

/** Number, buyer, total. */
export async function orderItem(ctx: Context, t: Texts, locale: Locale, order: Order): Promise<Item> {
  const buyer = order.contactId ? await loadContact(ctx.tx, order.contactId) : undefined;
  const total = formatMoney(order.totalMinor, order.currency, locale);
  return {
    text: [order.number, await buyerName(ctx.tx, t, order, buyer), total].filter(Boolean).join(' · '),
    detail: orderDetail(t, order, locale),
    buttons: buyer ? [{ label: t.button.contact, command: `/contact c${buyer.id}` }] : [],
  };
}

/** An order, whose it is and what is in it. */
export async function orderCard(ctx: Context, t: Texts, locale: Locale, order: Order): Promise<Reply> {
  const buyer = order.contactId ? await loadContact(ctx.tx, order.contactId) : undefined;
  const total = formatMoney(order.totalMinor, order.currency, locale);
  const placed = formatWhen(order.placedAt, { now: ctx.now, timezone: ctx.settings.timezone, locale });
  const fields: Field[] = [
    {
      label: t.order.buyer,
      value: (await buyerName(ctx.tx, t, order, buyer)) || (buyer ? `c${buyer.id}` : t.order.nobody),
    },
    { label: t.order.placed, value: placed },
  ];
  const lines = await linesOf(ctx.tx, order.id, MOST_LINES);
  const items = lines.map(({ title, variant, quantity }) => ({
    text: [`${quantity} × ${truncate(title, 80)}`, ...(variant ? [truncate(variant, 80)] : [])].join(' · '),
  }));
  return {
    title: [t.order.title(order.number), total, orderState(t, order, locale)].join(' · '),
    fields,
    ...quoteOf(order),
    ...(items.length > 0 && { lists: [{ items }] }),
    ...(buyer && { buttons: [[{ label: t.button.contact, command: `/contact c${buyer.id}` }]] }),
  };
}
