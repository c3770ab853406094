import type { Texts } from '../../../text/texts.ts';
import type { Context } from '../../context.ts';
import { contentsOf, withWords } from '../../desk/order_card.ts';
import { orderNewsCard } from '../../desk/order_news_card.ts';
import { noteEvent } from '../../sell/connection.ts';
import type { Order } from '../../sell/order.ts';
import { shakenBy } from '../../sell/order_lead.ts';
import type { OrderedArticle } from '../../sell/order_lines.ts';
import { noteOrder, type Report } from '../../sell/order_report.ts';
import { dropOrders } from '../../sell/payment/one_payment.ts';
import { reportsOfPayment } from '../../sell/payment/paid_by.ts';
import { type BackUnheard, hearBack, noteByPayment, type SaidBefore } from '../../sell/payment/payment_back.ts';
import type { OrderReported, Refund } from '../../shop_event.ts';
import { shopContact } from './buyer.ts';
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
  const [former] = await dropMade(ctx, event, reports);
  await noteOrder(tx, order.id, reports);
  const [row] = await tx<{ id: string }>`select connection_id as id from orders where id = ${order.id}`;
  const known = await reportsOfPayment(tx, { connectionId: row!.id, paidBy: order.paidBy });
  const failed = await noteByPayment(tx, order, known);
  const unheard = await hearBack(tx, order.id);
  if (former !== undefined) await tellOnePayment(ctx, order, former);
  const newest = reports.find(({ isNew }) => isNew)!;
  const { currency, test } = newest.says;
  if (test || !isRecent(ctx, event.at)) return OF_ANOTHER;
  if (currency !== undefined && currency !== order.currency && saysBack(newest))
    await tellOtherMoney(ctx, order, newest);
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
): Promise<string[]> {
  const ids = [...new Set(reports.flatMap(({ orderId }) => orderId ?? []))];
  const made = await tx<{ id: string; number: string }>`
    select id, number from orders where id = any(${ids}::bigint[]) and connection_id = ${connectionId} order by id`;
  await dropOrders(
    tx,
    made.map(({ id }) => id),
  );
  return made.map(({ number }) => number);
}

/** Two cards told of one payment: which of the numbers it goes by from now on, and that it counts once. */
export async function tellOnePayment(
  ctx: Context,
  order: Order,
  former: string,
  articles: readonly OrderedArticle[] = [],
): Promise<void> {
  const card: OrderCard = (named, t, _, locale) => {
    const news = orderNewsCard(t, named, t.payment.onePayment(named.number, former), t.payment.onePaymentCounts);
    return articles.length > 0 ? withWords(t, { ...news, ...contentsOf(t, locale, order, articles) }, order) : news;
  };
  await tell(ctx, `one payment:${order.id}:${former}`, order, card, { itself: true });
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

type MoneyText = (minor: string) => string;

/** What was said of an order's payment before the order came, in words. */
export function saidBeforeHint(t: Texts, { provider, backMinor, disputed }: SaidBefore, money: MoneyText): string {
  const by = t.channel(provider);
  return [
    ...(disputed ? [t.payment.disputedBefore[disputed](by)] : []),
    ...(backMinor === '0' ? [] : [t.payment.refundedBefore(money(backMinor), by)]),
  ].join(' ');
}

/** The same where nothing else is told of the order that it could stand on. */
export async function tellSaidBefore(ctx: Context, order: Order, said: SaidBefore): Promise<void> {
  const card: OrderCard = (named, t, money) => {
    const { backMinor } = said;
    const title =
      backMinor === '0' ? t.payment.paymentDisputed(named.number) : t.card.refunded(named.number, money(backMinor));
    return orderNewsCard(t, named, title, saidBeforeHint(t, said, money));
  };
  await tell(ctx, `said of its payment:${order.id}`, order, card, {
    itself: true,
    lead: await shakenBy(ctx.tx, order),
  });
}
