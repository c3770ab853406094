import type { Fragment, Sql } from '../../../db/sql.ts';

/**
 * Why somebody is not written to any further: they answered, they ordered, the order was given back, or something is wrong: an open
 * ticket, a complaint.
 */
export type StopReason = 'replied' | 'ordered' | 'refunded' | 'trouble';

/**
 * Why an entry goes no further, as one expression: null, or a `StopReason`. The transaction that makes a delivery and the one that claims
 * it both ask. `e`: an alias of `sequence_entries`.
 */
export function whyStopped(sql: Sql, e: Fragment): Fragment {
  // no date may be read as a number
  const numbered = sql`(case when q.recipe in ('checkout', 'review') then ${e}.occasion::bigint end)`;
  return sql`(
    select case
      when exists (
        select from conversations v join messages m on m.conversation_id = v.id
        where v.contact_id = ${e}.contact_id and v.channel <> 'note'
          and m.direction = 'in' and m.automatic is not true and m.occurred_at >= ${e}.since
      ) then 'replied'
      when exists (
        select from orders o where o.contact_id = ${e}.contact_id and o.placed_at >= ${e}.since and not o.test and o.deleted_at is null
      ) or q.recipe = 'checkout' and exists (
        select from checkouts k where k.id = ${numbered} and k.completed_at is not null
      ) then 'ordered'
      when q.recipe = 'review' and not exists (
        select from purchases p join orders o on o.id = p.id
        where o.id = ${numbered} and o.refunded_minor = 0 and o.cancelled_at is null
          and not exists (select from order_refunds r where r.order_id = o.id and not r.withdrawn)
      ) then 'refunded'
      when q.recipe in ('review', 'winback') and (
        exists (select from tickets t where t.contact_id = ${e}.contact_id and t.resolved_at is null)
        or exists (
          select from orders o where o.id = ${numbered} and q.recipe = 'review' and (
            exists (
              select from tickets t where t.contact_id = ${e}.contact_id and t.kind in ('complaint', 'refund') and t.created_at >= o.placed_at
            )
            or exists (
              select from feedback f where f.contact_id = ${e}.contact_id and f.kind = 'criticism' and f.created_at >= o.placed_at
            )
          )
        )
      ) then 'trouble'
    end
    from sequences q where q.id = ${e}.sequence_id
  )`;
}
