import type { Sql } from '../../../db/sql.ts';
import { isHeardOf } from '../../shown.ts';
import type { Visit } from './visit.ts';
import type { Closed } from './yield.ts';

const DAY_MS = 24 * 3_600_000;
/** What is older says little of today. */
const YEARS = 3;
/** Of more the latest: they tell as much. */
const MOST_LEADS = 5_000;

/** A lead that is open. */
export interface BookLead {
  id: string;
  title: string;
  contactId: string;
  contactName: string;
  stage: string;
  /** Days since 1970. */
  since: number;
  /** Minor units; null: nothing is known of what it is worth. */
  minor: number | null;
  currency: string | null;
  /** ISO 8601. */
  expectedOn: string | null;
}

/** All that a forecast is made of. */
export interface Book {
  visits: Visit[];
  /** Closed leads that had an amount, by currency. */
  closed: Map<string, Closed[]>;
  open: BookLead[];
}

export const daysOf = (at: Date): number => at.getTime() / DAY_MS;

/** Leads of the last years, with the stages that they went through; without those of blocked contacts. */
export async function loadBook(sql: Sql, now: Date): Promise<Book> {
  const [visits, closed, open] = await Promise.all([visitsSince(sql, now), closedSince(sql, now), openBook(sql)]);
  const byCurrency = new Map<string, Closed[]>();
  for (const { currency, ...one } of closed) byCurrency.set(currency, [...(byCurrency.get(currency) ?? []), one]);
  return { visits, closed: byCurrency, open };
}

/** Of these leads the ones that were closed, and those that still are open, each with its last end only: what was opened again has not ended. */
function visitsSince(sql: Sql, now: Date): Promise<Visit[]> {
  return sql<Visit>`
    with meant as materialized (
      (
        select l.id, l.closed_at, l.stage from leads l
        where l.closed_at > ${since(now)} and ${isHeardOf(sql, sql`l`)} order by l.closed_at desc limit ${MOST_LEADS}
      ) union all (
        select l.id, l.closed_at, l.stage from leads l
        where l.closed_at is null and l.created_at > ${since(now)} and ${isHeardOf(sql, sql`l`)} order by l.id desc limit ${MOST_LEADS}
      )
    ), stays as (
      select h.lead_id, h.stage, h.at, lead(h.at) over (partition by h.lead_id order by h.at, h.id) as left_at, m.closed_at, m.stage as stands
      from meant m join stage_changes h on h.lead_id = m.id where h.at <= ${now}
    )
    select lead_id as lead, stage, extract(epoch from at)::float8 / 86400 as entered, extract(epoch from left_at)::float8 / 86400 as left,
      extract(epoch from closed_at)::float8 / 86400 as closed, stands = 'won' as won
    from stays where stage not in ('won', 'lost')`;
}

const since = (now: Date): Date => new Date(now.getTime() - YEARS * 365 * DAY_MS);

/** What a won lead was taken for before is not kept: it counts with what it came to. */
function closedSince(sql: Sql, now: Date): Promise<(Closed & { currency: string })[]> {
  return sql<Closed & { currency: string }>`
    select l.currency, l.amount_minor::float8 as minor, case when l.stage = 'won' then l.amount_minor::float8 else 0 end as came
    from leads l where l.closed_at > ${since(now)} and l.amount_minor is not null and l.currency is not null
    order by l.closed_at desc limit ${MOST_LEADS}`;
}

function openBook(sql: Sql): Promise<BookLead[]> {
  return sql<BookLead>`
    select l.id, l.title, l.contact_id as "contactId", c.name as "contactName", l.stage,
      extract(epoch from coalesce(l.stage_at, l.created_at))::float8 / 86400 as since, l.amount_minor::float8 as minor, l.currency,
      to_char(l.expected_on, 'YYYY-MM-DD') as "expectedOn"
    from leads l join contacts c on c.id = l.contact_id
    where l.closed_at is null and ${isHeardOf(sql, sql`l`)} order by l.id desc limit ${MOST_LEADS}`;
}
