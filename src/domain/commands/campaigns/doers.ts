import type { Campaign } from '../../campaigns/campaign.ts';
import { doersOf, type Listed } from '../../campaigns/deeds.ts';
import type { Reply } from '../../reply.ts';
import type { CommandContext } from '../command.ts';
import { pageButtons } from '../paged.ts';
import { shown } from '../words/moment.ts';
import { pageIn } from '../words/words.ts';

const PAGE = 8;

/** Who did that with a campaign, a page of them; each opens the person. */
export async function doers(ctx: CommandContext, one: Campaign, what: Listed, words: string): Promise<Reply> {
  const { t } = ctx;
  const page = pageIn(words);
  const offset = (page - 1) * PAGE;
  const days = ctx.settings.campaignDays;
  const { total, people } = await doersOf(ctx.tx, one, what, { days, most: PAGE, offset });
  const pages = pageButtons(ctx, page, offset + PAGE < total, (to) => `/campaign ${one.id} ${what} ${to}`);
  const reason = (key: string | null) => (key && key in t.campaign.fail ? t.campaign.fail[key as FailKey] : undefined);
  return {
    title: t.campaign.doers(one.name, t.campaign.labels[what], total),
    ...(people.length > 0 && {
      lists: [
        {
          items: people.map(({ contactId, name, address, at, reason: why }) => ({
            text: [name, address].filter(Boolean).join(' · '),
            ref: `c${contactId}`,
            contactId,
            detail: [at && shown(ctx, at), what === 'failed' && reason(why)].filter(Boolean).join(' · '),
            buttons: [{ label: t.button.contact, command: `/contact c${contactId}` }],
          })),
        },
      ],
    }),
    buttons: [
      ...(pages.length > 0 ? [pages] : []),
      ...(what === 'clicked' || what === 'replied'
        ? [[{ label: t.campaign.button.didNot[what], command: `/campaign ${one.id} un${what}` }]]
        : []),
      [{ label: t.campaign.button.back, command: `/campaign ${one.id}`, turns: true }],
    ],
  };
}

type FailKey = keyof CommandContext['t']['campaign']['fail'];
