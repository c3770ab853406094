import type { Context } from '../../context.ts';
import { orderNewsCard, withTell } from '../../desk/order_news_card.ts';
import { noteEvent } from '../../sell/connection.ts';
import { isPaid, loadOrders, type Order, orderKeys } from '../../sell/order.ts';
import { UNCHANGED } from '../../sell/order_change.ts';
import { shakenBy } from '../../sell/order_lead.ts';
import { linesOf } from '../../sell/order_lines.ts';
import { noteOrder, type Report } from '../../sell/order_report.ts';
import { saysFailed } from '../../sell/payment/came_in.ts';
import { reportsOfPayment } from '../../sell/payment/mirror.ts';
import { alsoCalled, dropInto } from '../../sell/payment/one_order.ts';
import { type BackUnheard, hearBack, noteReported } from '../../sell/payment/payment_back.ts';
import { moveParcels, upsertShipments } from '../../sell/shipment.ts';
import type { OrderReported, Refund } from '../../shop_event.ts';
import { shopContact } from './buyer.ts';
import { cameThoughCancelledKey } from './money_told.ts';
import { tellNews } from './order_news.ts';
import { tellParcels } from './parcel_news.ts';
import { otherCame, tellCancelledElsewhere, tellOnePayment, tellTooLittle, tellTooMuch } from './payment_news.ts';
import { tellNotGone, tellOtherMoney } from './refund_news.ts';
import { isRecent, newsOf, type OrderCard, tell } from './tell_order.ts';

/**
 * What whoever took its money reports of the payment of an order of another shop, or a system that mirrors the shop (`mirror`: how that
 * calls it): it makes none of its own.
 */
export async function onPaymentReported(
  ctx: Context,
  event: OrderReported,
  reports: readonly Report[],
  order: Order & { paidBy: string },
  mirror?: { externalId: string; number: string },
): Promise<string> {
  const { tx } = ctx;
  await noteEvent(ctx, event.connectionId);
  // whoever paid is a customer there, whichever of the two came first
  const { customer, placedAt: since = event.at } = event.says;
  if (customer) await shopContact(ctx, { ...event, updatedAt: event.at, since }, customer);
  const [former] = await dropMade(ctx, event, reports, order.id);
  await noteOrder(tx, order.id, reports);
  const key = (await orderKeys(tx, [order.id])).get(order.id)!;
  const known = await reportsOfPayment(tx, { ...order, connectionId: key.connectionId });
  if (mirror) {
    await alsoCalled(tx, order.id, [mirror.externalId, mirror.number]);
    await moveParcels(tx, { connectionId: event.connectionId, externalId: mirror.externalId }, key);
  }
  const { isPaidBy, failed } = await noteReported(tx, order, known);
  const { shipments = [] } = event.says;
  const parcels = await upsertShipments(tx, [
    { connectionId: key.connectionId, orderExternalId: key.externalId, shipments, at: event.at },
  ]);
  const unheard = await hearBack(tx, order.id);
  const [now] = await loadOrders(tx, [order.id]);
  if (former !== undefined) await tellOnePayment(ctx, now!, former);
  const newest = reports.find(({ isNew }) => isNew)!;
  const { currency, test } = newest.says;
  if (test || !isRecent(ctx, event.at)) return OF_ANOTHER;
  if (currency !== undefined && currency !== order.currency && saysBack(newest))
    await tellOtherMoney(ctx, order, newest);
  await tellParcels(ctx, now!, parcels, event.at);
  if (isPaidBy) await tellCame(ctx, event, order, now!);
  await tellTooMuch(ctx, now!);
  await tellTooLittle(ctx, now!);
  if (newest.says.cancelledAt) await tellCancelledElsewhere(ctx, now!);
  if (now!.cameMinor === null) {
    if (saysFailed(newest) && !isOff(now!)) await tellFailed(ctx, event, now!);
    else if (order.cameMinor !== null) await tellNotCome(ctx, event, order, now!);
  }
  await tellBack(ctx, event, order, failed, unheard);
  return OF_ANOTHER;
}

const OF_ANOTHER = 'the payment of an order of another shop';

/** Its shop has given it up. */
const isOff = ({ cancelledAt, deletedAt }: Order): boolean => cancelledAt !== null || deletedAt !== null;

const saysBack = ({ says }: Report): boolean => says.refunds !== undefined || says.returnedMinor !== undefined;

/** Orders that were made of reports before anything tied them to another shop's; gives their numbers. */
async function dropMade(
  { tx }: Context,
  { connectionId }: OrderReported,
  reports: readonly Report[],
  into: string,
): Promise<string[]> {
  const ids = [...new Set(reports.flatMap(({ orderId }) => orderId ?? []))];
  const made = await tx<{ id: string; number: string }>`
    select id, number from orders where id = any(${ids}::bigint[]) and connection_id = ${connectionId} order by id`;
  await dropInto(
    tx,
    into,
    made.map(({ id }) => id),
  );
  return made.map(({ number }) => number);
}

/** Its shop has said nothing of the money yet, or has given the order up. */
async function tellCame(ctx: Context, { provider }: OrderReported, before: Order, order: Order): Promise<void> {
  if (isOff(order)) {
    const card: OrderCard = (named, t, money) =>
      orderNewsCard(
        t,
        named,
        t.payment.paidThoughCancelled(
          named.number,
          money(order.cameMinor ?? order.totalMinor, order.cameCurrency ?? order.currency),
        ),
        t.payment.cancelledNext(t.channel(provider)),
      );
    return tell(ctx, cameThoughCancelledKey(order), order, card, { itself: true });
  }
  const came = otherCame(order);
  const saidBefore = { provider, backMinor: '0', disputed: undefined, isUnsaid: true, ...(came && { came }) };
  await tellNews(ctx, before, order, {
    ...{ paidNow: false, changedNow: true, mayWin: true, paidLater: undefined, retryAt: undefined, saidBefore },
    ...{ articles: await linesOf(ctx.tx, order.id), change: UNCHANGED, version: 'paid elsewhere' },
  });
}

/** What was to come did not: the shop knows nothing of it, or even takes the order for paid. */
async function tellFailed(ctx: Context, { provider, names, at }: OrderReported, order: Order): Promise<void> {
  const card: OrderCard = (named, t, money) => {
    const title = t.card.paymentFailed(named.number, money(order.totalMinor));
    const by = t.channel(provider);
    if (isPaid(order)) return orderNewsCard(t, named, title, t.payment.failedThoughPaid(by));
    return withTell(t, orderNewsCard(t, named, title, t.card.wordMaySave), order);
  };
  const lead = await shakenBy(ctx.tx, order);
  await tell(ctx, `payment failed:${order.id}:${names[0]}:${at.getTime()}`, order, card, { itself: true, lead });
}

/** What had come, and was told as come, has not after all: nothing is sent for it, and nothing given back. */
async function tellNotCome(
  ctx: Context,
  event: OrderReported,
  { cameMinor, cameCurrency }: Order,
  order: Order,
): Promise<void> {
  if (isPaid(order)) return tellFailed(ctx, event, order);
  const { provider, names, at } = event;
  const card: OrderCard = (named, t, money) => {
    const title = t.payment.notComeAfterAll(named.number, money(cameMinor!, cameCurrency ?? order.currency));
    const news = orderNewsCard(
      t,
      named,
      title,
      t.payment.notComeNext[isOff(order) ? 'off' : 'open'](t.channel(provider)),
    );
    return isOff(order) ? news : withTell(t, news, order);
  };
  const lead = await shakenBy(ctx.tx, order);
  await tell(ctx, `payment failed:${order.id}:${names[0]}:${at.getTime()}`, order, card, { itself: true, lead });
}

/** That a refund failed the order's own shop may never say, nor that it is tried again. */
async function tellBack(
  ctx: Context,
  { provider }: OrderReported,
  order: Order,
  failed: readonly Refund[],
  unheard: BackUnheard | undefined,
): Promise<void> {
  for (const { externalId, failedMinor = '0' } of failed) await tellNotGone(ctx, order, externalId, failedMinor);
  if (!unheard || unheard.minor === '0') return;
  const { minor, reached } = unheard;
  const card: OrderCard = (named, t, money) => {
    const title = t.card.refunded(named.number, money(minor));
    return orderNewsCard(t, named, title, t.payment.saidByPayment(t.channel(provider)));
  };
  const lead = await shakenBy(ctx.tx, order);
  await tell(ctx, `refunded:${order.id}:payment to ${reached}`, order, card, {
    lead,
    news: newsOf('refunded', order, minor),
  });
}
