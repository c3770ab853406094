import type { Texts } from '../../../text/texts.ts';
import type { SkipReason } from '../audience.ts';
import type { Campaign } from '../campaign.ts';

/** Why somebody gets nothing: of those who have not agreed, to what. */
export const skipShown = (t: Texts, { purpose }: Pick<Campaign, 'purpose'>, reason: SkipReason): string =>
  reason === 'no_consent' ? t.campaign.notAgreed(t.consent.purpose[purpose]) : t.campaign.skip[reason];
