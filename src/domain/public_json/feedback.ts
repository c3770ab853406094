import type { Sql } from '../../db/sql.ts';
import { type PublicJson, publicId } from './public_json.ts';

interface Row {
  id: string;
  contactId: string;
  messageId: string | null;
  kind: string;
  text: string;
  tags: string[];
  state: string;
  mayBeShown: boolean;
  createdAt: Date;
}

/** What customers said of us, as other systems see it, by its ids. */
export async function publicFeedback(sql: Sql, ids: readonly string[]): Promise<Map<string, PublicJson>> {
  const rows = await sql<Row>`
    select id, contact_id as "contactId", message_id as "messageId", kind, text, tags, state,
      coalesce(quote_said in ('name', 'nameless'), false) as "mayBeShown", created_at as "createdAt"
    from feedback where id = any(${[...ids]}::bigint[])`;
  return new Map(rows.map((row) => [row.id, shown(row)]));
}

const shown = (row: Row): PublicJson => ({
  id: publicId('feedback', row.id)!,
  contact_id: publicId('contact', row.contactId),
  message_id: publicId('message', row.messageId),
  kind: row.kind,
  text: row.text,
  tags: row.tags,
  state: row.state,
  may_be_shown: row.mayBeShown,
  created_at: row.createdAt.toISOString(),
});
