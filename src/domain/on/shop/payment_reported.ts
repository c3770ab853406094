import type { Context } from '../../context.ts';
import { orderNewsCard } from '../../desk/order_news_card.ts';
import { noteEvent } from '../../sell/connection.ts';
import { loadOrders, type Order, orderState } from '../../sell/order.ts';
import { UNCHANGED } from '../../sell/order_change.ts';
import { shakenBy } from '../../sell/order_lead.ts';
import { noteOrder, type Report } from '../../sell/order_report.ts';
import { noteCame } from '../../sell/payment/came_in.ts';
import { dropInto } from '../../sell/payment/one_order.ts';
import { reportsOfPayment } from '../../sell/payment/paid_by.ts';
import { type BackUnheard, hearBack, noteByPayment } from '../../sell/payment/payment_back.ts';
import type { OrderReported, Refund } from '../../shop_event.ts';
import { shopContact } from './buyer.ts';
import { tellNews } from './order_news.ts';
import { tellOnePayment } from './payment_news.ts';
import { tellNotGone, tellOtherMoney } from './refund_news.ts';
import { isRecent, newsOf, type OrderCard, tell } from './tell_order.ts';

/** What whoever took its money reports of the payment of an order of another shop: it makes none of its own. */
export async function onPaymentReported(
  ctx: Context,
  event: OrderReported,
  reports: readonly Report[],
  order: Order & { paidBy: string },
): Promise<string> {
  const { tx } = ctx;
  await noteEvent(ctx, event.connectionId);
  // whoever paid is a customer there, whichever of the two came first
  const { customer, placedAt: since = event.at } = event.says;
  if (customer) await shopContact(ctx, { ...event, updatedAt: event.at, since }, customer);
  const [former] = await dropMade(ctx, event, reports, order.id);
  await noteOrder(tx, order.id, reports);
  const [row] = await tx<{ id: string }>`select connection_id as id from orders where id = ${order.id}`;
  const known = await reportsOfPayment(tx, { connectionId: row!.id, paidBy: order.paidBy });
  const isPaidBy = await noteCame(tx, order, known);
  const failed = await noteByPayment(tx, order, known);
  const unheard = await hearBack(tx, order.id);
  const [now] = await loadOrders(tx, [order.id]);
  if (former !== undefined) await tellOnePayment(ctx, now!, former);
  const newest = reports.find(({ isNew }) => isNew)!;
  const { currency, test } = newest.says;
  if (test || !isRecent(ctx, event.at)) return OF_ANOTHER;
  if (currency !== undefined && currency !== order.currency && saysBack(newest))
    await tellOtherMoney(ctx, order, newest);
  if (isPaidBy) await tellCame(ctx, event, order, now!);
  await tellBack(ctx, event, order, failed, unheard);
  return OF_ANOTHER;
}

const OF_ANOTHER = 'the payment of an order of another shop';

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
  if (order.cancelledAt || order.deletedAt) {
    const card: OrderCard = (named, t, money) =>
      orderNewsCard(
        t,
        named,
        t.payment.paidThoughCancelled(named.number, money(order.cameMinor ?? order.totalMinor)),
        t.payment.cancelledNext(t.channel(provider)),
      );
    return tell(ctx, `came though cancelled:${order.id}`, order, card, { itself: true });
  }
  const [key] = await ctx.tx<{ connectionId: string; externalId: string }>`
    select connection_id as "connectionId", external_id as "externalId" from orders where id = ${order.id}`;
  const state = await orderState(ctx.tx, key!);
  const saidBefore = { provider, backMinor: '0', disputed: undefined, isUnsaid: true };
  await tellNews(ctx, before, order, {
    ...{ paidNow: false, changedNow: true, mayWin: true, paidLater: undefined, retryAt: undefined, saidBefore },
    ...{ articles: state!.articles, change: UNCHANGED, version: 'paid elsewhere' },
  });
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
