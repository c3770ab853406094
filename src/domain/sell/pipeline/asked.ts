import type { Fragment, Sql } from '../../../db/sql.ts';
import { type Lead, leadColumns, leadsOf } from '../lead.ts';
import { isHeardLead } from './board.ts';

/** Which leads are asked for: those that came, were won or were lost in [from, until), or ever. */
export interface LeadsAsked {
  are: 'won' | 'lost' | 'new';
  span?: { from: Date; until: Date } | undefined;
}

const meant = (sql: Sql, { are, span }: LeadsAsked): Fragment => {
  const at = are === 'new' ? sql`l.created_at` : sql`l.closed_at`;
  return sql`
    ${are === 'new' ? sql`true` : sql`l.closed_at is not null and l.stage = ${are}`} and ${isHeardLead(sql)}
    ${span ? sql`and ${at} >= ${span.from} and ${at} < ${span.until}` : sql``}`;
};

/** The latest first. */
export async function leadsAsked(sql: Sql, asked: LeadsAsked, limit: number, offset: number): Promise<Lead[]> {
  const at = asked.are === 'new' ? sql`l.created_at` : sql`l.closed_at`;
  return sql<Lead>`
    select ${leadColumns(sql)} ${leadsOf(sql)}
    where ${meant(sql, asked)} order by ${at} desc, l.id desc limit ${limit} offset ${offset}`;
}

/** How many `leadsAsked` lists in all and what they come to, a row for each currency; null: those without an amount. */
export async function sumsAsked(
  sql: Sql,
  asked: LeadsAsked,
): Promise<{ currency: string | null; count: number; minor: string }[]> {
  return sql<{ currency: string | null; count: number; minor: string }>`
    select l.currency, count(*)::int as count, coalesce(sum(l.amount_minor), 0)::text as minor
    from leads l where ${meant(sql, asked)} group by l.currency order by sum(l.amount_minor) desc nulls last, l.currency`;
}
