import type { Sql } from '../../db/sql.ts';
import type { Attachment } from '../attachment.ts';
import type { PublicJson } from './public_json.ts';
import { publicId } from './public_json.ts';

interface Row {
  id: string;
  conversationId: string;
  contactId: string;
  channel: string;
  direction: string;
  text: string;
  subject: string | null;
  attachments: Attachment[];
  automatic: boolean | null;
  occurredAt: Date;
}

/** These messages as other systems see them, by their ids: neither notes nor what is withheld. Files are named, not held. */
export async function publicMessages(sql: Sql, ids: readonly string[]): Promise<Map<string, PublicJson>> {
  const rows = await sql<Row>`
    select m.id, m.conversation_id as "conversationId", v.contact_id as "contactId", v.channel, m.direction, m.text, m.subject,
      m.attachments, m.automatic, m.occurred_at as "occurredAt"
    from messages m join conversations v on v.id = m.conversation_id
    where m.id = any(${[...ids]}::bigint[]) and m.direction in ('in', 'out') and m.withheld is not true`;
  return new Map(rows.map((row) => [row.id, shown(row)]));
}

const shown = (row: Row): PublicJson => ({
  id: publicId('message', row.id)!,
  conversation_id: publicId('conversation', row.conversationId),
  contact_id: publicId('contact', row.contactId),
  channel: row.channel,
  direction: row.direction,
  text: row.text,
  subject: row.subject,
  attachments: row.attachments.map(({ kind, name, bytes }) => ({ kind, name: name ?? null, bytes: bytes ?? null })),
  automatic: row.automatic === true,
  sent_at: row.occurredAt.toISOString(),
});
