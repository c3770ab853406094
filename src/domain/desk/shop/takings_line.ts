import type { Locale } from '../../../text/locale.ts';
import { formatMoney } from '../../../text/money/money.ts';
import type { Texts } from '../../../text/texts.ts';
import type { Takings } from '../../sell/order_money.ts';

/** '3 orders, €90.00; €10.00 refunded; the bank took €5.00: €75.00 left', in one currency. */
export function takingsLine(
  t: Texts,
  { currency, orders, totalMinor, refundedMinor, takenMinor }: Takings,
  locale: Locale,
): string {
  const money = (minor: string) => formatMoney(minor, currency, locale);
  const came = t.card.bought(orders, money(totalMinor));
  if (refundedMinor === '0' && takenMinor === '0') return came;
  const left = String(BigInt(totalMinor) - BigInt(refundedMinor) - BigInt(takenMinor));
  const gone = [
    ...(refundedMinor === '0' ? [] : [t.digest.refundedSum(money(refundedMinor))]),
    ...(takenMinor === '0' ? [] : [t.order.taken(money(takenMinor))]),
  ];
  return t.digest.lessGone([...(orders > 0 ? [came] : []), ...gone], money(left));
}
