import { formatMoney } from '../../text/money/money.ts';
import type { Context } from '../context.ts';
import { orderNewsCard } from '../desk/order_news_card.ts';
import { tellOwner, wasTold } from '../desk/tell.ts';
import type { Order } from '../sell/order.ts';
import { shakenBy } from '../sell/order_lead.ts';
import type { OrderRefunded, Refund } from '../shop_event.ts';
import { isRecent, newsOf, type OrderCard, tell } from './tell_order.ts';

/** What has gone back lately of an order that was not heard of before. */
export async function tellFirstRefunds(ctx: Context, order: Order, refunds: readonly Refund[]): Promise<void> {
  if (order.deletedAt) return;
  for (const { externalId, minor, refundedAt } of refunds) {
    if (minor !== '0' && isRecent(ctx, refundedAt)) await tellRefund(ctx, order, externalId, minor);
  }
}

/**
 * A refund told by itself that cannot be counted yet: its order is not known here, or its money is not the order's. The order's next
 * version counts it, and is no news then.
 */
export async function tellUncounted(ctx: Context, event: OrderRefunded, order: Order | undefined): Promise<void> {
  const { currency, orderExternalId } = event;
  const { externalId, minor, refundedAt } = event.refund;
  if (minor === '0' || order?.deletedAt || !isRecent(ctx, refundedAt)) return;
  if (order) {
    const card: OrderCard = (named, t, _, locale) =>
      orderNewsCard(t, named, t.card.refunded(named.number, formatMoney(minor, currency, locale)));
    return tell(ctx, otherMoneyKey(order, externalId), order, card, { lead: await shakenBy(ctx.tx, order) });
  }
  await tellOwner(
    ctx,
    strangeKey(event, orderExternalId, externalId),
    (t, locale) => ({
      title: t.card.refundedUnknown(formatMoney(minor, currency, locale)),
      text: t.card.shopsNumber(orderExternalId),
      hint: t.card.countedLater,
    }),
    { notice: { kind: 'order' } },
  );
}

const otherMoneyKey = (order: Order, refundId: string): string => `refunded in other money:${order.id}:${refundId}`;

const strangeKey = ({ connectionId }: { connectionId: string }, orderId: string, refundId: string): string =>
  `refunded unknown:${connectionId}:${orderId}:${refundId}`;

/** Those the owner has not heard of before their order was known. */
export async function untold(
  ctx: Context,
  event: { connectionId: string },
  orderId: string,
  refunds: readonly Refund[],
): Promise<Refund[]> {
  const left: Refund[] = [];
  for (const refund of refunds) {
    if (!(await wasTold(ctx, strangeKey(event, orderId, refund.externalId)))) left.push(refund);
  }
  return left;
}

/**
 * What has gone back since: the refunds that are listed, else the difference that the order's sums make. Of one whose money has not left
 * yet (`underWay`) is told when it has.
 */
export async function tellRefunds(
  ctx: Context,
  before: Order,
  order: Order,
  refunds: readonly Refund[],
  underWay = false,
): Promise<void> {
  if (order.deletedAt) return;
  const more = BigInt(order.refundedMinor) - BigInt(before.refundedMinor);
  const listed = refunds.filter(({ minor }) => minor !== '0');
  const sum = listed.reduce((all, { minor }) => all + BigInt(minor), 0n);
  const unsaid = !underWay && listed.length === 0 && before.payment !== order.payment && isGivenBack(order);
  if (sum === more) {
    for (const { externalId, minor } of listed) await tellRefund(ctx, order, externalId, minor);
    if (unsaid && before.refundedMinor === '0') await tellRefund(ctx, order, order.payment, undefined);
  } else if (more > 0n) {
    await tellRefund(ctx, order, `to ${order.refundedMinor}`, String(more));
  }
}

const isGivenBack = ({ payment }: Order): boolean => payment === 'refunded' || payment === 'partially_refunded';

async function tellRefund(ctx: Context, order: Order, which: string, minor: string | undefined): Promise<void> {
  if (await wasTold(ctx, otherMoneyKey(order, which))) return;
  await tell(
    ctx,
    `refunded:${order.id}:${which}`,
    order,
    (named, t, money) =>
      orderNewsCard(t, named, t.card.refunded(named.number, minor === undefined ? '' : money(minor))),
    { ...(minor !== undefined && { news: newsOf('refunded', order, minor) }), lead: await shakenBy(ctx.tx, order) },
  );
}
