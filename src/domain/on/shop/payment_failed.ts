import type { Locale } from '../../../text/locale.ts';
import type { Texts } from '../../../text/texts.ts';
import { formatWhen } from '../../../text/when/format_when.ts';
import { type Context, clockOf } from '../../context.ts';
import { orderNewsCard, withTell } from '../../desk/order_news_card.ts';
import { type Field, withFields } from '../../reply.ts';
import { isReserved, type Order } from '../../sell/order.ts';
import { shakenBy } from '../../sell/order_lead.ts';
import { urgency } from '../../talk/urgent.ts';
import { newsOf, tell } from './tell_order.ts';

/**
 * Somebody who wanted to pay and could not is still there: a word in time saves the order. A reserved payment that was
 * released is no failure, also where we had not heard of the order, and for one that has expired we can still ask.
 */
export async function onPaymentFailed(
  ctx: Context,
  before: Order | undefined,
  order: Order,
  retryAt: Date | null | undefined,
): Promise<void> {
  const voided = order.payment === 'voided' && (before === undefined || isReserved(before));
  const released = voided || (before !== undefined && isReserved(before) && order.payment === 'expired');
  const urgent = voided ? undefined : urgency({ order });
  await tell(
    ctx,
    `payment failed:${order.id}:${order.payment}${retryAt === null ? ':last' : ''}`,
    order,
    (named, t, money, locale) => {
      const total = money(order.totalMinor);
      if (released) {
        const title = t.card[order.payment === 'expired' ? 'expired' : 'released'](named.number, total);
        return orderNewsCard(t, named, title);
      }
      const card = orderNewsCard(t, named, t.card.paymentFailed(named.number, total), t.card.wordMaySave);
      return withTell(t, { ...card, ...withFields(retryFields(ctx, t, locale, retryAt)) }, order);
    },
    {
      urgent,
      lead: await shakenBy(ctx.tx, order),
      ...(!released && { news: newsOf('payment_failed', order, order.totalMinor) }),
    },
  );
}

/** Whether somebody has to do something about it, or waiting is enough. */
function retryFields(ctx: Context, t: Texts, locale: Locale, retryAt: Date | null | undefined): Field[] {
  if (retryAt === undefined) return [];
  const value = retryAt === null ? t.card.noRetry : formatWhen(retryAt, clockOf(ctx, locale));
  return [{ label: t.card.retry, value }];
}
