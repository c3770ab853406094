import type { Locale } from '../../../text/locale.ts';
import { formatMoney } from '../../../text/money/money.ts';
import type { Texts } from '../../../text/texts.ts';
import type { Takings } from '../../sell/order_money.ts';

/** '3 orders, €90.00; €10.00 refunded: €80.00 left', in one currency. */
export function takingsLine(
  t: Texts,
  { currency, orders, totalMinor, refundedMinor }: Takings,
  locale: Locale,
): string {
  const money = (minor: string) => formatMoney(minor, currency, locale);
  const came = t.card.bought(orders, money(totalMinor));
  if (refundedMinor === '0') return came;
  const left = String(BigInt(totalMinor) - BigInt(refundedMinor));
  return t.digest.lessRefunds(orders > 0 ? came : undefined, money(refundedMinor), money(left));
}
