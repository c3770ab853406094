import type { Locale } from '../../text/locale.ts';
import { offerWordsIn } from '../../text/money/offer.ts';
import type { Context } from '../context.ts';
import { advertisingSubject } from '../people/advertising.ts';
import type { Campaign } from './campaign.ts';

/** A subject as it leaves: with the word for advertisements where the owner has that on, and not on a question or a wish that sells nothing. */
export const headedSubject = (
  { settings }: Pick<Context, 'settings'>,
  campaign: Pick<Campaign, 'asks' | 'purpose' | 'recipe' | 'variants'>,
  locale: Locale,
  subject: string,
): string =>
  campaign.asks || isOnlyWish(campaign)
    ? subject
    : advertisingSubject(settings, { locale, purpose: campaign.purpose }, subject);

/** A birthday wish with no offer in its words. */
const isOnlyWish = ({ recipe, variants }: Pick<Campaign, 'recipe' | 'variants'>): boolean =>
  recipe === 'birthday' && !Object.values(variants.of).some(({ subject, body }) => offerWordsIn(`${subject}\n${body}`));
