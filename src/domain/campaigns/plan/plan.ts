import type { Context } from '../../context.ts';
import { Unclear } from '../../people/filter.ts';
import { EMAIL } from '../../people/sign.ts';
import { audienceOf, audienceRows } from '../audience.ts';
import { type Campaign, changeCampaign } from '../campaign.ts';
import { draw, isDrawn } from './draw.ts';

/** Contacts of one statement: even on a slow disk, and a machine with ten times as much to do, it is done before the database gives it up. */
const RANGE = 50_000;

/**
 * Gives everybody of the audience, as it is now, their delivery: queued, or skipped and why. Of a campaign that is sent in parts all but
 * the first wait for the owner. The campaign is locked; it is done once. Nobody has a delivery before, so a second one is an error:
 * `on conflict do nothing` would cost a quarter more for each.
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
        ${isDrawn(campaign) ? tx`case when why is null then 'infinity' else ${now}::timestamptz end` : tx`${now}::timestamptz`}
      from (${audienceRows(ctx, audience, within)}) a order by contact_id`;
  }
  if (campaign.channel === EMAIL) await onceEachMailbox(ctx, campaign);
  if (isDrawn(campaign)) await draw(ctx, campaign);
  return changeCampaign(ctx, campaign, { plannedAt: now });
}

/** Of several spellings of one mailbox (anna+news@, A.nna@gmail.com) one gets it: its reader is one. Only these are looked at, and what they mean. */
async function onceEachMailbox({ tx }: Pick<Context, 'tx'>, { id }: Campaign): Promise<void> {
  await tx`
    with planned as not materialized (
      select contact_id, address, address ~* '[+]|@(gmail|googlemail)[.]com$' as spelt from campaign_deliveries
      where campaign_id = ${id} and state = 'queued'
    ), spelt as materialized (
      select contact_id, mailbox(address) as mailbox from planned where spelt
    ), ranked as (
      select contact_id, row_number() over (partition by mailbox order by contact_id) as nth from (
        select * from spelt
        union all
        select contact_id, address from planned where not spelt and address in (select mailbox from spelt)
      ) alike
    )
    update campaign_deliveries d set state = 'skipped', reason = 'got_it', arm = null
    from ranked where d.campaign_id = ${id} and d.contact_id = ranked.contact_id and ranked.nth > 1`;
}
