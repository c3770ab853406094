import type { Fragment } from '../../db/sql.ts';
import type { Context } from '../context.ts';
import { Unclear } from '../people/filter.ts';
import { audienceOf, audienceRows } from './audience.ts';
import { type Campaign, changeCampaign } from './campaign.ts';

/** Contacts of one statement: even on a slow disk it is done long before the database gives a statement up. */
const RANGE = 200_000;

/**
 * Gives everybody of the audience, as it is now, their delivery: queued, or skipped and why. Of a campaign that is sent in parts all but
 * the first wait for the owner. The campaign is locked; it is done once.
 */
export async function planCampaign(ctx: Context, campaign: Campaign): Promise<Campaign> {
  if (campaign.plannedAt) return campaign;
  const audience = await audienceOf(ctx, campaign);
  if (audience instanceof Unclear) return changeCampaign(ctx, campaign, { state: 'paused', reason: 'unclear' });
  const { tx, now } = ctx;
  const [last] = await tx<{ id: string | null }>`select max(id) as id from contacts`;
  for (let from = 0; from <= Number(last?.id ?? -1); from += RANGE) {
    const within = tx`c.id >= ${from} and c.id < ${from + RANGE}`;
    await tx`
      insert into campaign_deliveries (campaign_id, contact_id, channel, address, locale, timezone, state, reason, arm, run_at)
      select ${campaign.id}, contact_id, ${campaign.channel}, address, locale, timezone,
        case when why is null then 'queued' else 'skipped' end, why,
        case when why is null then 'treated' when why = 'held_out' then why end,
        ${whenSent(ctx, campaign)}
      from (${audienceRows(ctx, audience, within)}) a order by contact_id
      on conflict (campaign_id, contact_id) do nothing`;
  }
  return changeCampaign(ctx, campaign, { plannedAt: now });
}

/** Of everybody in it: now, or of a campaign that is sent in parts: as good as by chance, and the same whoever asks. */
function whenSent({ tx, now }: Pick<Context, 'tx' | 'now'>, { id, share }: Campaign): Fragment {
  if (share === 100) return tx`${now}::timestamptz`;
  return tx`case
    when row_number() over (partition by why is null order by hashint8extended(contact_id, ${id}::bigint))
      <= ceil(count(*) over (partition by why is null) * ${share}::numeric / 100) then ${now} else 'infinity'
  end`;
}

/** Those who were left for later may get it now. */
export async function releaseRest({ tx, now }: Pick<Context, 'tx' | 'now'>, campaign: Campaign): Promise<void> {
  await tx`
    update campaign_deliveries set run_at = ${now}
    where campaign_id = ${campaign.id} and state = 'queued' and run_at = 'infinity'`;
}
