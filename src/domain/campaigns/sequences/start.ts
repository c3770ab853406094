import type { Fragment } from '../../../db/sql.ts';
import type { Context } from '../../context.ts';
import { Unclear } from '../../people/filter/filter.ts';
import { filterOf } from '../audience.ts';
import { newcomers } from './crowd.ts';
import { type Occasion, ONCE, type Span } from './occasion.ts';
import type { Start } from './recipe.ts';
import type { Sequence } from './sequence.ts';

/** Which occasion one of several is, in a sequence that is begun with once or again. */
export const occasionOf = ({ again }: Pick<Sequence, 'again'>, key: string): string => (again ? key : ONCE);

/** An order from then on is another one than the one that began it. */
export const behind = (at: Date): Date => new Date(at.getTime() + 1);

/** Who begins by themselves. A form is heard of when it is filled in (`form.ts`). */
export async function begun(ctx: Context, span: Span, one: Sequence): Promise<Occasion[] | Unclear> {
  const { start } = one;
  if (start?.of === 'order') return bought(ctx, span, one, start);
  if (start?.of !== 'filter') return [];
  const filter = await filterOf(ctx, start.filter);
  if (filter instanceof Unclear) return filter;
  return (await newcomers(ctx, one, filter)).map((person) => ({ ...person, key: ONCE, at: ctx.now }));
}

/** Purchases since it was put on, as they were made. */
async function bought(
  { tx }: Context,
  { from, to, most, last }: Span,
  one: Sequence,
  start: Start & { of: 'order' },
): Promise<Occasion[]> {
  const rows = await tx<{ id: string; contactId: string; name: string; at: Date }>`
    select id, "contactId", name, at from (
      select o.id, o.contact_id as "contactId", c.name, date_trunc('milliseconds', o.placed_at) as at
      from purchases o join contacts c on c.id = o.contact_id
      where o.placed_at > ${from} and o.placed_at >= ${one.beginsAt ?? from} and o.placed_at <= ${to} and ${isWanted(tx, start)}
    ) found where ${last ? tx`(at, "contactId") > (${last.at}, ${last.contactId}::bigint)` : tx`true`}
    order by at, "contactId" limit ${most}`;
  return rows.map(({ id, ...row }) => ({ ...row, key: occasionOf(one, id), orderId: id, since: behind(row.at) }));
}

/** Whether purchase `o` is one that begins it. */
export function isWanted(sql: Context['tx'], { nth, article }: Start & { of: 'order' }): Fragment {
  const isNth = sql`(
    select count(*) from purchases p where p.contact_id = o.contact_id and (p.placed_at, p.id) <= (o.placed_at, o.id)
  ) = ${nth ?? 0}::int`;
  const has = sql`exists (
    select from order_lines n where n.order_id = o.id and coalesce(n.current_quantity, n.quantity) > 0
      and (word_keys(n.title) @> word_keys(${article ?? ''}, true) or (n.sku is not null and lower(n.sku) = lower(${article ?? ''})))
  )`;
  return sql`${nth === undefined ? sql`true` : isNth} and ${article === undefined ? sql`true` : has}`;
}
