import type { Fragment, Sql } from '../../../db/sql.ts';
import { APART_DAYS, KINDS, type Kind } from './recipe.ts';

/**
 * Why somebody is not written to any further: they answered, they ordered, the order was given back, or something is wrong: an open
 * ticket, a complaint.
 */
export type StopReason = 'replied' | 'ordered' | 'refunded' | 'trouble';

/** What ends a sequence of one recipe besides an answer and an order, as conditions on an entry. */
type Ends = Partial<Record<Exclude<StopReason, 'replied'>, (sql: Sql, e: Fragment) => Fragment>>;

/** An order's or a checkout's number: only these recipes' occasions are one. */
const numbered = (sql: Sql, e: Fragment): Fragment => sql`${e}.occasion::bigint`;

/** It is no purchase any more, or some of it was given back. */
const isGivenBack = (sql: Sql, orderId: Fragment): Fragment => sql`not exists (
  select from purchases p join orders o on o.id = p.id
  where o.id = ${orderId} and o.refunded_minor = 0 and o.cancelled_at is null
    and not exists (select from order_refunds r where r.order_id = o.id and not r.withdrawn)
)`;

const hasOpenTicket = (sql: Sql, e: Fragment): Fragment => sql`exists (
  select from tickets t where t.contact_id = ${e}.contact_id and t.resolved_at is null
)`;

const ENDS: Readonly<Record<Kind, Ends>> = {
  birthday: {},
  winback: { trouble: hasOpenTicket },
  checkout: {
    ordered: (sql, e) => sql`exists (
      select from checkouts k where k.id = ${numbered(sql, e)} and k.completed_at is not null
    )`,
  },
  review: {
    refunded: (sql, e) => isGivenBack(sql, numbered(sql, e)),
    trouble: (sql, e) => sql`${hasOpenTicket(sql, e)} or exists (
      select from orders o where o.id = ${numbered(sql, e)} and (
        exists (
          select from tickets t where t.contact_id = ${e}.contact_id and t.kind in ('complaint', 'return') and t.created_at >= o.placed_at
        )
        or exists (
          select from feedback f where f.contact_id = ${e}.contact_id and f.kind = 'criticism' and f.created_at >= o.placed_at
        )
      )
    )`,
  },
  own: {
    refunded: (sql, e) => sql`(${e}.order_id is not null and ${isGivenBack(sql, sql`${e}.order_id`)})`,
  },
};

/** Whether it is ended for this reason by what its recipe says: no other recipe's occasion is read as a number. */
function endsBy(sql: Sql, e: Fragment, reason: keyof Ends): Fragment {
  const arms = KINDS.map((recipe) => {
    const condition = ENDS[recipe][reason];
    return condition ? sql`when ${recipe} then ${condition(sql, e)}` : sql``;
  });
  return sql`(case q.recipe ${arms.reduce((all, arm) => sql`${all} ${arm}`)} else false end)`;
}

/**
 * From when an order is another one than what began it. A forgotten tin that is ordered right behind, or a form that is sent once more, is the
 * same occasion of one of the owner's own (`APART_DAYS`).
 */
const othersFrom = (sql: Sql, e: Fragment): Fragment =>
  sql`case when q.recipe = 'own' and q.start ->> 'of' = 'order' then ${e}.since + ${APART_DAYS.own} * interval '1 day' else ${e}.since end`;

/** Of one of the owner's own what somebody writes before they have got anything of it is no answer to it: a form that they fill in begins it. */
const answersFrom = (sql: Sql, e: Fragment): Fragment => sql`case when q.recipe = 'own'
  then (select min(d.sent_at) from campaign_deliveries d where d.entry_id = ${e}.id) else ${e}.since end`;

/** Whether message `m` is the form that began it, sent once more right behind. */
const isTheSameForm = (sql: Sql, e: Fragment): Fragment => sql`(
  q.start ->> 'of' = 'form' and m.occurred_at < ${e}.since + ${APART_DAYS.own} * interval '1 day'
  and exists (select from connections k where k.id = (q.start ->> 'form')::bigint and m.external_id like '%@' || k.token || '>')
)`;

/**
 * Why an entry goes no further, as one expression: null, or a `StopReason`. The transaction that makes a delivery and the one that claims
 * it both ask. `e`: an alias of `sequence_entries`.
 */
export function whyStopped(sql: Sql, e: Fragment): Fragment {
  return sql`(
    select case
      when 'replied' = any(q.ends) and exists (
        select from conversations v join messages m on m.conversation_id = v.id
        where v.contact_id = ${e}.contact_id and v.channel <> 'note'
          and m.direction = 'in' and m.automatic is not true and m.occurred_at >= ${answersFrom(sql, e)}
          and not ${isTheSameForm(sql, e)}
      ) then 'replied'
      when 'ordered' = any(q.ends) and (exists (
        select from orders o where o.contact_id = ${e}.contact_id and o.placed_at >= ${othersFrom(sql, e)} and not o.test and o.deleted_at is null
      ) or ${endsBy(sql, e, 'ordered')}) then 'ordered'
      when ${endsBy(sql, e, 'refunded')} then 'refunded'
      when ${endsBy(sql, e, 'trouble')} then 'trouble'
    end
    from sequences q where q.id = ${e}.sequence_id
  )`;
}
