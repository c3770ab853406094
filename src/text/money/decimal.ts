import type { Locale } from '../locale.ts';
import { minorDigits } from './money.ts';

/** A text message costs $0.0079: what is below a minor unit is kept as a decimal, with so many digits at most. */
const MOST_DIGITS = 6;

/** So many times a decimal (`'0.0079'`), exactly. Throws a SyntaxError when it is no plain decimal. */
export function timesDecimal(decimal: string, times: number): string {
  const [whole = '', fraction = ''] = decimal.split('.');
  const digits = String(BigInt(whole + fraction) * BigInt(times)).padStart(fraction.length + 1, '0');
  const point = digits.length - fraction.length;
  return fraction === '' ? digits : `${digits.slice(0, point)}.${digits.slice(point)}`;
}

/** Made once: making one costs a hundred times what it does. */
const formats = new Map<string, Intl.NumberFormat>();

/** A decimal amount as people read it, with all its digits. */
export function formatDecimal(decimal: string, currency: string, locale: Locale): string {
  const key = `${locale} ${currency}`;
  const format =
    formats.get(key) ??
    new Intl.NumberFormat(locale, {
      style: 'currency',
      currency,
      minimumFractionDigits: minorDigits(currency),
      maximumFractionDigits: MOST_DIGITS,
    });
  formats.set(key, format);
  return format.format(decimal as Intl.StringNumericLiteral);
}
