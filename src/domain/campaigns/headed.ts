import type { Locale } from '../../text/locale.ts';
import type { Context } from '../context.ts';
import { advertisingSubject } from '../people/advertising.ts';
import type { Campaign } from './campaign.ts';

/** A subject as it leaves: with the word for advertisements where the owner has that on, and not on a question that sells nothing. */
export const headedSubject = (
  { settings }: Pick<Context, 'settings'>,
  { asks, purpose }: Pick<Campaign, 'asks' | 'purpose'>,
  locale: Locale,
  subject: string,
): string => (asks ? subject : advertisingSubject(settings, { locale, purpose }, subject));
