import type { Tx } from '../../../db/sql.ts';
import type { Context } from '../../context.ts';
import { type Filter, Unclear } from '../../people/filter/filter.ts';
import { EMAIL } from '../../people/sign.ts';
import { audienceOf, audienceRows, audienceWithin, filterOf } from '../audience.ts';
import { type Campaign, changeCampaign, LOCKED, loadCampaign } from '../campaign.ts';
import { draw, isDrawn } from './draw.ts';

/** Contacts of one statement: even on a slow disk, and a machine with ten times as much to do, it is done before the database gives it up. */
const RANGE = 50_000;

/** How far the plan of a campaign is that is still being made. */
interface Plan {
  /** From which contact's number on nobody has a delivery yet. */
  nextId: string;
  /** Percent that are held out in fact; null: that has not been asked yet. */
  holdout: number | null;
  /** The campaign was halted meanwhile: what there is of the plan goes. */
  givenUp: boolean;
}

/** Its plan is made from now on (`planFurther`). The campaign is locked and runs. */
export async function beginPlan({ tx }: Pick<Context, 'tx'>, { id }: Pick<Campaign, 'id'>): Promise<void> {
  await tx`insert into campaign_plans (campaign_id) values (${id}) on conflict do nothing`;
}

/** What a step of a plan came to: there are more; it is ready; nobody can be planned for, because of a word; there was nothing to do. */
export type Planned =
  | { is: 'more' }
  | { is: 'ready'; campaign: Campaign }
  | { is: 'unclear'; campaign: Campaign }
  | { is: 'none' };

/**
 * Takes a plan a step further, each in a transaction of its own: everybody of the audience within a range of numbers is given their
 * delivery, queued, or skipped and why; behind the last it is drawn who gets it first. The campaign's row is not held meanwhile, so that
 * whoever halts it waits for no plan: a trigger then gives the plan up, and the next step throws away what there is of it.
 */
export async function planFurther(ctx: Context, id: string): Promise<Planned> {
  const { tx } = ctx;
  if (!(await isOnlyOne(tx, id))) return { is: 'none' };
  const [plan] = await tx<Plan>`
    select next_id as "nextId", holdout, given_up as "givenUp" from campaign_plans where campaign_id = ${id}`;
  const campaign = plan && (await loadCampaign(tx, id));
  if (!campaign) return { is: 'none' };
  if (plan.givenUp) return throwAway(tx, id);
  const [last] = await tx<{ id: string | null }>`select max(id) as id from contacts`;
  if (Number(plan.nextId) > Number(last?.id ?? -1)) return finish(ctx, campaign);
  const filter = await filterOf(ctx, campaign.audience ?? '');
  if (filter instanceof Unclear)
    return whileRunning(ctx, campaign, async (locked) => ({ is: 'unclear', campaign: locked }));
  await planRange(ctx, campaign, filter, plan);
  return { is: 'more' };
}

/** No two make the same plan: whoever comes second has nothing to do. */
async function isOnlyOne(tx: Tx, id: string): Promise<boolean> {
  const [row] = await tx<{ got: boolean }>`
    select pg_try_advisory_xact_lock(hashtextextended(${`campaign plan:${id}`}, 0)) as got`;
  return row!.got;
}

async function planRange(ctx: Context, campaign: Campaign, filter: Filter, { nextId, holdout }: Plan): Promise<void> {
  const { tx, now } = ctx;
  const [from, to] = [Number(nextId), Number(nextId) + RANGE];
  const within = tx`c.id >= ${from} and c.id < ${to}`;
  const heldOut = holdout ?? (await heldOutOf(ctx, campaign));
  const audience = { ...(await audienceWithin(ctx, campaign, within)), filter, holdout: heldOut };
  // whoever was planned and has been merged into somebody of this range since has a delivery; `on conflict do nothing` would cost a quarter more
  const planned = tx`
    select contact_id from campaign_deliveries
    where campaign_id = ${campaign.id} and contact_id >= ${from} and contact_id < ${to}`;
  const waits = isDrawn(campaign) ? tx`'infinity'::timestamptz` : tx`${now}::timestamptz`;
  await tx`
    insert into campaign_deliveries (campaign_id, contact_id, channel, address, locale, timezone, state, reason, arm, run_at)
    select ${campaign.id}, contact_id, ${campaign.channel}, address, locale, timezone,
      case when why is null then 'queued' else 'skipped' end, why,
      case when why is null then 'treated' when why = 'held_out' then why end,
      case when why is null then ${waits} else ${now}::timestamptz end
    from (${audienceRows(ctx, audience, within)}) a where contact_id not in (${planned}) order by contact_id`;
  await tx`update campaign_plans set next_id = ${to}, holdout = ${heldOut} where campaign_id = ${campaign.id}`;
}

/** Percent that are held out in fact: asked once, so that it is the same in each range. */
async function heldOutOf(ctx: Context, campaign: Campaign): Promise<number> {
  const audience = await audienceOf(ctx, campaign);
  return audience instanceof Unclear ? 0 : audience.holdout;
}

/** Everybody has a delivery: who gets it first is drawn, and it begins to leave. */
async function finish(ctx: Context, campaign: Campaign): Promise<Planned> {
  if (campaign.channel === EMAIL) await onceEachMailbox(ctx, campaign);
  if (isDrawn(campaign)) await draw(ctx, campaign);
  return whileRunning(ctx, campaign, async (locked) => {
    await ctx.tx`delete from campaign_plans where campaign_id = ${locked.id}`;
    return { is: 'ready', campaign: await changeCampaign(ctx, locked, { plannedAt: ctx.now }) };
  });
}

/** Only now the row is held: the campaign may have been halted while its people were looked at. */
async function whileRunning(
  { tx }: Context,
  { id }: Campaign,
  work: (locked: Campaign) => Promise<Planned>,
): Promise<Planned> {
  const locked = await loadCampaign(tx, id, LOCKED(tx));
  const [plan] = await tx`select from campaign_plans where campaign_id = ${id} and not given_up`;
  return locked && plan ? work(locked) : { is: 'more' };
}

async function throwAway(tx: Tx, id: string): Promise<Planned> {
  const gone = await tx`
    delete from campaign_deliveries where campaign_id = ${id} and contact_id in (
      select contact_id from campaign_deliveries where campaign_id = ${id} limit ${RANGE}
    ) returning 1`;
  if (gone.length === RANGE) return { is: 'more' };
  await tx`delete from campaign_plans where campaign_id = ${id}`;
  return { is: 'none' };
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
