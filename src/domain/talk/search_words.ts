import type { Sql } from '../../db/sql.ts';
import { head } from '../../text/cut.ts';
import { type NotDelivered, notDelivered } from '../delivery.ts';
import { type Fate, fate, isShown, otherWriter } from '../shown.ts';

/** Where a word was found. */
export interface Said {
  kind: 'in' | 'out' | 'note' | 'ticket' | 'lead' | 'order';
  id: string;
  /** Null: nobody's. */
  contactId: string | null;
  /** The number, if it is an order or a ticket; otherwise null. */
  number: string | null;
  /** '' when the contact has no name. */
  name: string;
  text: string;
  /** Who said it, where that is not the contact; else ''. */
  by: string;
  at: Date;
  notDelivered: NotDelivered | null;
  /** Of a message: what has become of it. */
  fate: Fate | null;
}

/** How much of a query is read. */
const LONGEST_QUERY = 100;

/** Whether it contains any word at all. */
export function hasWord(query: string): boolean {
  return /[\p{L}\p{N}]/u.test(query);
}

/**
 * Messages, notes, tickets, leads and what was written with orders, that hold every word of the query, newest first: Chinese words of any length, other words
 * from their beginning on (invoice finds invoices); a number in messages, however it is grouped. The keys come from sql (word_keys), so both sides are cut alike; the
 * materialized CTEs keep each table a look-up in its own index, however common the words are.
 */
export async function findSaid(sql: Sql, query: string, limit: number, offset = 0): Promise<Said[]> {
  const text = head(query.toWellFormed().replaceAll('\0', ''), LONGEST_QUERY);
  return sql<Said>`
    with asked as materialized (
      select word_keys(${text}, true) as keys, number_keys(joined_number(${text})) as numbers, joined_number(${text}) as joined
    ), message as materialized (
      select m.direction as kind, m.id, m.conversation_id, m.text, m.occurred_at as at
      from asked a join messages m on word_keys(m.text) @> a.keys where a.keys <> '{}' and ${isShown(sql, sql`m`)}
    ), grouped as materialized (
      select m.direction as kind, m.id, m.conversation_id, m.text, m.occurred_at as at
      from asked a join messages m on number_keys(m.text) @> a.numbers and m.text ~ '\\d{2}'
      where a.numbers <> '{}' and position(a.joined in joined_number(m.text)) > 0 and not word_keys(m.text) @> a.keys
        and ${isShown(sql, sql`m`)}
    ), ticket as materialized (
      select 'ticket' as kind, t.id, t.contact_id, t.title as text, t.created_at as at, t.number::text as number
      from asked a join tickets t on word_keys(t.title) @> a.keys where a.keys <> '{}'
    ), lead as materialized (
      select 'lead' as kind, l.id, l.contact_id, l.title as text, l.created_at as at
      from asked a join lead_words w on w.title @> a.keys join leads l on l.id = w.lead_id where a.keys <> '{}'
    ), ordered as materialized (
      select 'order' as kind, o.id, o.contact_id, order_text(o.words) as text, o.placed_at as at, o.number
      from asked a join orders o on word_keys(order_text(o.words)) @> a.keys where o.words <> '[]' and a.keys <> '{}' and not o.test
    ), hit as (
      (select kind, id, conversation_id, null::bigint as contact_id, text, at, null as number from message
        order by at desc, id desc limit ${limit + offset})
      union all (select kind, id, conversation_id, null, text, at, null from grouped
        order by at desc, id desc limit ${limit + offset})
      union all (select kind, id, null, contact_id, text, at, number from ticket order by at desc, id desc limit ${limit + offset})
      union all (select kind, id, null, contact_id, text, at, null from lead order by at desc, id desc limit ${limit + offset})
      union all (select kind, id, null, contact_id, text, at, number from ordered order by at desc, id desc limit ${limit + offset})
    )
    select h.kind, h.id, h.number, c.id as "contactId", coalesce(c.name, '') as name, h.text, h.at, coalesce(${otherWriter(sql)}, '') as by,
      case when h.kind = 'out' then ${notDelivered(sql, sql`h.id`)} end as "notDelivered", ${fate(sql, sql`m.edits`)} as fate
    from hit h left join conversations v on v.id = h.conversation_id left join contacts c on c.id = coalesce(h.contact_id, v.contact_id)
    left join messages m on h.conversation_id is not null and m.id = h.id
    order by h.at desc, h.kind, h.id desc limit ${limit} offset ${offset}`;
}
