import type { Sql } from '../../db/sql.ts';
import type { PublicJson } from './public_json.ts';
import { publicId } from './public_json.ts';

interface Row {
  id: string;
  contactId: string;
  conversationId: string | null;
  title: string;
  kind: string;
  priority: string;
  state: string;
  snoozedUntil: Date | null;
  createdAt: Date;
  resolvedAt: Date | null;
  rating: { score: number; words: string; rated_at: string } | null;
}

/** These tickets as other systems see them, by their ids. */
export async function publicTickets(sql: Sql, ids: readonly string[]): Promise<Map<string, PublicJson>> {
  const rows = await sql<Row>`
    select id, contact_id as "contactId", conversation_id as "conversationId", title, kind, priority, state,
      snoozed_until as "snoozedUntil", created_at as "createdAt", resolved_at as "resolvedAt", (
        select jsonb_build_object('score', r.score, 'words', r.words, 'rated_at', to_char(r.rated_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
        from ratings r where r.ticket_id = tickets.id and r.score is not null order by r.rated_at desc, r.id desc limit 1
      ) as rating
    from tickets where id = any(${[...ids]}::bigint[])`;
  return new Map(rows.map((row) => [row.id, shown(row)]));
}

const shown = (row: Row): PublicJson => ({
  id: publicId('ticket', row.id)!,
  contact_id: publicId('contact', row.contactId),
  conversation_id: publicId('conversation', row.conversationId),
  title: row.title,
  kind: row.kind,
  priority: row.priority,
  state: row.state,
  snoozed_until: row.snoozedUntil?.toISOString() ?? null,
  created_at: row.createdAt.toISOString(),
  resolved_at: row.resolvedAt?.toISOString() ?? null,
  rating: row.rating,
});
