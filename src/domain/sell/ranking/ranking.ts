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

/** Orders that stand: of what was paid back whole nothing is sold (sql). */
const standing = (sql: Sql): Fragment =>
  sql`not o.test and o.deleted_at is null and o.cancelled_at is null and o.payment <> 'refunded'`;

/** Those that were placed then (sql). */
const placed = (sql: Sql, { from, until }: Span): Fragment =>
  sql`o.placed_at >= ${from} and o.placed_at < ${until} and ${standing(sql)}`;

/** What sold best, by what it came to; `openMinor`: in orders that are not paid in full. `word`: only of what is called so. */
export const bestSold = (sql: Sql, span: Span, limit: number, word?: string) => sql<Ranked & { openMinor: string }>`
  select (array_agg(l.title order by o.placed_at desc))[1] as name, o.currency,
    sum(coalesce(l.current_quantity, l.quantity))::float8 as count,
    round(sum(coalesce(l.current_quantity, l.quantity) * l.price_minor))::bigint::text as minor,
    coalesce(round(sum(coalesce(l.current_quantity, l.quantity) * l.price_minor)
      filter (where o.payment not in ('paid', 'partially_refunded', 'other'))), 0)::bigint::text as "openMinor"
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

/** Whoever first bought then, the latest first, and how many; and how many came to be known then, whether they bought or not. Without whom is blocked. */
export async function newcomers(
  sql: Sql,
  span: Span,
  limit: number,
): Promise<{ count: number; known: number; latest: { id: string; name: string; at: Date }[] }> {
  const latest = await sql<{ id: string; name: string; at: Date; count: number }>`
    with bought as (
      select o.contact_id as id, min(o.placed_at) as at from orders o
      where ${placed(sql, span)} and o.contact_id is not null group by 1
    )
    select c.id, c.name, bought.at, count(*) over ()::int as count
    from bought join contacts c on c.id = bought.id
    where c.blocked_at is null and not exists (
      select from orders o where o.contact_id = bought.id and o.placed_at < ${span.from} and ${standing(sql)}
    )
    order by bought.at desc, c.id desc limit ${limit}`;
  const [row] = await sql<{ known: number }>`
    select count(*)::int as known from contacts
    where created_at >= ${span.from} and created_at < ${span.until} and blocked_at is null`;
  return {
    count: latest[0]?.count ?? 0,
    known: row!.known,
    latest: latest.map(({ id, name, at }) => ({ id, name, at })),
  };
}
