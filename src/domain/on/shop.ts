import type { Tx } from '../../db/sql.ts';
import { normaliseEmail } from '../../text/normalise.ts';
import type { Context } from '../context.ts';
import { lookAlike } from '../desk/alike.ts';
import { cityName } from '../people/city.ts';
import { type Contact, knowSince, type Marks, type NewContact } from '../people/contact.ts';
import { followLanguage, languageOf } from '../people/contact_language.ts';
import { resolveContact } from '../people/resolve.ts';
import { followRecord } from '../people/shop_record.ts';
import { EMAIL, type Identity, phoneMark, type Sign } from '../people/sign.ts';
import { noteEvent } from '../sell/connection.ts';
import { noteFound } from '../sell/found.ts';
import { deleteOrder, findOrder, followBuyer, type Order, restoreOrder, upsertOrder } from '../sell/order.ts';
import { changeOf, type OrderChange, type OrderState, UNCHANGED } from '../sell/order_change.ts';
import { linesOf, type OrderedArticle, takeFromLines } from '../sell/order_lines.ts';
import { moneyBy, notePaidNow, notePayment } from '../sell/order_money.ts';
import { allRefunds, noteAlone, noteListed, type RefundsNoted, sumRefunds } from '../sell/order_refund.ts';
import { versionKey, versionOf } from '../sell/order_version.ts';
import { upsertShipments } from '../sell/shipment.ts';
import type { CustomerUpdated, OrderDeleted, OrderRefunded, OrderUpdated, ShopCustomer } from '../shop_event.ts';
import { orderIsTold } from '../talk/scheduled.ts';
import { onBuyerChanged } from './buyer_changed.ts';
import { tellChange, tellDeleted, tellNews } from './shop/order_news.ts';
import { tellParcels } from './shop/parcel_news.ts';
import { tellFirstRefunds, tellRefunds, tellUncounted, untold } from './shop/refund_news.ts';

/** A customer of the shop is a contact. */
export async function onCustomerUpdated(ctx: Context, event: CustomerUpdated): Promise<undefined> {
  await noteEvent(ctx, event.connectionId);
  await shopContact(ctx, event, event.customer);
}

/** Writes an order down as it stands. Once it is paid, the lead that led to it is won and the owner hears of it. */
export async function onOrderUpdated(ctx: Context, event: OrderUpdated): Promise<string | undefined> {
  await noteEvent(ctx, event.connectionId);
  const { connectionId, order: told } = event;
  // a test order is the shop trying itself out: it makes no contact, and says nothing about anybody
  const customer = told.test ? null : (event.customer ?? namedOnly(told));
  const contact = customer
    ? await shopContact(ctx, { ...event, since: told.placedAt }, customer, told.externalId)
    : undefined;
  if (event.restored) await restoreOrder(ctx.tx, connectionId, told.externalId);
  const before = await findOrder(ctx.tx, connectionId, told.externalId);
  const articles = before ? await linesOf(ctx.tx, before.id) : [];
  const [named] = customer ? buyerOf(ctx, event, customer, told.externalId) : [];
  const buyer = contact && named && { address: named.address, contactId: contact.id };
  const newer = await upsertOrder(ctx.tx, event, buyer);
  const { id } = (newer ?? before)!;
  if (newer?.made && ctx.pulled === 'look' && !told.test) await noteFound(ctx.tx, id, ctx.now);
  if (buyer && !newer?.made) await followBuyer(ctx.tx, id, event, buyer, newer !== undefined);
  const of = { connectionId, orderExternalId: told.externalId };
  const parcels = await upsertShipments(ctx.tx, of, told.shipments ?? [], event.updatedAt);
  const money = moneyBy(told);
  await notePayment(ctx.tx, id, event.updatedAt, money, newer?.made);
  const paidNow = saysPaidNow(ctx, event, before) && (await notePaidNow(ctx.tx, id, event, newer));
  const refunds = await noteListed(ctx.tx, id, told, (before?.listedRefunds ?? []).length > 0, newer !== undefined);
  if (before && before.refundedMinor !== '0') await sumRefunds(ctx.tx, id);
  const isAsMade = newer?.made && money.returned === 0n && allRefunds(told).length === 0;
  const order = isAsMade ? newer : (await findOrder(ctx.tx, connectionId, told.externalId))!;
  const underWay = told.refundUnderWay;
  const all = before && newer ? await changeSince(ctx.tx, { order: before, articles }, order, underWay) : UNCHANGED;
  const hasMoved = before?.contactId && before.contactId !== order.contactId;
  if (hasMoved) await onBuyerChanged(ctx, before.contactId!, order, all.details);
  const change = { ...all, ...(hasMoved && { details: [] }), ...(event.numberedNow && { number: null }) };
  // that it was sent is not told, but what was to be said may not fit any more
  if (before && newer && before.fulfillment !== order.fulfillment) await orderIsTold(ctx.tx, order);
  const version = versionKey(versionOf(event));
  const unsaid = before ? await tellGivenBack(ctx, before, order, { refunds, underWay, change, version }) : change;
  if (before) await tellParcels(ctx, order, parcels, event.updatedAt);
  if (!newer && !paidNow) return 'older than what is stored';
  const left = newer ? articlesIn(told) : articles;
  await tellNews(ctx, before, order, {
    ...{ paidNow, changedNow: isFresh(ctx, event), articles: left, change: unsaid, version },
  });
  if (!before)
    await tellFirstRefunds(ctx, order, await untold(ctx, event, told.externalId, refunds.fresh), refunds.failed);
  return undefined;
}

/** Of a guest who left neither mail address nor phone the bill has the name. */
function namedOnly({ billedTo }: OrderUpdated['order']): ShopCustomer | null {
  if (!billedTo) return null;
  return { externalId: null, name: billedTo, email: null, phone: null, country: null, city: null, language: null };
}

/** What is left in it. */
const articlesIn = ({ lines }: OrderUpdated['order']): OrderedArticle[] =>
  lines
    .map(({ title, variant = null, quantity, currentQuantity }) => ({
      ...{ title, variant, quantity: currentQuantity ?? quantity },
    }))
    .filter(({ quantity }) => quantity > 0);

/** How long a shop keeps reporting a change that it could not report at once. */
const FRESH_MS = 2 * 24 * 3_600_000;
/** Most invoices are paid within this time. */
const INVOICE_MS = 31 * 24 * 3_600_000;

/** Whether something in the order changed just now. */
const isFresh = ({ now }: Context, { updatedAt, order }: OrderUpdated): boolean =>
  now.getTime() - updatedAt.getTime() < FRESH_MS && order.fulfillment === null;

/**
 * Whether its money came just now: the version says so, or it is most likely, because the order is paid, not sent yet
 * and placed not too long ago.
 */
function saysPaidNow(ctx: Context, event: OrderUpdated, before: Order | undefined): boolean {
  const recent = ctx.now.getTime() - event.order.placedAt.getTime() < INVOICE_MS;
  return event.paidNow === true || (!before && recent && isFresh(ctx, event));
}

/** A refund that is reported on its own; the order's next version contains it too. */
export async function onOrderRefunded(ctx: Context, event: OrderRefunded): Promise<string | undefined> {
  await noteEvent(ctx, event.connectionId);
  const order = await findOrder(ctx.tx, event.connectionId, event.orderExternalId);
  if (!order || order.currency !== event.currency) {
    await tellUncounted(ctx, event, order);
    return 'left to the order’s next version';
  }
  const refunds = await noteAlone(ctx.tx, order.id, event.refund, event.returned);
  if (refunds.fresh.length === 0 && refunds.failed.length === 0) return 'known already';
  const articles = await linesOf(ctx.tx, order.id);
  if (refunds.fresh.length > 0) await takeFromLines(ctx.tx, order.id, event.returned);
  const now = (await findOrder(ctx.tx, event.connectionId, event.orderExternalId))!;
  const change = await changeSince(ctx.tx, { order, articles }, now);
  const version = `refund ${event.refund.externalId}`;
  const unsaid = await tellGivenBack(ctx, order, now, { refunds, change, version });
  await tellChange(ctx, now, unsaid, version);
  return undefined;
}

const changeSince = async (tx: Tx, before: OrderState, order: Order, underWay = false): Promise<OrderChange> =>
  changeOf(before, { order, articles: await linesOf(tx, order.id) }, underWay);

/**
 * Tells about refunded money, and with it what no longer has to be sent. Returns what is left to be told: without the
 * articles, if the refund was told.
 */
async function tellGivenBack(
  ctx: Context,
  before: Order,
  order: Order,
  {
    refunds,
    change,
    ...how
  }: { refunds: RefundsNoted; change: OrderChange; version: string; underWay?: boolean | undefined },
): Promise<OrderChange> {
  const isEmpty = (await linesOf(ctx.tx, order.id)).length === 0;
  const told = await tellRefunds(ctx, before, order, refunds, { ...how, articles: isEmpty ? [] : change.articles });
  return told ? { ...change, articles: [] } : change;
}

/** The shop no longer has it; what we were told about it stays. */
export async function onOrderDeleted(ctx: Context, event: OrderDeleted): Promise<string | undefined> {
  await noteEvent(ctx, event.connectionId);
  const order = await deleteOrder(ctx.tx, event, ctx.now);
  if (!order) return 'an order that was deleted before, or not told yet';
  await tellDeleted(ctx, order);
  return undefined;
}

/**
 * The identities by which a shop names the buyer; orders go by the first one. A guest's phone proves nothing: it only
 * distinguishes this shop's guests. One of whom only the name is known is somebody new with each order (`orderId`).
 */
function buyerOf(
  { settings }: Context,
  { provider, connectionId }: { provider: string; connectionId: string },
  { externalId, name, email: typed, phone, country }: ShopCustomer,
  orderId?: string,
): Identity[] {
  const address = typed && normaliseEmail(typed);
  const email: Identity[] = address ? [{ channel: EMAIL, address }] : [];
  if (externalId) return [{ channel: provider, address: `${connectionId}/${externalId}` }, ...email];
  const sign = phone ? phoneMark(phone, country ?? settings.country, 'order').sign : undefined;
  const guest = sign?.address ?? (name && orderId ? `#${orderId}` : undefined);
  if (email.length > 0 || guest === undefined) return email;
  return [{ channel: `${provider}_guest`, address: `${connectionId}/${guest}` }];
}

/** Whom a shop names as a contact; undefined if nothing identifies them. */
export async function shopContact(
  ctx: Context,
  event: { provider: string; connectionId: string; updatedAt: Date; since?: Date },
  customer: ShopCustomer,
  orderId?: string,
): Promise<Contact | undefined> {
  const identities = buyerOf(ctx, event, customer, orderId);
  if (identities.length === 0) return undefined;
  const account = customer.externalId ? identities[0] : undefined;
  const email = identities.find(({ channel }) => channel === EMAIL)?.address;
  const { phone: typed, phoneFrom } = customer;
  const phone = typed
    ? phoneMark(typed, customer.country ?? ctx.settings.country, account ? phoneFrom : (phoneFrom ?? 'order'))
    : {};
  if (phone.identity) identities.push(phone.identity);
  const marks: Marks = { identities, signs: [...(phone.sign ? [phone.sign] : []), ...mailSign(customer, email)] };
  const language = languageOf('', customer.language);
  const city = cityName(customer.city ?? '') || null;
  const draft: NewContact = {
    name: customer.name ?? email ?? phone.sign?.address ?? '',
    ...(customer.name && { nameFrom: event.provider }),
    ...language,
    city,
  };
  const contact = await resolveContact(ctx.tx, marks, draft, event.updatedAt);
  if (ctx.pulled === 'history') await knowSince(ctx.tx, contact.id, event.since ?? event.updatedAt);
  await followLanguage(ctx.tx, contact, language);
  if (account) await followRecord(ctx.tx, contact, account, customer);
  await lookAlike(ctx, contact, marks);
  return contact;
}

/** A mail address other than their own, given with an order, may belong to anybody. */
function mailSign({ orderEmail }: ShopCustomer, own: string | null | undefined): Sign[] {
  const address = orderEmail && normaliseEmail(orderEmail);
  return address && address !== own ? [{ channel: EMAIL, address, source: 'order' }] : [];
}
