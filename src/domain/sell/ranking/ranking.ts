import type { Fragment, Sql } from '../../../db/sql.ts';

interface Span {
  from: Date;
  until: Date;
}

/** What an article, a customer or a day comes to, in one currency. */
export interface Ranked {
  name: string;
  currency: string;
  /** Pieces of an article; orders of a customer or a day. */
  count: number;
  minor: string;
}

/** Orders that were placed then and stand: of what was paid back whole nothing is sold (sql). */
const placed = (sql: Sql, { from, until }: Span): Fragment => sql`
  o.placed_at >= ${from} and o.placed_at < ${until} and not o.test and o.deleted_at is null and o.cancelled_at is null
  and o.payment <> 'refunded'`;

/** What sold best, by what it came to. `word`: only of what is called so. */
export const bestSold = (sql: Sql, span: Span, limit: number, word?: string) => sql<Ranked>`
  select (array_agg(l.title order by o.placed_at desc))[1] as name, o.currency,
    sum(coalesce(l.current_quantity, l.quantity))::float8 as count,
    round(sum(coalesce(l.current_quantity, l.quantity) * l.price_minor))::bigint::text as minor
  from orders o join order_lines l on l.order_id = o.id
  where ${placed(sql, span)} and coalesce(l.current_quantity, l.quantity) > 0
    and ${word === undefined ? sql`true` : sql`word_keys(l.title) @> word_keys(${word}) and word_keys(${word}) <> '{}'`}
  group by fold_text(l.title), o.currency
  order by sum(coalesce(l.current_quantity, l.quantity) * l.price_minor) desc, 1 limit ${limit}`;

/** Who spent most of what they paid. */
export const bestBuyers = (sql: Sql, span: Span, limit: number) => sql<Ranked & { contactId: string }>`
  select c.id as "contactId", c.name, o.currency, count(*)::int as count, sum(o.spent_minor)::text as minor
  from orders o join contacts c on c.id = o.contact_id
  where ${placed(sql, span)} and o.spent_minor is not null
  group by c.id, c.name, o.currency order by sum(o.spent_minor) desc, c.id limit ${limit}`;

/** The days with the most orders; a day has a row for each currency. `name`: ISO 8601. */
export const busiestDays = (sql: Sql, span: Span, timezone: string, limit: number) => sql<Ranked>`
  with day as (
    select to_char(o.placed_at at time zone ${timezone}, 'YYYY-MM-DD') as name, o.currency, count(*)::int as count,
      sum(o.total_minor)::text as minor
    from orders o where ${placed(sql, span)} group by 1, 2
  )
  select * from day join (
    select name, sum(count) as of from day group by name order by sum(count) desc, name desc limit ${limit}
  ) best using (name) order by best.of desc, name desc, currency`;

/** Whoever came to be known then, the latest first, and how many; without whom is blocked. */
export async function newcomers(
  sql: Sql,
  { from, until }: Span,
  limit: number,
): Promise<{ count: number; latest: { id: string; name: string; at: Date }[] }> {
  const rows = sql`from contacts where created_at >= ${from} and created_at < ${until} and blocked_at is null`;
  const [row] = await sql<{ count: number }>`select count(*)::int as count ${rows}`;
  const latest = await sql<{ id: string; name: string; at: Date }>`
    select id, name, created_at as at ${rows} order by created_at desc, id desc limit ${limit}`;
  return { count: row!.count, latest };
}
