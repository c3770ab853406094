import { isDrawable } from '../../../../lib/picture/canvas.ts';
import { formatMoney, plainDecimal } from '../../../../text/money/money.ts';
import type { CommandContext } from '../../command.ts';

/** A whole unit of a currency in minor units. */
export const wholeUnit = (currency: string): bigint =>
  10n ** BigInt(plainDecimal('1', currency).split('.')[1]?.length ?? 0);

/** What of these can be drawn; `instead`, where that is nothing. */
export const drawable = (parts: readonly string[], instead: string): string =>
  parts.filter(isDrawable).join(' · ') || instead;

/** In whole units, half a unit rounded up; a currency whose sign cannot be drawn is named. */
export function wholeMoney({ locale }: Pick<CommandContext, 'locale'>, minor: bigint, currency: string): string {
  const unit = wholeUnit(currency);
  const units = (minor + unit / 2n) / unit;
  const shown = formatMoney(String(units * unit), currency, locale).replace(/\.0+$/u, '');
  return isDrawable(shown) ? shown : `${currency} ${String(units).replace(/\B(?=(?:\d{3})+$)/gu, ',')}`;
}
