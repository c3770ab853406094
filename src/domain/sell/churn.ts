import type { Fragment, Sql, Tx } from '../../db/sql.ts';
import { localSlot } from '../../text/when/zone.ts';
import { isSpared } from './churn_mark.ts';

/** What the alerts are kept under, so that what a later rule says can be compared with them. */
export const RULE = 'rhythm-1';

/** Below these nothing is said of anybody. */
const NEEDS = { customers: 100, repeaters: 30 } as const;
/** A rhythm has at least two gaps. */
const VISITS = 3;
/** Nobody is silent before this, however often they buy. */
export const LEAST_DAYS = 30;
/** Silent for so many of their usual gaps. */
const TIMES = 2;
/** And for longer than so much of their own gaps: of fewer than ten that is the longest. */
const SELDOM = 0.9;
/** After so long, and so many of their usual gaps, they are history. */
const HISTORY = { days: 730, times: 4 } as const;
/** What they bought in so many days up to their last visit is at stake. */
const STAKE_DAYS = 365;
/** With whom words were exchanged in so many days there is a talk to go on with. */
const TALKED_DAYS = 30;
/** How often somebody is told of unasked: once a quarter. */
const ALERT_DAYS = 91;

export interface Money {
  currency: string;
  minor: string;
}

/** Somebody who has not bought for longer than is their habit. */
export interface Silent {
  contactId: string;
  /** Days on which they bought. */
  visits: number;
  /** The median of the days between two visits. */
  usualDays: number;
  /** Days since the last visit. */
  silentDays: number;
  /** From when on that is longer than their habit. */
  limitDays: number;
  /** What they bought in the year up to their last visit; the currency they buy in most first. */
  atStake: Money[];
}

/** What is known of all customers together. */
interface Shop {
  customers: number;
  /** Who bought on two days or more. */
  repeaters: number;
  /** Days since the first purchase of all, and since the last; null: there is none. */
  firstDays: number | null;
  lastDays: number | null;
  /** The median of all gaps; null: nobody has come twice. */
  usualDays: number | null;
}

/** What is missing before a rhythm can be told from chance. */
export interface Shortfall {
  what: 'customers' | 'repeaters' | 'days';
  needs: number;
  has: number;
}

export type Churn =
  | { result: 'not_enough'; missing: Shortfall[] }
  /** Nobody has bought for so many days: the shop rests, or its orders do not reach us. */
  | { result: 'no_orders'; days: number }
  | {
      result: 'found';
      people: Silent[];
      /** How many there are in all. */
      total: number;
      /** Who has been away for so long that they are left out. */
      history: number;
    };

/** Which of them: a page, the most at stake first. */
export interface Wanted {
  limit: number;
  offset?: number;
  /** Leave out who was told of in the last quarter. */
  untold?: boolean;
  /** Nobody but this contact. */
  only?: string;
}

interface At {
  now: Date;
  settings: { timezone: string; currency: string };
}

/**
 * Who has not bought for longer than is their habit. What counts as bought is what `purchases` says; what was bought on one local day is
 * one visit. Left out is who is blocked, spared or gone, who has ordered since, with whom something is open, and whom a sequence writes to. Money of several
 * currencies is never compared: the first of each comes before the second of any, the business's own currency before others.
 */
export async function findSilent(sql: Sql, at: At, wanted: Wanted): Promise<Churn> {
  const [row] = await sql<Shop & { people: Silent[]; total: number; history: number }>`
    with bought as materialized (
      select contact_id, currency, spent_minor, (placed_at at time zone ${asServerReads(at.settings.timezone)})::date as day
      from purchases where contact_id is not null and placed_at <= ${at.now}
    ), visit as materialized (
      select contact_id, day, day - lag(day) over (partition by contact_id order by day) as gap
      from (select distinct contact_id, day from bought) days
    ), rhythm as materialized (
      select contact_id, count(*)::int as visits, min(day) as first, max(day) as last,
        percentile_cont(0.5) within group (order by gap) as usual, percentile_disc(${SELDOM}::float8) within group (order by gap) as seldom
      from visit group by contact_id
    ), shop as (
      select count(*)::int as customers, count(*) filter (where visits >= 2)::int as repeaters,
        ${today(sql, at)} - min(first) as first_days, ${today(sql, at)} - max(last) as last_days,
        (select percentile_cont(0.5) within group (order by gap) from visit) as usual_days
      from rhythm
    ), silent as materialized (
      select *, ${today(sql, at)} - last as days, greatest(${LEAST_DAYS}, ceil(${TIMES} * usual), seldom)::int as bound
      from rhythm where visits >= ${VISITS} and ${today(sql, at)} - last > greatest(${LEAST_DAYS}, ceil(${TIMES} * usual), seldom)
    ), due as materialized (
      select s.* from silent s join contacts c on c.id = s.contact_id
      where s.days <= ${isRecent(sql)} and c.blocked_at is null and not ${isSpared(sql, at.now)}
        and not exists (
          select from orders o where o.contact_id = c.id and not o.test and o.deleted_at is null
            and o.placed_at > ${at.now}::timestamptz - s.bound * interval '1 day' and o.placed_at <= ${at.now}
        )
        and not ${isInTalk(sql, at.now)} and not ${isWonBack(sql, at.now)}
        and ${wanted.untold ? sql`not ${isTold(sql, sql`c.id`, at.now)}` : sql`true`} and ${wanted.only ? sql`c.id = ${wanted.only}` : sql`true`}
    ), worth as materialized (
      select d.contact_id, b.currency, sum(b.spent_minor) as minor, count(*) as orders
      from due d join bought b on b.contact_id = d.contact_id and b.day > d.last - ${STAKE_DAYS}::int
      group by d.contact_id, b.currency
    ), main as (
      select distinct on (contact_id) contact_id, currency, minor from worth order by contact_id, orders desc, minor desc, currency
    ), ranked as (
      select d.*, m.currency, row_number() over (partition by m.currency order by m.minor desc, d.contact_id) as nth
      from due d join main m on m.contact_id = d.contact_id
    ), page as (
      select * from ranked order by nth, currency <> ${at.settings.currency}, currency limit ${wanted.limit} offset ${wanted.offset ?? 0}
    )
    select customers, repeaters, first_days as "firstDays", last_days as "lastDays", usual_days as "usualDays",
      (select count(*)::int from due) as total, (select count(*)::int from silent s where s.days > ${isRecent(sql)}) as history,
      coalesce((
        select jsonb_agg(jsonb_build_object(
          'contactId', p.contact_id::text, 'visits', p.visits, 'usualDays', round(p.usual::numeric), 'silentDays', p.days, 'limitDays', p.bound,
          'atStake', (
            select jsonb_agg(jsonb_build_object('currency', w.currency, 'minor', w.minor::text) order by w.orders desc, w.minor desc, w.currency)
            from worth w where w.contact_id = p.contact_id
          )
        ) order by p.nth, p.currency <> ${at.settings.currency}, p.currency)
        from page p
      ), '[]') as people
    from shop`;
  const { people, total, history, ...shop } = row!;
  return judged(shop) ?? { result: 'found', people, total, history };
}

const today = (sql: Sql, { now, settings }: At): Fragment => sql`${localSlot(now, settings.timezone)}::date`;

/** An offset (+05:30) is written the other way round there, as POSIX has it; the names of zones are the same. */
const asServerReads = (timezone: string): string =>
  timezone.replace(/^[+-](?=\d\d:\d\d$)/, (sign) => (sign === '+' ? '-' : '+'));

/** Up to how many days somebody of the row `s` is not yet history. */
const isRecent = (sql: Sql): Fragment => sql`greatest(${HISTORY.days}, ${HISTORY.times} * s.usual)`;

/** Something is open between the contact `c` and us, or words were exchanged lately: they are not silent. */
const isInTalk = (sql: Sql, now: Date): Fragment => sql`(
  exists (
    select from conversations v where v.contact_id = c.id and v.channel <> 'note' and (
      v.waiting_since is not null or v.last_message_at > ${now}::timestamptz - ${TALKED_DAYS} * interval '1 day'
    )
  )
  or exists (select from tickets k where k.contact_id = c.id and k.resolved_at is null)
  or exists (select from leads l where l.contact_id = c.id and l.closed_at is null)
)`;

/** Whether the owner was told of them in the last quarter. */
export const isTold = (sql: Sql, contactId: Fragment, now: Date): Fragment => sql`exists (
  select from churn_alerts a where a.contact_id = ${contactId} and a.at > ${now}::timestamptz - ${ALERT_DAYS} * interval '1 day'
)`;

/** The sequence for who stays away has written to the contact `c` in the last quarter: nobody else does. */
const isWonBack = (sql: Sql, now: Date): Fragment => sql`exists (
  select from sequence_entries e join sequences q on q.id = e.sequence_id
  where e.contact_id = c.id and q.recipe = 'winback' and e.entered_at > ${now}::timestamptz - ${ALERT_DAYS} * interval '1 day'
)`;

/**
 * Who tells the owner of somebody's silence and who writes to them by itself do so one after the other, until the transaction ends: nobody
 * gets both.
 */
export async function lockSilences(tx: Tx): Promise<void> {
  await tx`select pg_advisory_xact_lock(hashtextextended('silences', 0))`;
}

/** Why nothing can be said of anybody; undefined: it can. */
function judged({ customers, repeaters, firstDays, lastDays, usualDays }: Shop): Churn | undefined {
  const horizon = Math.max(LEAST_DAYS, Math.ceil(TIMES * (usualDays ?? 0)));
  const has = [
    { what: 'customers', needs: NEEDS.customers, has: customers },
    { what: 'repeaters', needs: NEEDS.repeaters, has: repeaters },
    // one horizon to learn from, and one in which they could have come again
    { what: 'days', needs: 2 * horizon, has: firstDays ?? 0 },
  ] as const;
  const missing = has.filter((one) => one.has < one.needs);
  if (missing.length > 0) return { result: 'not_enough', missing };
  return lastDays! > horizon ? { result: 'no_orders', days: lastDays! } : undefined;
}
