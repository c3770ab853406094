import { formatMoney } from '../../../text/money/money.ts';
import type { Context } from '../../context.ts';
import { orderNewsCard } from '../../desk/order_news_card.ts';
import { tellOwner } from '../../desk/tell.ts';
import type { Order } from '../../sell/order.ts';
import { shakenBy } from '../../sell/order_lead.ts';
import { type GoneBack, goneBack, type Report } from '../../sell/order_report.ts';
import { orderPaidBy } from '../../sell/payment/paid_by.ts';
import type { OrderReported } from '../../shop_event.ts';
import { tellNotGone } from './refund_news.ts';
import { isRecent, type OrderCard, tell } from './tell_order.ts';
import { byPaymentKey } from './told_by_payment.ts';

/** What a report says of money that went back, or did not after all, for an order that is not known here. */
export async function tellUnknownBack(ctx: Context, event: OrderReported, reports: readonly Report[]): Promise<void> {
  const { currency, test } = Object.assign({}, ...reports.map(({ says }) => says)) as OrderReported['says'];
  if (!currency || test || !isRecent(ctx, event.at)) return;
  const before = goneBack(reports.filter(({ isNew }) => !isNew));
  const now = goneBack(reports);
  const paid = await orderPaidBy(ctx.tx, event.connectionId, event.says.payments ?? []);
  if (paid && paid.currency === currency) return tellOfPayment(ctx, event, paid, before, now);
  const more = now.sum - before.sum;
  if (more === 0n) return;
  const sum = String(more > 0n ? more : -more);
  await tellOwner(
    ctx,
    `gone back unknown:${event.connectionId}:${event.names[0]}:${now.sum}:${event.at.getTime()}`,
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
 * then, as this is none where the shop has said it before. That a refund failed such a shop never says, nor that it is tried again.
 */
async function tellOfPayment(
  ctx: Context,
  { provider }: OrderReported,
  order: Order,
  before: GoneBack,
  now: GoneBack,
): Promise<void> {
  const failed = now.failed.filter((one) => !before.failed.some(({ externalId }) => externalId === one.externalId));
  for (const { externalId, failedMinor = '0' } of failed) await tellNotGone(ctx, order, externalId, failedMinor);
  const more = now.sum - before.sum;
  if (more < 0n && failed.length === 0) await tellNotGone(ctx, order, `by its payment to ${now.sum}`, String(-more));
  const isKnown = now.sum <= BigInt(order.refundedMinor) && now.failed.length === 0;
  if (more <= 0n || isKnown) return;
  const card: OrderCard = (named, t, money) => {
    const title = t.card.refunded(named.number, money(String(more)));
    return orderNewsCard(t, named, title, t.card.countedByShop(t.channel(provider)));
  };
  const key = byPaymentKey(order.id, String(now.sum), now.failed.length);
  await tell(ctx, key, order, card, { lead: await shakenBy(ctx.tx, order) });
}
