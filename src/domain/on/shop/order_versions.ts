import type { Tx } from '../../../db/sql.ts';
import type { Context } from '../../context.ts';
import { holdersOfSigns } from '../../people/sign.ts';
import { noteFound } from '../../sell/found.ts';
import { keyOf, type Order, type OrderState, orderStates, restoreOrder } from '../../sell/order.ts';
import type { OrderedArticle } from '../../sell/order_lines.ts';
import { moneyBy, notePaidNow, notePayments } from '../../sell/order_money.ts';
import { allRefunds, noteListed, type RefundsNoted } from '../../sell/order_refund.ts';
import { type OrderVersion, versionOf } from '../../sell/order_version.ts';
import { followBuyers, upsertOrders, type Written } from '../../sell/order_write.ts';
import type { SaidBefore } from '../../sell/payment/payment_back.ts';
import { sumRefunds } from '../../sell/payment/went_back.ts';
import { upsertShipments, type WrittenParcel } from '../../sell/shipment.ts';
import type { OrderUpdated } from '../../shop_event.ts';
import { noteTold } from '../../talk/scheduled.ts';
import { billedTo } from './billed.ts';
import type { Met } from './buyer.ts';
import { saysPaidNow } from './fresh.ts';
import { meetBuyers } from './new_buyers.ts';
import { orderKey, type Told } from './order_turn.ts';
import { disputesSaid, tieToSaid } from './said_before.ts';

/** A version of an order, as it was written. */
export interface OrderVersionWritten {
  event: OrderUpdated;
  version: OrderVersion;
  /** As it would be had the shop never deleted it, where it has it again. */
  before: OrderState | undefined;
  deletedAt?: Date | undefined;
  now: OrderState;
  /** False: it is older than what is stored. */
  isNewer: boolean;
  paidNow: boolean;
  refunds: RefundsNoted;
  parcels: WrittenParcel[];
  /** What whoever took its money had said of its payment, where the shop names that only now. */
  saidBefore: SaidBefore | undefined;
  /** Its buyer, who may be somebody else too. */
  met: Met | undefined;
}

/** What a shop says to have again, or describes at a time after it was deleted, is there again: not every shop says the first. */
async function broughtBack(tx: Tx, one: Told): Promise<Told> {
  const { event, before } = one;
  const deletedAt = before?.order.deletedAt ?? undefined;
  if (!event.restored && !(deletedAt && event.updatedAt > deletedAt)) return one;
  await restoreOrder(tx, event.connectionId, event.order.externalId);
  if (!before || !deletedAt) return one;
  return { ...one, before: { ...before, order: { ...before.order, deletedAt: null } }, deletedAt };
}

/**
 * Writes versions of different orders of different people, each thing in one statement: all that may be written at once. `met`: the buyers
 * that were met in the same turn, by what names them; those of these are added.
 */
export async function writeOrders(
  ctx: Context,
  all: readonly Told[],
  met: Map<OrderUpdated, Met>,
): Promise<OrderVersionWritten[]> {
  const back: Told[] = [];
  for (const one of await upToAsked(ctx, all, met)) back.push(await broughtBack(ctx.tx, one));
  return writeThem(ctx, back, met);
}

/**
 * The buyers are met. Where one of them may be somebody whose order stands behind theirs, only those before it: what is asked about the
 * two says what they have bought by then.
 */
async function upToAsked(ctx: Context, all: readonly Told[], met: Map<OrderUpdated, Met>): Promise<readonly Told[]> {
  const coming = all.flatMap(({ event, named, known }) => (named && !met.has(event) ? { event, named, known } : []));
  const came = await meetBuyers(ctx, coming);
  for (const { event, named } of coming) {
    const one = came.get(named);
    if (one) met.set(event, one);
  }
  const asked = new Set<string>();
  const isAsked = ({ event, before }: Told): boolean => {
    const is = [met.get(event)?.contact.id, before?.order.contactId].some((id) => id != null && asked.has(id));
    for (const { id } of met.get(event)?.alike ?? []) asked.add(id);
    return is;
  };
  const end = all.findIndex((one) => (one.named && !met.has(one.event)) || isAsked(one));
  return end < 0 ? all : all.slice(0, end);
}

/** Those that say no more than the id of an own system's account, by which a guest came whose order it is: that names nobody else. */
async function namedByIdAlone(
  { tx }: Context,
  told: readonly Told[],
  met: ReadonlyMap<OrderUpdated, Met>,
): Promise<Set<OrderUpdated>> {
  const found = new Set<OrderUpdated>();
  for (const { event, named, before } of told) {
    const { account, customer, marks, draft } = named ?? {};
    const owner = before?.order.contactId;
    if (!account || !customer?.ownId || !owner || draft?.name || marks!.identities.length > 1) continue;
    if (owner === met.get(event)?.contact.id) continue;
    if ((await holdersOfSigns(tx, [account])).some(({ id }) => id === owner)) found.add(event);
  }
  return found;
}

async function writeThem(
  ctx: Context,
  told: readonly Told[],
  met: ReadonlyMap<OrderUpdated, Met>,
): Promise<OrderVersionWritten[]> {
  const { tx } = ctx;
  const guests = await namedByIdAlone(ctx, told, met);
  const versions = told.map(({ event, named, before, deletedAt }) => {
    const who = named && !guests.has(event) ? met.get(event) : undefined;
    const buyer = who && { address: who.by, contactId: who.contact.id };
    return { event, version: versionOf(event), before, deletedAt, buyer, billedTo: billedTo(event) };
  });
  const written = await upsertOrders(tx, versions);
  const all = (await seenBefore(ctx, versions, written)).map((one) => {
    const newer = written.get(keyOf(orderKey(one.event)));
    return { ...one, newer, orderId: (newer ?? one.before!.order).id };
  });
  for (const { newer, event, orderId } of all)
    if (newer?.made && ctx.pulled === 'look' && !event.order.test) await noteFound(tx, orderId, ctx.now);
  await followBuyers(
    tx,
    all.flatMap(({ newer, buyer, ...one }) => (buyer && !newer ? { ...one, buyer } : [])),
  );
  const parcels = await upsertShipments(tx, all.map(shipmentsTold));
  // what was said before is read beside it
  const [disputes] = await Promise.all([disputesSaid(tx, all), notePayments(tx, all.map(paymentTold))]);
  const noted: Awaited<ReturnType<typeof noteMoney>>[] = [];
  for (const one of all) noted.push(await noteMoney(ctx, one));
  const tied = await tieToSaid(tx, all, disputes);
  const refunded = all.filter(
    ({ before }) => before && (before.order.refundedMinor !== '0' || before.order.cameMinor !== null),
  );
  await sumRefunds(
    tx,
    refunded.map(({ orderId }) => orderId),
  );
  const states = await statesOf(ctx, all, tied);
  const result = all.map(({ event, version, before, deletedAt, newer, orderId }, nth) => {
    const own = parcels.filter(
      (one) => one.connectionId === event.connectionId && one.orderExternalId === event.order.externalId,
    );
    const state = states.get(keyOf(orderKey(event)))!;
    return {
      ...{ event, version, before, deletedAt, now: state, isNewer: newer !== undefined, parcels: own },
      ...{ ...noted[nth]!, orderId, saidBefore: tied.get(orderId), met: met.get(event) },
    };
  });
  // that it was sent is not told, but what was to be said may not fit any more
  await noteTold(
    tx,
    result
      .filter(({ before, now, isNewer }) => before && isNewer && before.order.fulfillment !== now.order.fulfillment)
      .map(({ orderId }) => orderId),
  );
  return result;
}

/**
 * Orders that somebody else wrote down between our look and our writing, in a version that is no older than ours, were there before. Their
 * lane keeps that from happening, unless it is of another source.
 */
async function seenBefore<One extends { event: OrderUpdated; before: OrderState | undefined }>(
  { tx }: Context,
  all: readonly One[],
  written: ReadonlyMap<string, Written>,
): Promise<readonly One[]> {
  const missed = all.filter((one) => !one.before && !written.has(keyOf(orderKey(one.event))));
  if (missed.length === 0) return all;
  const states = await orderStates(
    tx,
    missed.map(({ event }) => orderKey(event)),
  );
  return all.map((one) => ({ ...one, before: one.before ?? states.get(keyOf(orderKey(one.event))) }));
}

interface Stored {
  event: OrderUpdated;
  before: OrderState | undefined;
  newer: Written | undefined;
  orderId: string;
}

const shipmentsTold = ({ event: { connectionId, order, updatedAt: at } }: Stored) => ({
  ...{ connectionId, orderExternalId: order.externalId, shipments: order.shipments ?? [], at },
});

const paymentTold = ({ event: { order, updatedAt: at }, orderId }: Stored) => ({ orderId, at, money: moneyBy(order) });

/** What only few versions say of its money. */
async function noteMoney(
  ctx: Context,
  { event, before, newer, orderId }: Stored,
): Promise<Pick<OrderVersionWritten, 'paidNow' | 'refunds'>> {
  const isFirst = before === undefined;
  const paidNow = saysPaidNow(ctx, event, isFirst) && (await notePaidNow(ctx.tx, orderId, event, newer));
  const listedBefore = before !== undefined && listsRefunds(before.order);
  const refunds = await noteListed(ctx.tx, orderId, event.order, listedBefore, newer !== undefined);
  return { paidNow, refunds };
}

/** How they stand now. One that was written is as its version says, unless money or pieces of it went back. */
async function statesOf(
  ctx: Context,
  all: readonly Stored[],
  tied: ReadonlyMap<string, SaidBefore | undefined>,
): Promise<Map<string, OrderState>> {
  const isAsWritten = ({ event: { order }, newer, before }: Stored) =>
    newer !== undefined &&
    !tied.has(newer.id) &&
    !newer.lessGivenBack &&
    moneyBy(order).returned === 0n &&
    allRefunds(order).length === 0 &&
    (newer.made ||
      (before !== undefined &&
        before.order.refundedMinor === '0' &&
        before.order.cameMinor === null &&
        !listsRefunds(before.order)));
  const others = all.filter((one) => !isAsWritten(one)).map(({ event }) => orderKey(event));
  const states = others.length > 0 ? await orderStates(ctx.tx, others) : new Map<string, OrderState>();
  for (const { event, newer } of all.filter(isAsWritten))
    states.set(keyOf(orderKey(event)), { order: newer!, articles: articlesIn(event.order) });
  return states;
}

const listsRefunds = ({ listedRefunds }: Pick<Order, 'listedRefunds'>): boolean => (listedRefunds ?? []).length > 0;

/** What is left in it. */
export const articlesIn = ({ lines }: OrderUpdated['order']): OrderedArticle[] =>
  lines
    .map(({ title, variant = null, quantity, currentQuantity }) => ({
      ...{ title, variant, quantity: currentQuantity ?? quantity },
    }))
    .filter(({ quantity }) => quantity > 0);
