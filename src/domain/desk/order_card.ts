import type { Sql } from '../../db/sql.ts';
import type { Locale } from '../../text/locale.ts';
import { formatMoney } from '../../text/money/money.ts';
import type { Texts } from '../../text/texts.ts';
import { truncate } from '../../text/truncate.ts';
import { formatWhen } from '../../text/when/format_when.ts';
import { type Context, clockOf } from '../context.ts';
import { type Contact, loadContact, loadContacts } from '../people/contact.ts';
import type { Button, Field, Item, List, Reply } from '../reply.ts';
import { withFields } from '../reply.ts';
import { type Order, refundedOf, strangeWords, worthOf } from '../sell/order.ts';
import { DELIVERY } from '../sell/order_change.ts';
import { linesOf, type OrderedArticle } from '../sell/order_lines.ts';
import type { Standing } from '../sell/order_number.ts';
import { type OtherName, otherNameOf, otherNamesOf } from '../sell/other_name.ts';
import type { Delivery } from '../shop_event.ts';

/** Of more lines, the first. */
const MOST_LINES = 40;
/** Of what was written with it, in graphemes: on a card of its news, and in a list. */
const MOST_WORDS = 1500;
const WORDS_IN_LIST = 80;

/** A shop's that is paid when it is delivered; of one by hand the owner's words say it. */
const isCollected = ({ payment, onDelivery, strangePayment }: Standing): boolean =>
  onDelivery !== null && strangePayment === null && (payment === 'pending' || payment === 'unpaid');

/** 'paid', 'partly refunded, −$40.00', 'cancelled': how the order stands. */
export function orderState(t: Texts, order: Standing, locale: Locale): string {
  const money = (minor: string) => formatMoney(minor, order.currency, locale);
  // what a refund has made of it goes without saying
  const isOther = order.refundedMinor === '0' && worthOf(order) !== order.totalMinor && !order.cancelledAt;
  return [
    ...(order.deletedAt ? [t.order.deleted] : []),
    ...(order.cancelledAt ? [t.order.cancelled] : []),
    ...(isOther ? [t.order.nowComesTo(money(worthOf(order)))] : []),
    ...(order.payment === 'other'
      ? []
      : [isCollected(order) ? t.card.paidLater.on_delivery : t.payments[order.payment]]),
    ...(order.fulfillment === null || order.fulfillment === 'other' ? [] : [t.fulfilments[order.fulfillment]]),
    // an order by hand that is paid on delivery keeps the words for that
    ...strangeWords(order).map((word) =>
      order.payment === 'unpaid' && word === order.strangePayment ? word : t.order.strangeStatus(word),
    ),
    ...(refundedOf(order) === '0' ? [] : [t.order.refunded(money(refundedOf(order)))]),
    ...(order.takenMinor === '0' ? [] : [t.order.taken(money(order.takenMinor))]),
  ].join(' · ');
}

/** How it stands, and the beginning of what was written with it: for a line of a list. */
export function orderDetail(t: Texts, order: Order, locale: Locale): string {
  const words = truncate(order.written.replace(/\s*\n\s*/g, ' '), WORDS_IN_LIST);
  return [orderState(t, order, locale), ...(words ? [`📝 ${words}`] : [])].join(' · ');
}

/** The card with what was written with the order; all of much is a tap away. */
export function withWords(t: Texts, reply: Reply, order: Pick<Order, 'id' | 'written'>): Reply {
  const { written } = order;
  if (!written) return reply;
  const quote = truncate(written, MOST_WORDS);
  if (quote === written) return { ...reply, quote };
  return {
    ...reply,
    quote,
    buttons: [...(reply.buttons ?? []), [wholeWords(t, order)]],
  };
}

/** The order with all that was written with it, wherever a part of that is shown. */
export const wholeWords = (t: Texts, { id }: Pick<Order, 'id'>): Button => ({
  label: t.button.whole,
  command: `/message o${id}`,
});

/** An article of an order, with its kind. */
export function articleName({ title, variant }: Pick<OrderedArticle, 'title' | 'variant'>): string {
  return [truncate(title, 80), ...(variant ? [truncate(variant, 80)] : [])].join(' · ');
}

/** Where it goes to, as far as the shop says. */
const deliveryFields = (t: Texts, delivery: Delivery | null): Field[] =>
  DELIVERY.flatMap((what) => (delivery?.[what] ? [{ label: t.order[what], value: delivery[what] }] : []));

/** Its discount, and how whoever ordered wants to be reached. */
function moreFields(t: Texts, locale: Locale, { discountMinor, currency, contactDetails, delivery }: Order): Field[] {
  const { email, phone } = contactDetails ?? {};
  return [
    ...(discountMinor && discountMinor !== '0'
      ? [{ label: t.order.discount, value: formatMoney(discountMinor, currency, locale) }]
      : []),
    ...(email ? [{ label: t.order.details.email, value: email }] : []),
    ...(phone && phone !== delivery?.phone ? [{ label: t.order.details.phone, value: phone }] : []),
  ];
}

/** What is in an order, where it goes to and how its buyer wants to be reached: what it takes to send it. */
export function contentsOf(
  t: Texts,
  locale: Locale,
  order: Order,
  articles: readonly OrderedArticle[],
): Pick<Reply, 'fields' | 'lists'> {
  const fields = [...deliveryFields(t, order.delivery), ...moreFields(t, locale, order)];
  const items: Item[] = articles.slice(0, MOST_LINES).map((one) => ({ text: `${one.quantity} × ${articleName(one)}` }));
  if (articles.length > MOST_LINES) items.push({ text: t.digest.more(articles.length - MOST_LINES) });
  return { ...withFields(fields), ...(items.length > 0 && { lists: [{ items }] }) };
}

interface BuyerShown extends Pick<Reply, 'person'> {
  /** '' when nobody is known. */
  name: string;
}

/**
 * Who bought it; whom the shop names instead may be somebody else of that mail address or phone. An answer to a card that shows them is
 * theirs where nobody else is named.
 */
export async function buyerShown(sql: Sql, t: Texts, order: Order, buyer: Contact | undefined): Promise<BuyerShown> {
  return shownAs(t, order, buyer, buyer && (await otherNameOf(sql, order, buyer)));
}

/** `other`: whom the shop names instead. */
function shownAs(t: Texts, order: Order, buyer: Contact | undefined, other: OtherName | undefined): BuyerShown {
  if (!buyer) return { name: order.billedTo || '' };
  const person = { contactId: buyer.id, sure: other === undefined };
  if (!other) return { name: buyer.name || order.billedTo || '', person };
  return { name: t.order.billedTo[other.shares ?? 'nothing'](other.name, buyer.name), person };
}

export async function orderList(ctx: Context, t: Texts, locale: Locale, orders: Order[]): Promise<List> {
  return { title: t.order.list, items: await orderItems(ctx, t, locale, orders) };
}

export const orderItem = async (ctx: Context, t: Texts, locale: Locale, order: Order): Promise<Item> =>
  (await orderItems(ctx, t, locale, [order]))[0]!;

/** Number, buyer, total of each. */
export async function orderItems(ctx: Context, t: Texts, locale: Locale, orders: readonly Order[]): Promise<Item[]> {
  const buyers = await loadContacts(
    ctx.tx,
    orders.flatMap(({ contactId }) => contactId ?? []),
  );
  const buyerOf = ({ contactId }: Order) => (contactId ? buyers.get(contactId) : undefined);
  const bought = orders.flatMap((order) => {
    const buyer = buyerOf(order);
    return buyer ? { order, buyer } : [];
  });
  const others = await otherNamesOf(ctx.tx, bought);
  return orders.map((order) => itemOf(t, locale, order, { buyer: buyerOf(order), other: others.get(order.id) }));
}

function itemOf(
  t: Texts,
  locale: Locale,
  order: Order,
  { buyer, other }: { buyer: Contact | undefined; other: OtherName | undefined },
): Item {
  const total = formatMoney(order.totalMinor, order.currency, locale);
  return {
    text: [order.number, shownAs(t, order, buyer, other).name, total].filter(Boolean).join(' · '),
    detail: orderDetail(t, order, locale),
    ...(buyer && { contactId: buyer.id }),
    buttons: [
      ...(buyer ? [{ label: t.button.contact, command: `/contact c${buyer.id}` }] : []),
      ...(order.written.length > WORDS_IN_LIST ? [wholeWords(t, order)] : []),
    ],
  };
}

/** An order, whose it is and what is in it. */
export async function orderCard(ctx: Context, t: Texts, locale: Locale, order: Order): Promise<Reply> {
  const buyer = order.contactId ? await loadContact(ctx.tx, order.contactId) : undefined;
  const { name, ...shown } = await buyerShown(ctx.tx, t, order, buyer);
  const total = formatMoney(order.totalMinor, order.currency, locale);
  const placed = formatWhen(order.placedAt, clockOf(ctx, locale));
  const { fields: inIt, lists } = contentsOf(t, locale, order, await linesOf(ctx.tx, order.id));
  const fields: Field[] = [
    {
      label: t.order.buyer,
      value: name || (buyer ? `c${buyer.id}` : t.order.nobody),
    },
    { label: t.order.placed, value: placed },
    ...(inIt ?? []),
  ];
  return {
    title: [t.order.title(order.number), total, orderState(t, order, locale)].join(' · '),
    fields,
    ...(order.written && { quote: order.written }),
    ...(lists && { lists }),
    ...(buyer && { buttons: [[{ label: t.button.contact, command: `/contact c${buyer.id}` }]] }),
    ...shown,
  };
}
