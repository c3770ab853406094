import type { Locale } from '../../../text/locale.ts';
import { formatDecimal, timesDecimal } from '../../../text/money/decimal.ts';
import { smsParts } from '../../../text/sms/parts.ts';
import { isByPhone } from '../../channel.ts';
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
  const currency = price?.currency ?? settings.currency;
  const cost = price && formatDecimal(timesDecimal(price.decimal, count), currency, locale);
  return { count, units, perPart, ...(cost && { cost }) };
}
