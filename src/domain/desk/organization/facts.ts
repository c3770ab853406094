import type { Sql } from '../../../db/sql.ts';

/** What is open with the people of an organization, and what they brought. */
export interface OrganizationFacts {
  leads: OpenLead[];
  /** What the open leads come to, by currency, and how many have no amount. */
  worth: { currency: string | null; count: number; minor: string }[];
  tickets: { number: string; title: string; contactName: string }[];
  ticketCount: number;
  quotes: { id: string; number: string; contactName: string; totalMinor: string; currency: string }[];
  bought: { currency: string; orders: number; minor: string }[];
  words: LastWords[];
}

interface OpenLead {
  id: string;
  title: string;
  contactName: string;
  stage: string;
  stageName: string | null;
  amountMinor: string | null;
  currency: string | null;
}

/** What was said last, by one of them or to one of them. */
export interface LastWords {
  contactName: string;
  direction: 'in' | 'out' | 'note';
  automatic: boolean;
  text: string;
  at: Date;
}

/** Of more of a kind, those that moved last. */
const PER_KIND = 5;
const MOST_WORDS = 3;
/** Of the conversations of an organization's people so many are looked through for the last words. */
const MOST_TALKS = 200;
const LONGEST = 300;

export async function factsOf(sql: Sql, organizationId: string): Promise<OrganizationFacts> {
  const people = sql`memberships m join contacts c on c.id = m.contact_id`;
  const there = sql`m.organization_id = ${organizationId}`;
  const [leads, worth, tickets, [ticketCount], quotes, bought, words] = await Promise.all([
    sql<OpenLead>`
      select l.id, l.title, c.name as "contactName", l.stage, g.name as "stageName", l.amount_minor as "amountMinor", l.currency
      from ${people} join leads l on l.contact_id = m.contact_id join stages g on g.key = l.stage
      where ${there} and l.closed_at is null order by l.active_at desc, l.id desc limit ${PER_KIND}`,
    sql<OrganizationFacts['worth'][number]>`
      select l.currency, count(*)::int as count, coalesce(sum(l.amount_minor), 0)::text as minor
      from memberships m join leads l on l.contact_id = m.contact_id
      where ${there} and l.closed_at is null group by l.currency order by l.currency nulls last`,
    sql<OrganizationFacts['tickets'][number]>`
      select t.number, t.title, c.name as "contactName" from ${people} join tickets t on t.contact_id = m.contact_id
      where ${there} and t.resolved_at is null order by t.id desc limit ${PER_KIND}`,
    sql<{ count: number }>`
      select count(*)::int as count from memberships m join tickets t on t.contact_id = m.contact_id
      where ${there} and t.resolved_at is null`,
    sql<OrganizationFacts['quotes'][number]>`
      select q.id, q.number, c.name as "contactName", q.total_minor as "totalMinor", q.currency
      from ${people} join leads l on l.contact_id = m.contact_id join quotes q on q.lead_id = l.id
      where ${there} and q.state = 'sent' order by q.id desc limit ${PER_KIND}`,
    sql<OrganizationFacts['bought'][number]>`
      select b.currency, sum(b.orders)::int as orders, sum(b.spent_minor)::text as minor
      from memberships m join contact_purchases b on b.contact_id = m.contact_id
      where ${there} and b.currency <> '*' group by b.currency order by b.currency`,
    lastWordsOf(sql, organizationId),
  ]);
  return { leads, worth, tickets, ticketCount: ticketCount!.count, quotes, bought, words };
}

async function lastWordsOf(sql: Sql, organizationId: string): Promise<LastWords[]> {
  return sql<LastWords>`
    with talks as materialized (
      select v.id, c.name from memberships m join contacts c on c.id = m.contact_id
      join conversations v on v.contact_id = m.contact_id
      where m.organization_id = ${organizationId} limit ${MOST_TALKS}
    )
    select t.name as "contactName", w.direction, coalesce(w.automatic, false) as automatic,
      left(coalesce(nullif(w.text, ''), w.subject, ''), ${LONGEST}) as text, w.occurred_at as at
    from talks t cross join lateral (
      select * from messages x where x.conversation_id = t.id order by x.occurred_at desc, x.id desc limit ${MOST_WORDS}
    ) w
    order by w.occurred_at desc, w.id desc limit ${MOST_WORDS}`;
}
