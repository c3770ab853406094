import { formatMoney } from '../../../text/money/money.ts';
import type { Context } from '../../context.ts';
import { orderNewsCard } from '../../desk/order_news_card.ts';
import { tellOwner } from '../../desk/tell.ts';
import type { Order } from '../../sell/order.ts';
import { shakenBy } from '../../sell/order_lead.ts';
import { goneBack, type Report } from '../../sell/order_report.ts';
import { orderPaidBy } from '../../sell/paid_by.ts';
import type { OrderReported } from '../../shop_event.ts';
import { isRecent, type OrderCard, tell } from './tell_order.ts';

/** What a report says of money that went back, or did not after all, for an order that is not known here. */
export async function tellUnknownBack(ctx: Context, event: OrderReported, reports: readonly Report[]): Promise<void> {
  const { currency, test } = Object.assign({}, ...reports.map(({ says }) => says)) as OrderReported['says'];
  const [before, now] = [reports.filter(({ isNew }) => !isNew), reports].map(goneBack);
  const more = now! - before!;
  if (!currency || test || more === 0n || !isRecent(ctx, event.at)) return;
  const names = [...new Set(reports.flatMap((one) => one.names))];
  const paid = await orderPaidBy(ctx.tx, names);
  if (paid && paid.currency === currency) return tellOfPayment(ctx, event, paid, { more, now: now! });
  const sum = String(more > 0n ? more : -more);
  await tellOwner(
    ctx,
    `gone back unknown:${event.connectionId}:${event.names[0]}:${now}:${event.at.getTime()}`,
    (t, locale) => ({
      title: t.card[more > 0n ? 'refundedUnknown' : 'refundFailedUnknown'](formatMoney(sum, currency, locale)),
      text: t.card.shopsNumber(event.names[0]!),
      hint: more > 0n ? t.card.countedLater : t.card.refundStillOpen,
    }),
    { notice: { kind: 'order' } },
  );
}

/**
 * Money that went back by whoever took it, for an order of another shop, which counts it once that shop says so too: that is no news
 * then, as this is none where the shop has said it before.
 */
async function tellOfPayment(
  ctx: Context,
  { provider }: OrderReported,
  order: Order,
  { more, now }: { more: bigint; now: bigint },
): Promise<void> {
  if (more < 0n || now <= BigInt(order.refundedMinor)) return;
  const card: OrderCard = (named, t, money) => {
    const title = t.card.refunded(named.number, money(String(more)));
    return orderNewsCard(t, named, title, t.card.countedByShop(t.channel(provider)));
  };
  await tell(ctx, byPaymentKey(order.id, String(now)), order, card, { lead: await shakenBy(ctx.tx, order) });
}

/** Under which key the owner knows from whoever took its money that all of what has gone back of an order has. */
export const byPaymentKey = (orderId: string, total: string): string =>
  `refunded by its payment:${orderId}:to ${total}`;
