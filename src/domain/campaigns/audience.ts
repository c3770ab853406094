import type { Fragment, Sql } from '../../db/sql.ts';
import type { Locale } from '../../text/locale.ts';
import type { Context } from '../context.ts';
import { type Filter, Unclear } from '../people/filter/filter.ts';
import { parseFilter } from '../people/filter/filter_parse.ts';
import { matches } from '../people/filter/filter_sql.ts';
import { type Whom, type WhyNot, type WhyUnasked, whyNot, whyUnasked } from '../people/suppression.ts';
import { filterWords } from '../segments/filter_words.ts';
import type { Campaign } from './campaign.ts';
import { type Clocks, clockJoins, clocksOf } from './clocks.ts';
import { FEWEST_HELD_OUT, isHeldOut } from './holdout.ts';
import { REACHED, saidBefore } from './reach/same_words.ts';
import { type Rules, rulesOf } from './rules.ts';
import type { StopReason } from './sequences/stop.ts';

/**
 * Why somebody of the audience gets nothing: no address there, what consent says, the very same words already, being held out of these
 * words by another campaign whose comparison runs, an order of late, or enough campaigns this week; or they are held out, to compare
 * with, or lack what the words name; of a sequence also what ends it, that its time is over, or that its words were changed while it waited.
 * Of one that asks: that they have agreed already, or were asked lately.
 */
export type SkipReason =
  | WhyNot
  | WhyUnasked
  | 'no_address'
  | 'got_it'
  | 'compared'
  | 'bought'
  | 'weekly_cap'
  | 'held_out'
  | 'missing'
  | StopReason
  | 'late'
  | 'reworded';

type Skipping = Pick<Campaign, 'id' | 'purpose' | 'asks' | 'skipBoughtDays'> & Partial<Pick<Campaign, 'sequenceId'>>;

/** What passes by itself: a step of a sequence waits for that, as long as it is its time. */
export const PASSING: readonly SkipReason[] = ['weekly_cap', 'undecided'];
/** When it is asked again. */
export const ASKED_AGAIN_MS = 3_600_000;

/**
 * Why a campaign leaves somebody out, as one expression; null: it does not. Pre-flight, plan and claim ask the same. `now`: the moment
 * from which days count back. `entryId`: of a step, with which entry they get it.
 */
export function whySkipped(
  sql: Sql,
  whom: Omit<Whom, 'now'>,
  { id, purpose, asks, skipBoughtDays, sequenceId }: Skipping,
  {
    now,
    rules: { aWeek, compareDays },
    entryId = lastEntryOf(sql, whom, sequenceId),
  }: { now: Date; rules: Pick<Rules, 'aWeek' | 'compareDays'>; entryId?: Fragment },
): Fragment {
  const { contactId } = whom;
  const since = (days: number) => new Date(now.getTime() - days * 24 * 3_600_000);
  return sql`coalesce(
    ${asks ? whyUnasked(sql, whom, { purpose, source: sql`${askedBy(id)}::text`, now }) : whyNot(sql, whom, purpose)},
    case
      -- a case needs a branch, whatever is off
      when false then null
      ${asks ? sql`` : saidBefore(sql, id, contactId, since(compareDays))}
      ${skipBoughtDays > 0 ? sql`when exists (select from purchases b where b.contact_id = ${contactId} and b.placed_at >= ${since(skipBoughtDays)}) then 'bought'` : sql``}
      ${
        aWeek > 0 && purpose !== 'service'
          ? sql`when ${sequenceId ? sql`not ${hasBegun(sql, { contactId, entryId, since: since(7) })} and` : sql``} (
              -- the steps of a sequence are one of the week's, however many they are; found by the person: as long as statistics say
              -- that nothing was sent, the planner would rather go through all that was
              select count(distinct coalesce(-w.entry_id, w.campaign_id)) from campaign_deliveries w
              where w.contact_id = ${contactId} and coalesce(w.sent_at, '-infinity') > ${since(7)} and w.state = any(${REACHED}) and w.campaign_id <> ${id}
            ) >= ${aWeek} then 'weekly_cap'`
          : sql``
      }
    end
  )`;
}

/** Whether somebody has got a step since they began this time: the steps that follow are no other one of the week's. */
const hasBegun = (
  sql: Sql,
  { contactId, entryId, since }: { contactId: Fragment; entryId: Fragment; since: Date },
): Fragment => sql`exists (
  select from campaign_deliveries w
  where w.contact_id = ${contactId} and coalesce(w.sent_at, '-infinity') > ${since} and w.state = any(${REACHED}) and w.entry_id = ${entryId}
)`;

/** With which entry they are in a sequence, or were last; nobody is with two at a time. */
const lastEntryOf = (
  sql: Sql,
  { contactId }: Pick<Whom, 'contactId'>,
  sequenceId: string | null | undefined,
): Fragment => sql`(
  select e.id from sequence_entries e where e.contact_id = ${contactId} and e.sequence_id = ${sequenceId ?? null}::bigint
  order by e.entered_at desc, e.id desc limit 1
)`;

/** Where it stands in a consent that a campaign has asked for it. */
export const askedBy = (campaignId: string): string => `campaign:${campaignId}`;

/** Whom the campaign's words mean now; the word that is not understood any more, if a field of the owner's has gone. */
export async function filterOf(ctx: Context, audience: string): Promise<Filter | Unclear> {
  return parseFilter(audience, await filterWords(ctx));
}

/** What of a campaign says who gets it; of a follow-up its number is '0'. */
type Reaching = Pick<Campaign, 'id' | 'channel' | 'purpose' | 'asks' | 'skipBoughtDays' | 'holdout'>;

/** What an audience is made of, so that whoever asks for it asks for the same. */
export interface Audience<One extends Reaching = Campaign> {
  campaign: One;
  filter: Filter;
  clocks: Clocks;
  /** Percent that are held out in fact; 0: the audience is too small for what the campaign asks. */
  holdout: number;
}

export async function audienceOf(ctx: Context, campaign: Campaign): Promise<Audience | Unclear> {
  const filter = await filterOf(ctx, campaign.audience ?? '');
  if (filter instanceof Unclear) return filter;
  const all = { campaign, filter, clocks: await clocksOf(ctx.tx, campaign.channel, ctx.settings.timezone), holdout: 0 };
  return { ...all, holdout: (await isLargeEnough(ctx, all)) ? campaign.holdout : 0 };
}

/** Whether its group to compare with would have enough people: no more of them are looked at than that. */
async function isLargeEnough(ctx: Context, audience: Audience): Promise<boolean> {
  const { campaign } = audience;
  if (campaign.holdout === 0) return false;
  const held = audienceRows(ctx, audience, isHeldOut(ctx.tx, campaign.id, campaign.holdout));
  const rows = await ctx.tx`select from (${held}) a where why is null limit ${FEWEST_HELD_OUT}`;
  return rows.length === FEWEST_HELD_OUT;
}

/** These people, whoever they are: for audienceRows with the same condition. */
export async function audienceWithin<One extends Reaching>(
  { tx, settings }: Pick<Context, 'tx' | 'settings'>,
  campaign: One,
  within: Fragment,
): Promise<Audience<One>> {
  return {
    campaign,
    filter: { any: [[]] },
    clocks: await clocksOf(tx, campaign.channel, settings.timezone, within),
    holdout: 0,
  };
}

/**
 * Everybody whom the filter means, a row each: contact_id, address (the one they may be written to at), locale, timezone (several with blanks
 * between, where they may live by any of them), whether they are `unplaced`, so that it is the owner's own, and `why` they get nothing; null: they get it. `within`: a condition on the contact `c`.
 */
export function audienceRows(
  { tx: sql, now, settings }: Pick<Context, 'tx' | 'now' | 'settings'>,
  { campaign, filter, clocks, holdout }: Audience<Reaching>,
  within: Fragment = sql`true`,
): Fragment {
  const { channel } = campaign;
  // no name that an expression within might give to a table of its own
  const who = {
    contactId: sql`recipient.contact_id`,
    channel: sql`recipient.channel`,
    address: sql`recipient.address`,
    // of the rows at hand: nobody else has this address
    blocked: sql`(c.blocked_at is not null or recipient.blocked_at is not null)`,
  };
  return sql`
    select c.id as contact_id, coalesce(to_them.address, '') as address, coalesce(c.locale, ${settings.locale}) as locale,
      coalesce(by_city.zones, by_phone.zones, ${settings.timezone}) as timezone,
      coalesce(by_city.zones, by_phone.zones) is null as unplaced,
      case when to_them.address is null then 'no_address' when to_them.why is not null then to_them.why
        when ${isHeldOut(sql, campaign.id, holdout)} then 'held_out' end as why
    from contacts c
    left join lateral (
      select * from (
        select recipient.address, recipient.claimed, recipient.id,
          ${whySkipped(sql, who, campaign, { now, rules: rulesOf(settings) })} as why
        -- by the person alone: without statistics the planner would rather look through the whole channel, once for each of them
        from (
          select own.id, own.contact_id, own.channel, own.address, own.claimed, own.blocked_at
          from contact_identities own where own.contact_id = c.id offset 0
        ) recipient
        where recipient.channel = ${channel} offset 0
      ) known order by why is not null, claimed, id limit 1
    ) to_them on true
    ${clockJoins(sql, channel, clocks)}
    where ${matches(sql, filter, now)} and ${within}`;
}

/** How many get it, and how many do not, by reason. */
export interface AudienceCounts {
  total: number;
  reached: number;
  /** Of those reached: nothing says where they live, so they are written to by the owner's own clock. */
  unplaced: number;
  skipped: Partial<Record<SkipReason, number>>;
}

/** `within`: a condition on the contact `c`, as for audienceRows. */
export async function countAudience(
  ctx: Context,
  audience: Audience<Reaching>,
  within?: Fragment,
): Promise<AudienceCounts> {
  const rows = await ctx.tx<{ why: SkipReason | null; count: number; unplaced: number }>`
    select why, count(*)::int as count, count(*) filter (where unplaced)::int as unplaced
    from (${audienceRows(ctx, audience, within)}) a group by why`;
  const skipped = Object.fromEntries(rows.flatMap(({ why, count }) => (why ? [[why, count]] : [])));
  const total = rows.reduce((sum, { count }) => sum + count, 0);
  const { count: reached = 0, unplaced = 0 } = rows.find(({ why }) => why === null) ?? {};
  return { total, skipped, reached, unplaced };
}

/** Somebody of the audience. */
export interface Recipient {
  contactId: string;
  name: string;
  address: string;
  locale: Locale;
}

/** So many times as many as are asked for are looked at first: of most audiences enough of those get it. */
const LOOKED_AT = 4;

/** Some of those who get it, or of those whom one reason leaves out: the most recently seen first. Everybody is looked at only where these are rare. */
export async function someOf(
  ctx: Context,
  audience: Audience,
  { why, most, offset = 0 }: { why?: SkipReason; most: number; offset?: number },
): Promise<Recipient[]> {
  const { tx } = ctx;
  const among = (within?: Fragment) => tx<Recipient>`
    with meant as materialized (${audienceRows(ctx, audience, within)})
    select meant.contact_id as "contactId", c.name, meant.address, meant.locale
    from meant join contacts c on c.id = meant.contact_id
    where meant.why is not distinct from ${why ?? null}::text
    order by c.last_seen_at desc nulls last, c.id desc limit ${most} offset ${offset}`;
  const first = LOOKED_AT * (most + offset);
  const lately = await tx<{ id: string }>`
    select id from contacts order by last_seen_at desc nulls last, id desc limit ${first}`;
  const ids = lately.map(({ id }) => id);
  const some = await among(tx`c.id = any((select ${ids}::bigint[])::bigint[])`);
  return some.length === most || ids.length < first ? some : among();
}
