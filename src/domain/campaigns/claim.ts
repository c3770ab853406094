import { errorCode, isAway } from '../../db/errors.ts';
import type { Fragment, Sql } from '../../db/sql.ts';
import type { Locale } from '../../text/locale.ts';
import { isoDay, wallTime } from '../../text/when/zone.ts';
import type { Context } from '../context.ts';
import { ASKED_AGAIN_MS, PASSING, whySkipped } from './audience.ts';
import { type Campaign, campaignsAtWork, loadCampaign } from './campaign.ts';
import { mostOnDay } from './estimate.ts';
import { type Rules, rulesFor } from './rules.ts';
import { senderOf } from './sender.ts';
import { tellLate } from './sequences/late.ts';
import { whyStopped } from './sequences/stop.ts';
import { giveBack } from './today.ts';
import type { Version } from './versions/version.ts';

/** A delivery whose mail is about to leave: `sending` is committed before its first byte. */
export interface Claimed {
  /** Of the delivery: it stays the same where its person is joined with another. */
  id: string;
  campaignId: string;
  contactId: string;
  address: string;
  locale: Locale;
  /** Which of two texts they get; null: there is one alone. */
  version: Version | null;
  attempts: number;
}

export interface Claim {
  rows: Claimed[];
  campaign?: Campaign;
  /** Nothing can be claimed for so many ms, because of the pace; 0: there was nothing, or there may be more. */
  waitMs: number;
}

export interface Claiming {
  channel: string;
  /** Under which number this process holds what it claims. */
  instance: number;
  /** Deliveries of one claim. */
  most: number;
  /** How long a holder that lives may take before its deliveries are in doubt. */
  leaseSeconds: number;
}

/** One claims at a time, in any process: what it counts (a week's campaigns, a day's mails) holds until it has committed. */
const CLAIMS = 85_001;
const DAY_MS = 24 * 3_600_000;
/** No claim is followed by a longer rest: at least one leaves in a minute. What says so was written by a clock that was ahead. */
const LONGEST_REST_MS = 60_000;

/** Until the transaction ends nobody claims. */
export async function lockClaims(sql: Sql): Promise<void> {
  await sql`select pg_advisory_xact_lock(${CLAIMS})`;
}

/**
 * Claims the next deliveries of the campaign whose turn it is (`inTurn`). Whose address it is, consent, blocks and the weekly cap are asked again here,
 * in the transaction that commits `sending`: whoever may not be written to by now is skipped, and whose hour it is not waits for their
 * morning.
 */
export async function claimDeliveries(ctx: Context, claiming: Claiming): Promise<Claim> {
  await lockClaims(ctx.tx);
  const atWork = (await campaignsAtWork(ctx.tx)).filter(
    ({ state, plannedAt, channel }) => state === 'running' && plannedAt && channel === claiming.channel,
  );
  await skipLate(ctx, atWork);
  const campaigns = await inTurn(ctx, atWork);
  if (campaigns.length === 0) return { rows: [], waitMs: 0 };
  const rules = await rulesFor(ctx, claiming.channel);
  const { room, waitMs } = await roomOf(ctx, claiming, rules);
  if (room === 0) return { rows: [], waitMs };
  for (const campaign of campaigns) {
    const looked = await ofCampaign(campaign, () => look(ctx, campaign, { ...claiming, most: room }, rules));
    const rows = looked.filter(({ taken }) => taken).map(({ taken: _, ...row }) => row);
    if (rows.length > 0) await spend(ctx, claiming, rules, rows.length);
    if (looked.length > 0) return { rows, campaign, waitMs: 0 };
  }
  return { rows: [], waitMs: 0 };
}

/** What is wrong with one campaign, so that it holds up no other: `haltAtFault` lets it wait for its owner. */
export class CampaignFault extends Error {
  readonly campaignId: string;

  constructor(campaignId: string, cause: unknown) {
    super(`campaign ${campaignId} cannot be looked at`, { cause });
    this.campaignId = campaignId;
  }
}

/** PostgreSQL lets another transaction go on before this one (serialization, deadlock, lock not available, canceled): it is tried again. */
const RIVALS = ['40001', '40P01', '55P03', '57014'];

/** @throws CampaignFault where the error is of the campaign, and no database's that is away or busy */
async function ofCampaign<T>({ id }: Pick<Campaign, 'id'>, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (isAway(error) || RIVALS.includes(errorCode(error) ?? '')) throw error;
    throw new CampaignFault(id, error);
  }
}

/** What has a deadline comes first, the nearest before the others; the rest have time, the oldest campaign first. */
async function inTurn({ tx, now }: Context, campaigns: readonly Campaign[]): Promise<Campaign[]> {
  const ids = campaigns.filter(({ sequenceId }) => sequenceId).map(({ id }) => id);
  if (ids.length === 0) return [...campaigns];
  const rows = await tx<{ id: string; at: Date }>`
    select id, at from unnest((select ${ids}::bigint[])) o (id) cross join lateral (
      select expires_at as at from campaign_deliveries d
      where d.campaign_id = o.id and state = 'queued' and run_at <= ${now} and expires_at is not null order by expires_at limit 1
    ) nearest`;
  const deadlines = new Map(rows.map(({ id, at }) => [id, at.getTime()]));
  const deadline = ({ id }: Campaign) => deadlines.get(id) ?? Number.MAX_SAFE_INTEGER;
  return campaigns.toSorted((one, other) => deadline(one) - deadline(other));
}

/** Whose step is over by now gets nothing, and the owner is told how many they are, whether or not anything may leave. */
async function skipLate(ctx: Context, campaigns: readonly Campaign[]): Promise<void> {
  const ids = campaigns.filter(({ sequenceId }) => sequenceId).map(({ id }) => id);
  if (ids.length === 0) return;
  const late = await ctx.tx<{ sequenceId: string; count: number }>`
    with late as (
      update campaign_deliveries set state = 'skipped', reason = 'late'
      where campaign_id = any(${ids}::bigint[]) and state = 'queued' and expires_at < ${ctx.now} returning campaign_id
    )
    select c.sequence_id as "sequenceId", count(*)::int as count from late join campaigns c on c.id = late.campaign_id group by 1`;
  for (const { sequenceId, count } of late) await tellLate(ctx, sequenceId, count);
}

/** Looks at those whose turn it is, and takes, skips or puts off each of them. */
async function look(
  { tx, now }: Context,
  campaign: Campaign,
  { most, instance, leaseSeconds }: Claiming,
  rules: Rules,
): Promise<(Claimed & { taken: boolean })[]> {
  return tx<Claimed & { taken: boolean }>`
    with due as materialized (
      select id from campaign_deliveries
      where campaign_id = ${campaign.id} and state = 'queued' and run_at <= ${now}
      order by run_at, contact_id limit ${most} for update skip locked
    ), judged as materialized (
      select delivery.id, ${whyLeftOut(tx, campaign, { now, rules })} as why, l.*
      -- by the id alone: of a campaign that has just been planned the planner believes that it has next to nobody
      from due cross join lateral (select * from campaign_deliveries own where own.id = due.id offset 0) delivery
      cross join lateral (${rules.hours ? dayThere(tx, now, rules.hours) : anyHour(tx)}) l
    ), turn as (
      select id, case when not ${waits(tx, campaign)} then why end as why, why is null and is_day as taken,
        case when ${waits(tx, campaign)} then ${new Date(now.getTime() + ASKED_AGAIN_MS)} else opens end as opens
      from judged
    )
    update campaign_deliveries d set
      state = case when why is not null then 'skipped' when taken then 'sending' else 'queued' end,
      reason = why,
      run_at = case when taken or why is not null then run_at else opens end,
      attempts = attempts + taken::int,
      sent_at = case when taken then ${now}::timestamptz end,
      claimed_by = case when taken then ${instance}::int end,
      locked_until = case when taken then now() + ${leaseSeconds} * interval '1 s' end
    from turn where d.id = turn.id
    returning d.id, d.campaign_id as "campaignId", d.contact_id as "contactId", d.address, d.locale, d.version, d.attempts, taken`;
}

/** Whether what keeps somebody from a step of a sequence passes by itself: it waits for that while it is its time. */
const waits = (sql: Sql, { sequenceId }: Campaign): Fragment =>
  sequenceId ? sql`coalesce(why = any(${[...PASSING]}::text[]), false)` : sql`false`;

const anyHour = (sql: Sql): Fragment => sql`select true as is_day, null::timestamptz as opens`;

/** Why whom `delivery` is for gets nothing after all; null: they get it. */
function whyLeftOut(sql: Sql, campaign: Campaign, { now, rules }: { now: Date; rules: Rules }): Fragment {
  const who = { contactId: sql`delivery.contact_id`, channel: sql`delivery.channel`, address: sql`delivery.address` };
  const ofSequence = campaign.sequenceId ? whyOver(sql, now) : sql`null`;
  return sql`coalesce(${whyGone(sql)}, ${whySkipped(sql, who, campaign, { now, rules, ...(campaign.sequenceId && { entryId: sql`delivery.entry_id` }) })}, ${ofSequence})`;
}

/**
 * Asks again of what was claimed a while ago, right before it is handed over: whoever may not be written to by now is skipped. Gives the
 * ids of those that are still held and still leave; undefined: their campaign has been halted.
 */
export async function stillLeaving(
  ctx: Context,
  { id }: Pick<Campaign, 'id'>,
  { instance, ids }: { instance: number; ids: readonly string[] },
): Promise<Set<string> | undefined> {
  const { tx, now } = ctx;
  const campaign = await loadCampaign(tx, id);
  if (campaign?.state !== 'running') return undefined;
  const rules = await rulesFor(ctx, campaign.channel);
  // found by the id: of a campaign that has just been planned the planner believes that it has next to nobody
  const taken = tx`
    delivery.campaign_id + 0 = ${id} and delivery.id = any((select ${[...ids]}::bigint[])::bigint[])
    and delivery.state = 'sending' and delivery.claimed_by = ${instance}`;
  // a statement that waits sees all other rows as they were before: what they say is read by the next one
  await tx`select from campaign_deliveries delivery where ${taken} order by id for update`;
  const rows = await ofCampaign(
    campaign,
    () => tx<{ id: string; why: string | null }>`
    with judged as materialized (
      select delivery.id, ${whyLeftOut(tx, campaign, { now, rules })} as why
      from campaign_deliveries delivery where ${taken}
    ), skipped as (
      update campaign_deliveries d set
        state = case when ${waits(tx, campaign)} then 'queued' else 'skipped' end,
        reason = case when not ${waits(tx, campaign)} then why end,
        run_at = case when ${waits(tx, campaign)} then ${new Date(now.getTime() + ASKED_AGAIN_MS)} else run_at end,
        attempts = d.attempts - 1, sent_at = null, claimed_by = null, locked_until = null
      from judged where d.id = judged.id and why is not null
    )
    select id, why from judged`,
  );
  await giveBack(ctx, campaign.channel, rows.filter(({ why }) => why !== null).length);
  if (campaign.sequenceId) await tellLate(ctx, campaign.sequenceId, rows.filter(({ why }) => why === 'late').length);
  return new Set(rows.filter(({ why }) => why === null).map((row) => row.id));
}

/**
 * Whether whom `delivery` is for may be written to at this hour, and when that is next asked. Who may live by any of several clocks waits
 * until it is day by all of them; where it never is, the first counts.
 */
export function dayThere(sql: Sql, now: Date, { from, to }: Record<'from' | 'to', number | Fragment>): Fragment {
  return sql`
    select bool_and(local >= opens and local < closes) as is_day,
      max((case when local < opens then opens when local < closes then local else opens + interval '1 day' end) at time zone zone) as opens
    from (
      select zone, nth, local, local::date + make_interval(mins => ${from}::int) as opens, local::date + make_interval(mins => ${to}::int) as closes,
        max(local) over () - min(local) over () as apart
      from string_to_table(delivery.timezone, ' ') with ordinality z (zone, nth)
      cross join lateral (select ${now}::timestamptz at time zone zone as local) l
    ) clocks
    where nth = 1 or apart < make_interval(mins => ${to}::int - ${from}::int)`;
}

/** The address that was planned for whom `delivery` is for has been taken off them since, or is somebody else's. */
export const whyGone = (sql: Sql): Fragment => sql`case when not exists (
  select from contact_identities own
  where own.channel = delivery.channel and own.address = delivery.address and own.contact_id = delivery.contact_id
) then 'no_address' end`;

/** Why a step of a sequence is not worth sending any more to whom `delivery` is for: what ends it, or that its time is over. */
export const whyOver = (sql: Sql, now: Date): Fragment => sql`coalesce(
  (select ${whyStopped(sql, sql`e`)} from sequence_entries e where e.id = delivery.entry_id),
  case when delivery.expires_at < ${now} then 'late' end
)`;

/** How many may leave now: by the pace, the day's limit and the warm-up. The row is locked. */
async function roomOf(
  ctx: Context,
  { channel, most }: Claiming,
  rules: Rules,
): Promise<{ room: number; waitMs: number }> {
  const { tx, now, settings } = ctx;
  const { pace } = rules;
  const { day, minutes } = wallTime(now, settings.timezone);
  const today = isoDay(day);
  const [sender] = await tx<{ sent: number; days: number; freeAt: Date }>`
    insert into campaign_senders as s (channel, address, day, free_at) values (${channel}, ${senderOf(ctx, channel)}, ${today}, ${now})
    on conflict (channel, address) do update set
      days = s.days + (s.sent > 0 and s.day < excluded.day)::int,
      sent = case when s.day < excluded.day then 0 else s.sent end,
      -- further ahead than any place on earth: by a clock that was
      day = case when s.day > excluded.day + 1 then excluded.day else greatest(s.day, excluded.day) end
    returning sent, days, free_at as "freeAt"`;
  const { sent, days, freeAt } = sender!;
  const left = mostOnDay(days, rules) - sent;
  if (left <= 0) return { room: 0, waitMs: DAY_MS - minutes * 60_000 };
  const early = freeAt.getTime() - now.getTime();
  if (early > 0 && early <= LONGEST_REST_MS) return { room: 0, waitMs: early };
  const atOnce = pace.perMinute === undefined ? most : Math.max(1, Math.ceil(pace.perMinute / 60));
  return { room: Math.min(most, left, atOnce), waitMs: 0 };
}

async function spend(ctx: Context, { channel }: Claiming, { pace }: Rules, count: number): Promise<void> {
  const { tx, now } = ctx;
  const ms = pace.perMinute === undefined ? 0 : (count * 60_000) / pace.perMinute;
  await tx`
    update campaign_senders set sent = sent + ${count}, free_at = ${new Date(now.getTime() + ms)}
    where channel = ${channel} and address = ${senderOf(ctx, channel)}`;
}
