import type { Locale } from '../../../text/locale.ts';
import { formatDecimal, timesDecimal } from '../../../text/money/decimal.ts';
import { smsParts } from '../../../text/sms/parts.ts';
import { isByPhone, type ShortTexts } from '../../channel.ts';
import type { Context } from '../../context.ts';

/** In how many texts some words leave, as a user is shown it before they do. */
export interface ShownParts {
  count: number;
  /** How long they are, and how much one of so many holds; in the units that the alphabet counts in. */
  units: number;
  perPart: number;
  /** What they cost, where the settings say what one costs. */
  cost?: string;
}

/** Undefined where a message is one, however long. */
export function shownParts(
  { shortTexts, settings }: Pick<Context, 'shortTexts' | 'settings'>,
  channel: string,
  text: string,
  locale: Locale,
): ShownParts | undefined {
  if (!isByPhone(channel)) return undefined;
  const { alphabet, price } = shortTexts[channel] ?? {};
  const { count, units, perPart } = smsParts(text, alphabet);
  const cost = price && costOf(price, count, settings.currency, locale);
  return { count, units, perPart, ...(cost && { cost }) };
}

const costOf = (price: NonNullable<ShortTexts['price']>, count: number, currency: string, locale: Locale): string =>
  formatDecimal(timesDecimal(price.decimal, count), price.currency ?? currency, locale);

/** In how many texts the same words leave to `people`, reckoned from how some of them would read them. */
export function partsForMany(
  { shortTexts, settings }: Pick<Context, 'shortTexts' | 'settings'>,
  channel: string,
  { people, read }: { people: number; read: readonly string[] },
  locale: Locale,
): { count: number; most: number; cost?: string } | undefined {
  if (!isByPhone(channel) || read.length === 0) return undefined;
  const { alphabet, price } = shortTexts[channel] ?? {};
  const counts = read.map((text) => smsParts(text, alphabet).count);
  const count = Math.ceil((counts.reduce((sum, one) => sum + one, 0) * people) / read.length);
  const cost = price && costOf(price, count, settings.currency, locale);
  return { count, most: Math.max(...counts), ...(cost && { cost }) };
}
