import type { Fragment, Sql } from '../../../db/sql.ts';
import type { Context } from '../../context.ts';
import { Unclear } from '../../people/filter.ts';
import { EMAIL } from '../../people/sign.ts';
import { audienceOf, audienceRows } from '../audience.ts';
import { type Campaign, changeCampaign } from '../campaign.ts';
import { awaitsWinner } from '../versions/texts.ts';

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
    const { rows, runAt, version, compared } = drawn(ctx, campaign, audienceRows(ctx, audience, within));
    await tx`
      insert into campaign_deliveries (
        campaign_id, contact_id, channel, address, locale, timezone, state, reason, arm, run_at, version, compared
      )
      select ${campaign.id}, contact_id, ${campaign.channel}, address, locale, timezone,
        case when why is null then 'queued' else 'skipped' end, why,
        case when why is null then 'treated' when why = 'held_out' then why end,
        ${runAt}, ${version}, ${compared}
      from ${rows} order by contact_id`;
  }
  if (campaign.channel === EMAIL) await onceEachMailbox(ctx, campaign);
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

interface Drawn {
  rows: Fragment;
  /** When each gets it, which text, and whether that fell to them by chance. */
  runAt: Fragment;
  version: Fragment;
  compared: Fragment;
}

/** Whose turn it is, and who gets which text. What everybody gets at once, in the same words, needs no draw. */
function drawn({ tx, now }: Pick<Context, 'tx' | 'now'>, campaign: Campaign, people: Fragment): Drawn {
  const { second, trial, share } = campaign;
  if (!second && share === 100)
    return { rows: tx`(${people}) a`, runAt: tx`${now}::timestamptz`, version: tx`null`, compared: tx`false` };
  const compared = tx`(${second !== null} and why is null and nth <= tried)`;
  const rows = tx`(
    select a.*, count(*) over (partition by why is null) as total,
      row_number() over (partition by why is null order by ${byChance(tx, campaign)}) as nth
    from (${people}) a
  ) ranked cross join lateral (
    -- one alone could not get either text
    select greatest(least(total, 2), ceil(total * ${second ? trial : 100}::numeric / 100)) as tried
  ) t`;
  return {
    rows,
    runAt: tx`case when nth <= ceil(tried * ${share}::numeric / 100) then ${now} else 'infinity' end`,
    version: tx`case when ${compared} then ${versionAt(tx)} end`,
    compared,
  };
}

/** The order in which contacts come to their turn and to their text: as good as by chance, and the same whoever asks. */
export const byChance = (sql: Sql, { id }: Pick<Campaign, 'id'>): Fragment =>
  sql`hashint8extended(contact_id, ${id}::bigint)`;

/** Which of two texts the `nth` in that order gets: every other one the second, so that neither has more than one person more. */
export const versionAt = (sql: Sql): Fragment => sql`case when nth % 2 = 1 then 'a' else 'b' end`;

/** Those who were left for later may get it now; not those who wait until it is known which text is better. */
export async function releaseRest({ tx, now }: Pick<Context, 'tx' | 'now'>, campaign: Campaign): Promise<void> {
  await tx`
    update campaign_deliveries set run_at = ${now}
    where campaign_id = ${campaign.id} and state = 'queued' and run_at = 'infinity'
      and (version is not null or ${!awaitsWinner(campaign)})`;
}
