import type { Locale } from '../../../text/locale.ts';
import { type Texts, texts } from '../../../text/texts.ts';
import { formatDay } from '../../../text/when/format_when.ts';
import type { Context } from '../../context.ts';
import { loadContact } from '../../people/contact.ts';
import { isPaid, isUnpaid, type Order, ordersOf } from '../../sell/order.ts';
import { isAnybodys, numbersAmong, numbersCalled, ordersNamedIn } from '../../sell/order_number.ts';
import { otherNameOf } from '../../sell/other_name.ts';
import { type Parcel, shipmentsOf } from '../../sell/shipment.ts';

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
  const meant = named.length > 0 ? named : await underWay(ctx, contactId);
  if (meant.length === 0) return undefined;
  const t = texts(locale);
  const told = await Promise.all(meant.slice(0, MOST).map((order) => tellOf(ctx, t, locale, order)));
  const lines = told.map(({ line }) => line);
  const isOne = meant.length === 1 && told[0]!.clear && (named.length > 0 ? called.length <= 1 : numbers.length === 0);
  const clear = isOne && !(await isAnothers(ctx, contactId, meant[0]!));
  return { text: lines.length > 1 ? [t.ready.order.several, ...lines].join('\n') : lines[0]!, clear };
}

/** Whether it was bought by an account that a phone alone makes theirs, under another name: that is told by a person. */
async function isAnothers({ tx }: Context, contactId: string, order: Order): Promise<boolean> {
  const buyer = await loadContact(tx, contactId);
  return buyer !== undefined && (await otherNameOf(tx, order, buyer))?.account !== undefined;
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
