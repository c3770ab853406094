import type { Sql } from '../../db/sql.ts';
import { fold } from '../../text/fold.ts';
import type { Locale } from '../../text/locale.ts';
import type { Messages } from '../../text/messages.ts';
import { formatMoney } from '../../text/money/money.ts';
import { truncate } from '../../text/truncate.ts';
import { formatWhen } from '../../text/when/format_when.ts';
import type { Context } from '../context.ts';
import { type Contact, loadContact } from '../people/contact.ts';
import { wordsOf } from '../people/search_keys.ts';
import { PHONE } from '../people/sign.ts';
import type { Field, Item, List, Reply } from '../reply.ts';
import { linesOf, type Order } from '../sell/order.ts';
import { sameName } from './alike.ts';

/** A card stays one message: of more lines, the first. */
const MOST_LINES = 10;
/** Of what was written with it, in graphemes: on a card of its own, and in a list. */
const MOST_WORDS = 1500;
const WORDS_IN_LIST = 80;

/** 'paid', 'partly refunded, −$40.00', 'cancelled': how the order stands. */
export function orderState(
  t: Messages,
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
export function orderDetail(t: Messages, order: Order, locale: Locale): string {
  const words = truncate((order.words ?? '').replace(/\s*\n\s*/g, ' '), WORDS_IN_LIST);
  return [orderState(t, order, locale), ...(words ? [`📝 ${words}`] : [])].join(' · ');
}

/** What was written with an order, as a card shows it. */
export function quoteOf({ words }: Pick<Order, 'words'>): Pick<Reply, 'quote'> {
  return words ? { quote: truncate(words, MOST_WORDS) } : {};
}

/** Whom the shop names in place of the contact whose order it is. */
export interface OtherName {
  name: string;
  /** The shop's customer, as '/split' takes them out; not of a guest, who is known by the mail address alone. */
  account?: string;
}

/** Who bought it; whom the shop names instead may be somebody else of that mail address or phone. '' when nobody is known. */
export async function buyerName(sql: Sql, t: Messages, order: Order, buyer: Contact | undefined): Promise<string> {
  const other = buyer && (await otherNameOf(sql, order, buyer));
  if (!other) return buyer?.name || order.billedTo || '';
  return other.account ? t.order.samePhone(other.name, buyer.name) : t.order.billedTo(other.name, buyer.name);
}

/** The bill of a guest may name somebody else of that mail address; so may the account of whom a phone alone has made this contact. */
export async function otherNameOf(sql: Sql, order: Order, buyer: Contact): Promise<OtherName | undefined> {
  const other = order.billedTo ? { name: order.billedTo } : await accountByPhone(sql, order.id, buyer.id);
  return other && buyer.name !== '' && !(await isNamed(other.name, buyer.name)) ? other : undefined;
}

/** The account an order is of, if only its phone says that it is this contact's. */
async function accountByPhone(sql: Sql, orderId: string, contactId: string): Promise<OtherName | undefined> {
  const [account] = await sql<Required<OtherName>>`
    select i.told_name as name, i.channel || ':' || i.address as account
    from orders o join connections n on n.id = o.connection_id
    join contact_identities i on i.channel = n.provider and i.address = o.buyer
    where o.id = ${orderId} and i.contact_id = ${contactId} and i.joined_by = ${PHONE} and i.told_name is not null`;
  return account;
}

/** The same name, or a part of the other. */
async function isNamed(one: string, other: string): Promise<boolean> {
  const [some, all] = [one, other].map((name) => wordsOf(fold(name))).sort((a, b) => a.length - b.length);
  return (await sameName(one, other)) || (some!.length > 0 && some!.every((word) => all!.includes(word)));
}

export async function orderList(ctx: Context, t: Messages, locale: Locale, orders: Order[]): Promise<List> {
  return { title: t.order.list, items: await Promise.all(orders.map((order) => orderItem(ctx, t, locale, order))) };
}

/** Number, buyer, total. */
export async function orderItem(ctx: Context, t: Messages, locale: Locale, order: Order): Promise<Item> {
  const buyer = order.contactId ? await loadContact(ctx.tx, order.contactId) : undefined;
  const total = formatMoney(order.totalMinor, order.currency, locale);
  return {
    text: [order.number, await buyerName(ctx.tx, t, order, buyer), total].filter(Boolean).join(' · '),
    detail: orderDetail(t, order, locale),
    buttons: buyer ? [{ label: t.button.contact, command: `/contact c${buyer.id}` }] : [],
  };
}

/** An order, whose it is and what is in it. */
export async function orderCard(ctx: Context, t: Messages, locale: Locale, order: Order): Promise<Reply> {
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
