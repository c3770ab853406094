import { formatMoney } from '../../../text/money/money.ts';
import type { Context } from '../../context.ts';
import { tellOwner } from '../../desk/tell.ts';
import type { Order } from '../../sell/order.ts';
import { goneBack, type Report } from '../../sell/order_report.ts';
import type { OrderReported } from '../../shop_event.ts';
import { isRecent } from './tell_order.ts';

/**
 * What a report says of money that went back, or did not after all, for an order that is not known here. `several`: the orders of other
 * shops that its payment was for, where it does not say of which.
 */
export async function tellUnknownBack(
  ctx: Context,
  event: OrderReported,
  reports: readonly Report[],
  several: readonly Order[] = [],
): Promise<void> {
  const { currency, test } = Object.assign({}, ...reports.map(({ says }) => says)) as OrderReported['says'];
  if (!currency || test || !isRecent(ctx, event.at)) return;
  const before = goneBack(reports.filter(({ isNew }) => !isNew));
  const now = goneBack(reports);
  const more = now.sum - before.sum;
  if (more === 0n) return;
  const sum = String(more > 0n ? more : -more);
  const numbers = several.map(({ number }) => number);
  await tellOwner(
    ctx,
    `gone back unknown:${event.connectionId}:${event.names[0]}:${now.sum}:${event.at.getTime()}`,
    (t, locale) => {
      const amount = formatMoney(sum, currency, locale);
      const hint = more > 0n ? t.card.countedLater : t.card.refundStillOpen;
      if (numbers.length > 0)
        return { title: t.payment[more > 0n ? 'refundedOneOf' : 'refundFailedOneOf'](amount, t.inARow(numbers)), hint };
      const title = t.card[more > 0n ? 'refundedUnknown' : 'refundFailedUnknown'](amount);
      return { title, text: t.card.shopsNumber(event.names[0]!), hint };
    },
    { notice: { kind: 'order' } },
  );
}
