import type { Sql } from '../../db/sql.ts';
import type { Post } from './post.ts';

/** What came of a post by one of its places. */
export interface SourceFigures {
  source: string;
  /** Followed a link of it; programs do not count. */
  came: number;
  /** People who came by it and wrote. */
  asked: number;
  /** Orders of theirs within so many days, and those of which the shop says that their buyer came by it. */
  bought: number;
  /** What these brought, in minor units by currency. */
  sums: { currency: string; minor: string }[];
}

/** Who came, asked and bought, by where the post stood. `days`: in which an order of somebody who came counts. */
export async function figuresOf(sql: Sql, { id }: Pick<Post, 'id'>, days: number): Promise<SourceFigures[]> {
  const people = sql`
    select distinct l.source, s.contact_id, s.came_at from post_links l join contact_sources s on s.code = l.code where l.post_id = ${id}`;
  const bought = sql`
    select p.source, o.id, o.currency, o.spent_minor from people p join purchases o on o.contact_id = p.contact_id
    where o.placed_at >= p.came_at and o.placed_at < p.came_at + ${days} * interval '1 day'
    union
    select l.source, b.id, b.currency, b.spent_minor
    from post_links l join orders o on o.utm ->> 'content' = l.code and o.utm is not null join purchases b on b.id = o.id
    where l.post_id = ${id}`;
  return sql<SourceFigures>`
    with people as materialized (${people}), bought as materialized (${bought})
    select v.source, v.came, (
        select count(distinct p.contact_id)::int from people p where p.source = v.source and exists (
          select from conversations c join messages m on m.conversation_id = c.id
          where c.contact_id = p.contact_id and m.direction = 'in' and m.occurred_at >= p.came_at
        )
      ) as asked,
      (select count(distinct b.id)::int from bought b where b.source = v.source) as bought,
      coalesce((
        select jsonb_agg(jsonb_build_object('currency', s.currency, 'minor', s.minor::text) order by s.currency)
        from (select currency, sum(spent_minor) as minor from bought b where b.source = v.source group by 1) s
      ), '[]') as sums
    from (select source, sum(visits)::int as came from post_links where post_id = ${id} group by 1) v
    order by v.source`;
}
