import type { Tx } from '../../../db/sql.ts';
import { type Locale, locales } from '../../../text/locale.ts';
import { texts } from '../../../text/texts.ts';
import type { Context } from '../../context.ts';
import { askEach, PURPOSES, type Purpose } from '../../people/consent.ts';
import { namedTo, wordsFor } from '../../people/preferences/question.ts';
import type { Variants } from '../../templates/compile.ts';
import { askedBy } from '../audience.ts';
import type { Campaign } from '../campaign.ts';
import type { Claimed } from '../claim.ts';
import { CONFIRM_PAGE } from '../words.ts';

/** To what a campaign that asks asks people to agree: to news and offers, and to what it was made for. */
export const purposesOf = ({ purpose }: Pick<Campaign, 'purpose'>): Purpose[] =>
  PURPOSES.filter((one) => one !== 'reminders' || one === purpose);

/** What it says, in every language: who asks, and the link to the page where they agree. */
export function questionIn(
  { settings: { locale, businessName } }: Pick<Context, 'settings'>,
  asking: Pick<Campaign, 'purpose'>,
): Variants {
  const business = businessName && '{{ shop.name }}';
  const of = locales.map((one) => {
    const { confirm: t } = texts(one).webForm;
    const what = namedTo(one, purposesOf(asking));
    return [one, { subject: t.subject(business, what), body: t.again(business, what, `[${t.yes}](${CONFIRM_PAGE})`) }];
  });
  return { fallback: locale, of: Object.fromEntries(of) };
}

/**
 * Where each of them agrees, by their address; of a campaign that asks nothing: nowhere. That they are asked is noted before it leaves;
 * whose mail was put back keeps their page.
 */
export async function confirmUrls(
  ctx: Pick<Context, 'tx' | 'now' | 'random' | 'settings' | 'publicUrl'>,
  campaign: Campaign,
  deliveries: readonly Pick<Claimed, 'contactId' | 'address' | 'locale'>[],
): Promise<Map<string, string>> {
  if (!campaign.asks) return new Map();
  const purposes = purposesOf(campaign);
  const words = (locale: Locale) => wordsFor(ctx, { locale, purposes });
  const { channel, id } = campaign;
  const tokens = await askEach(ctx, deliveries, { channel, purposes, words, source: askedBy(id) });
  return new Map([...tokens].map(([address, token]) => [address, `${ctx.publicUrl}/c/${token}`]));
}

/** How many have agreed because it asked them. */
export async function countAgreed(tx: Tx, { id, plannedAt }: Pick<Campaign, 'id' | 'plannedAt'>): Promise<number> {
  const [row] = await tx<{ count: number }>`
    select count(distinct contact_id)::int as count from consents
    where asked_at >= ${plannedAt} and source = ${askedBy(id)} and confirmed_at is not null and withdrawn_at is null`;
  return row!.count;
}
