import type { Context } from '../context.ts';
import { noteEvent, noteUnused } from '../sell/connection.ts';
import { withOpenLeads } from '../sell/lead.ts';
import { deleteOrder, isPaid, isSomethingElse, type Order, type OrderState, orderState } from '../sell/order.ts';
import { changeOf, type OrderChange, UNCHANGED } from '../sell/order_change.ts';
import { takeFromLines } from '../sell/order_lines.ts';
import { noteAlone, type RefundsNoted } from '../sell/order_refund.ts';
import { versionKey } from '../sell/order_version.ts';
import { joinPayment, reportedOf } from '../sell/payment/one_payment.ts';
import type { CustomerUpdated, OrderDeleted, OrderRefunded, OrderUpdated } from '../shop_event.ts';
import { onBuyerChanged } from './buyer_changed.ts';
import { askAlike, type Met, shopContact } from './shop/buyer.ts';
import { isFresh } from './shop/fresh.ts';
import { noteShopMarketing } from './shop/marketing.ts';
import { wereContentsTold } from './shop/money_told.ts';
import { tellBack, tellChange, tellDeleted, tellNews } from './shop/order_news.ts';
import { lookAgain, lookAtHeads, nextOf, paidOrder, queuesOf, type Told } from './shop/order_turn.ts';
import { articlesIn, type OrderVersionWritten, writeOrders } from './shop/order_versions.ts';
import { tellParcels } from './shop/parcel_news.ts';
import { tellCancelledElsewhere, tellOnePayment, tellTooLittle, tellTooMuch, tellTwins } from './shop/payment_news.ts';
import { tellFirstRefunds, tellRefunds, tellUncounted, untold } from './shop/refund_news.ts';
import { tellInTurn, tellTogether } from './shop/tell_order.ts';

/** A customer of the shop is a contact. */
export async function onCustomerUpdated(ctx: Context, event: CustomerUpdated): Promise<undefined> {
  await noteEvent(ctx, event.connectionId);
  const contact = await shopContact(ctx, event, event.customer);
  if (event.marketing && contact) await noteShopMarketing(ctx, event, event.marketing, contact);
}

/** Writes an order down as it stands. Once it is paid, the lead that led to it is won and the owner hears of it. */
export async function onOrderUpdated(ctx: Context, event: OrderUpdated): Promise<string | undefined> {
  const [outcome] = await onOrdersUpdated(ctx, [event]);
  return outcome;
}

/**
 * The same for several, with the outcome of each. It comes to what handling one after the other comes to: what has an order or a person
 * in common is written in turns, and each is told by itself.
 */
export async function onOrdersUpdated(ctx: Context, events: readonly OrderUpdated[]): Promise<(string | undefined)[]> {
  const outcomes = new Map<OrderUpdated, string | undefined>();
  const met = new Map<OrderUpdated, Met>();
  const reported = await reportedOf(
    ctx.tx,
    events.flatMap((event) => paidOrder(event)?.paidBy ?? []),
  );
  let queues = await queuesOf(ctx, events, reported);
  while (queues.length > 0) {
    const { told, former } = await joinFirst(ctx, nextOf(queues, events), reported);
    const written = await writeOrders(ctx, told, met);
    await tellTogether(ctx, async (gathering) => {
      const mayWin = await mayWinLeads(ctx, written);
      for (const version of written) {
        const { event, met: buyer } = version;
        // what stands between two orders keeps them from being told together
        if (buyer && buyer.alike.length > 0) await tellInTurn(gathering, () => askAlike(ctx, buyer));
        outcomes.set(event, await tellVersion(gathering, version, mayWin(version), former));
      }
    });
    const left = queues.map((queue) => queue.filter(({ event }) => !outcomes.has(event)));
    queues = await lookAtHeads(ctx, left, events, reported);
  }
  return events.map((event) => outcomes.get(event));
}

/**
 * One of whose payment others have told may go on in another row, by what was written before it: it is written by itself. Gives those
 * that may be written at once, and by which number the one was known that was joined.
 */
async function joinFirst(
  ctx: Context,
  told: readonly Told[],
  reported: ReadonlySet<string>,
): Promise<{ told: readonly Told[]; former: string | undefined }> {
  const [first] = told;
  if (!first?.paid) {
    const nth = told.findIndex(({ paid }) => paid !== undefined);
    return { told: nth < 0 ? told : told.slice(0, nth), former: undefined };
  }
  const former = await joinPayment(ctx.tx, first.paid);
  return { told: former === undefined ? [first] : await lookAgain(ctx, [first], reported), former };
}

/** Whether the buyer of an order has an open lead; of a single one that is found out where it matters. */
async function mayWinLeads(
  { tx }: Context,
  written: readonly OrderVersionWritten[],
): Promise<(version: OrderVersionWritten) => boolean> {
  if (written.length === 1) return () => true;
  const buyers = written.flatMap(({ now: { order } }) => (isPaid(order) && order.contactId) || []);
  const having = await withOpenLeads(tx, buyers);
  return ({ now: { order } }) => order.contactId !== null && having.has(order.contactId);
}

/** Tells what a version changes that somebody has to know. */
async function tellVersion(
  ctx: Context,
  {
    event,
    version: of,
    before: was,
    deletedAt,
    now,
    isNewer,
    paidNow,
    refunds,
    parcels,
    saidBefore,
  }: OrderVersionWritten,
  mayWin: boolean,
  former: string | undefined,
): Promise<string | undefined> {
  const before = was?.order;
  const { order } = now;
  const underWay = event.order.refundUnderWay;
  const isTakenOver = former !== undefined && before?.number === former;
  const all = was && isNewer && !isTakenOver ? changeOf(was, now, underWay) : UNCHANGED;
  if (before && deletedAt) await tellBack(ctx, before, now, deletedAt);
  const hasMoved = before?.contactId && before.contactId !== order.contactId;
  // where two orders turned out to be one, nobody has moved it
  if (hasMoved && former === undefined) await onBuyerChanged(ctx, before.contactId!, order, all.details);
  const change = { ...all, ...(hasMoved && { details: [] }), ...(event.sameNumber && { number: null }) };
  const version = versionKey(of);
  const unsaid = before ? await tellGivenBack(ctx, before, now, { refunds, underWay, change, version }) : change;
  if (before) await tellParcels(ctx, order, parcels, event.updatedAt);
  const left = isNewer ? articlesIn(event.order) : (was?.articles ?? []);
  if (former !== undefined) {
    await tellOnePayment(ctx, order, former, (await wereContentsTold(ctx, order)) ? [] : left);
    await tellCancelledElsewhere(ctx, order);
  }
  await tellTooMuch(ctx, order);
  await tellTooLittle(ctx, order);
  if (order.paidBy !== null && order.paidBy !== before?.paidBy) await tellTwins(ctx, order);
  if (!isNewer && !paidNow) return 'older than what is stored';
  await tellNews(ctx, before, order, {
    ...{
      paidNow,
      mayWin,
      changedNow: isFresh(ctx, event),
      paidLater: event.order.paidLater,
      retryAt: event.retryAt,
      saidBefore: former === undefined ? saidBefore : undefined,
      articles: left,
      change: unsaid,
      version,
    },
  });
  if (!before)
    await tellFirstRefunds(ctx, order, await untold(ctx, event, event.order.externalId, refunds.fresh), refunds.failed);
  return undefined;
}

/** A refund that is reported on its own; the order's next version contains it too. */
export async function onOrderRefunded(ctx: Context, event: OrderRefunded): Promise<string | undefined> {
  const { connectionId, orderExternalId: externalId } = event;
  await noteEvent(ctx, connectionId);
  const before = await orderState(ctx.tx, { connectionId, externalId });
  const order = before?.order;
  if (!order || order.currency !== event.currency) {
    await tellUncounted(ctx, event, order);
    return 'left to the order’s next version';
  }
  const refunds = await noteAlone(ctx.tx, order.id, event.refund, event.returned);
  if (refunds.fresh.length === 0 && refunds.failed.length === 0) return 'known already';
  if (refunds.fresh.length > 0) await takeFromLines(ctx.tx, order.id, event.returned);
  const now = (await orderState(ctx.tx, { connectionId, externalId }))!;
  const version = `refund ${event.refund.externalId}`;
  const unsaid = await tellGivenBack(ctx, order, now, { refunds, change: changeOf(before, now), version });
  await tellChange(ctx, now.order, unsaid, version);
  return undefined;
}

/**
 * Tells about refunded money, and with it what no longer has to be sent. Returns what is left to be told: without the
 * articles, if the refund was told.
 */
async function tellGivenBack(
  ctx: Context,
  before: Order,
  { order, articles }: OrderState,
  {
    refunds,
    change,
    ...how
  }: { refunds: RefundsNoted; change: OrderChange; version: string; underWay?: boolean | undefined },
): Promise<OrderChange> {
  const left = articles.length === 0 ? [] : change.articles;
  const told = await tellRefunds(ctx, before, order, refunds, { ...how, articles: left });
  return told ? { ...change, articles: [] } : change;
}

/** The shop no longer has it; what we were told about it stays. */
export async function onOrderDeleted(ctx: Context, event: OrderDeleted): Promise<string | undefined> {
  await noteEvent(ctx, event.connectionId);
  if (event.saidBy && (await isSomethingElse(ctx.tx, event))) {
    await noteUnused(ctx.tx, event.connectionId, `${event.saidBy} (?)`, ctx.now);
    return 'nobody has signed that it was an order';
  }
  const order = await deleteOrder(ctx.tx, event, ctx.now);
  if (!order) return 'an order that was deleted before, or not told yet';
  await tellDeleted(ctx, order);
  return undefined;
}
