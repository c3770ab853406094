import type { Locale } from '../../../text/locale.ts';
import { type Texts, texts } from '../../../text/texts.ts';
import { formatDay } from '../../../text/when/format_when.ts';
import type { Context } from '../../context.ts';
import { loadContact } from '../../people/contact.ts';
import { nameOf } from '../../people/name.ts';
import { isPaid, isUnpaid, type Order, ordersOf } from '../../sell/order.ts';
import { isAnybodys, numbersAmong, numbersCalled, ordersNamedIn } from '../../sell/order_number.ts';
import { type OtherName, otherNamesOf } from '../../sell/other_name.ts';
import { type Parcel, shipmentsOf } from '../../sell/shipment.ts';
import { writerOf } from '../automatic_answer.ts';
import { loadConversation } from '../conversation.ts';
import { loadMessage } from '../message.ts';
import type { Ready } from './rows.ts';

/** Of several orders so many are told of. */
const MOST = 3;
const LOOKED_AT = 8;
const DAY_MS = 24 * 3_600_000;
/** An older one is hardly meant. */
const LATELY_MS = 120 * DAY_MS;
/** So long after it arrived nobody asks where it is. */
const ARRIVED_MS = 7 * DAY_MS;

export interface OrderAnswer {
  text: string;
  /** One order of theirs is meant, and how it stands leaves nothing to ask. */
  clear: boolean;
  /** Those that somebody of another name has bought with their mail address or phone. */
  others: OthersOrder[];
}

export interface OthersOrder extends Pick<OtherName, 'name' | 'shares'> {
  number: string;
  /** Who they are themselves. */
  owner: string;
  /** The answer tells of it all the same: they have named it, or have none of their own. */
  told: boolean;
}

/** How orders of this contact stand, in words for them: those that they name, else those that are on their way. Nothing of anybody else's. */
export async function orderAnswer(
  ctx: Context,
  contactId: string,
  words: string,
  locale: Locale,
): Promise<OrderAnswer | undefined> {
  const named = await ordersNamedIn(ctx.tx, contactId, words);
  const called = numbersCalled(words);
  const numbers = numbersAmong(words);
  // they speak of another: it may be somebody else's, of whom nothing is told
  if (named.length === 0 && (called.length > 0 || (await isAnybodys(ctx.tx, numbers)))) return undefined;
  const asked = named.length > 0 ? named : await underWay(ctx, contactId);
  const buyer = await loadContact(ctx.tx, contactId);
  const names = await otherNamesOf(ctx.tx, buyer ? asked.map((order) => ({ order, buyer })) : []);
  const own = asked.filter(({ id }) => !names.has(id));
  const meant = named.length > 0 || own.length === 0 ? asked : own;
  if (meant.length === 0) return undefined;
  const t = texts(locale);
  const told = await Promise.all(meant.slice(0, MOST).map((order) => tellOf(ctx, t, locale, order)));
  const lines = told.map(({ line }) => line);
  const others = asked.flatMap((order) => {
    const other = names.get(order.id);
    if (!other || !buyer) return [];
    return { ...other, number: order.number, owner: nameOf(buyer), told: meant.slice(0, MOST).includes(order) };
  });
  const isOne = asked.length === 1 && told[0]!.clear && (named.length > 0 ? called.length <= 1 : numbers.length === 0);
  const clear = isOne && others.length === 0;
  return { text: lines.length > 1 ? [t.ready.order.several, ...lines].join('\n') : lines[0]!, clear, others };
}

/** As `orderAnswer`, to whoever wrote the message that it lies ready for, as their orders stand now. */
export async function orderAnswerNow(
  ctx: Context,
  { messageId, conversationId, locale }: Pick<Ready, 'messageId' | 'conversationId' | 'locale'>,
): Promise<OrderAnswer | undefined> {
  const message = await loadMessage(ctx.tx, messageId);
  const conversation = await loadConversation(ctx.tx, conversationId);
  const writer = message && conversation && (await writerOf(ctx, conversation, message.author));
  return writer && orderAnswer(ctx, writer.contact.id, message.text, locale);
}

/** What they have ordered lately that has not long arrived, the newest first. */
async function underWay({ tx, now }: Context, contactId: string): Promise<Order[]> {
  const lately = (await ordersOf(tx, contactId, LOOKED_AT)).filter(
    ({ placedAt, cancelledAt, deletedAt, payment }) =>
      now.getTime() - placedAt.getTime() < LATELY_MS && !cancelledAt && !deletedAt && payment !== 'refunded',
  );
  const parcels = await Promise.all(lately.map(({ id }) => shipmentsOf(tx, id)));
  return lately.filter((_, nth) => {
    const all = parcels[nth]!;
    const arrived = all.length > 0 && all.every(({ state }) => state === 'delivered');
    return !arrived || all.some(({ deliveredAt }) => deliveredAt && now.getTime() - deliveredAt.getTime() < ARRIVED_MS);
  });
}

async function tellOf(ctx: Context, t: Texts, locale: Locale, order: Order): Promise<{ line: string; clear: boolean }> {
  const parcels = (await shipmentsOf(ctx.tx, order.id)).filter(({ state }) => state !== 'cancelled');
  const { order: said } = t.ready;
  const stands = (words: string[], clear: boolean) => ({
    line: said.line(bare(order.number), words.join(' · ')),
    clear,
  });
  if (order.cancelledAt || order.deletedAt) return stands([said.cancelled], false);
  if (order.payment === 'refunded') return stands([said.refunded], false);
  const paid = isPaid(order) ? [said.paid] : isUnpaid(order) ? [said.unpaid] : [];
  if (parcels.length > 0) {
    const tracks = parcels.flatMap(({ tracking }) => tracking.flatMap(({ url }) => url ?? []));
    const line = said.line(
      bare(order.number),
      [...paid, ...parcels.map((parcel) => parcelWords(ctx, t, locale, parcel))].join(' · '),
    );
    const clear = parcels.every(({ state }) => CLEAR.has(state)) && order.fulfillment !== 'partial';
    return { line: [line, ...tracks.slice(0, MOST).map(said.follow)].join('\n'), clear };
  }
  if (order.fulfillment === 'fulfilled') return stands([...paid, said.sent], true);
  if (order.fulfillment === 'partial') return stands([...paid, said.partly], false);
  const prepared = isPaid(order) && (order.fulfillment === null || order.fulfillment === 'unfulfilled');
  return stands([...paid, ...(prepared ? [said.preparing] : [])], prepared);
}

/** Where a parcel is that leaves nothing to ask; what has arrived and is asked for has not. */
const CLEAR: ReadonlySet<Parcel['state']> = new Set([
  'pending',
  'ready',
  'in_transit',
  'out_for_delivery',
  'ready_for_pickup',
]);

function parcelWords(
  ctx: Context,
  t: Texts,
  locale: Locale,
  { state, carrier, tracking, shippedAt, deliveredAt }: Parcel,
) {
  const { order: said } = t.ready;
  const day = (at: Date) => formatDay(at, { now: ctx.now, timezone: ctx.settings.timezone, locale });
  const by = said.by(carrier ?? '', tracking.map(({ number }) => number).join(', '));
  if (state === 'delivered') return `${deliveredAt ? said.deliveredOn(day(deliveredAt)) : said.delivered} (${by})`;
  const left = shippedAt ? [said.sentOn(day(shippedAt))] : [];
  const where =
    state === 'in_transit'
      ? [said.onItsWay]
      : state === 'out_for_delivery'
        ? [said.comesToday]
        : state === 'ready_for_pickup'
          ? [said.pickUp]
          : [];
  if (state === 'pending' || state === 'ready') return said.preparing;
  return `${[...(left.length > 0 ? left : [said.sent]), ...where].join(' · ')} (${by})`;
}

/** #1042 and 1042 are one. */
const bare = (number: string): string => number.replace(/^#/, '');
