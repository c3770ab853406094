import type { Sql } from '../../db/sql.ts';
import type { PublicJson } from './public_json.ts';
import { publicId } from './public_json.ts';

interface Row {
  id: string;
  number: string;
  contactId: string;
  conversationId: string | null;
  title: string;
  kind: string;
  cause: string | null;
  priority: string;
  state: string;
  snoozedUntil: Date | null;
  createdAt: Date;
  resolvedAt: Date | null;
  reopened: number;
  mergedIntoId: string | null;
  followsId: string | null;
  orderIds: string[];
  rating: { score: number; words: string; rated_at: string } | null;
}

/** These tickets as other systems see them, by their ids. */
export async function publicTickets(sql: Sql, ids: readonly string[]): Promise<Map<string, PublicJson>> {
  const rows = await sql<Row>`
    select id, number, contact_id as "contactId", conversation_id as "conversationId", title, kind, priority, state,
      (select name from causes c where c.id = t.cause_id) as cause,
      snoozed_until as "snoozedUntil", created_at as "createdAt", resolved_at as "resolvedAt", reopened,
      merged_into_id as "mergedIntoId", follows_id as "followsId",
      array(select order_id::text from ticket_orders o where o.ticket_id = t.id order by o.id) as "orderIds", (
        select jsonb_build_object('score', r.score, 'words', r.words, 'rated_at', to_char(r.rated_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
        from ratings r where r.ticket_id = t.id and r.score is not null order by r.rated_at desc, r.id desc limit 1
      ) as rating
    from tickets t where id = any(${[...ids]}::bigint[])`;
  return new Map(rows.map((row) => [row.id, shown(row)]));
}

const shown = (row: Row): PublicJson => ({
  id: publicId('ticket', row.id)!,
  number: Number(row.number),
  contact_id: publicId('contact', row.contactId),
  conversation_id: publicId('conversation', row.conversationId),
  title: row.title,
  kind: row.kind,
  cause: row.cause,
  priority: row.priority,
  state: row.state,
  snoozed_until: row.snoozedUntil?.toISOString() ?? null,
  created_at: row.createdAt.toISOString(),
  resolved_at: row.resolvedAt?.toISOString() ?? null,
  reopened: row.reopened,
  merged_into: publicId('ticket', row.mergedIntoId),
  follows: publicId('ticket', row.followsId),
  order_ids: row.orderIds.map((id) => publicId('order', id)!),
  rating: row.rating,
});
