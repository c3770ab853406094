import type { Sql } from '../../db/sql.ts';
import { heldFields } from '../people/fields/contact_fields.ts';
import { type HeldField, jsonFields } from '../people/fields/json_fields.ts';
import type { PublicJson } from './public_json.ts';
import { publicId } from './public_json.ts';

interface Row {
  id: string;
  name: string;
  locale: string | null;
  city: string | null;
  tags: string[];
  blocked: boolean;
  createdAt: Date;
  lastSeenAt: Date | null;
  has: HeldField[];
  identities: { channel: string; address: string; claimed: boolean }[];
}

/** These contacts as other systems see them, by their ids. */
export async function publicContacts(sql: Sql, ids: readonly string[]): Promise<Map<string, PublicJson>> {
  const rows = await sql<Row>`
    select c.id, c.name, c.locale, c.city, c.tags, c.blocked_at is not null as blocked, c.created_at as "createdAt",
      c.last_seen_at as "lastSeenAt", coalesce((
        select jsonb_agg(jsonb_build_object('channel', i.channel, 'address', i.address, 'claimed', i.claimed) order by i.id)
        from contact_identities i where i.contact_id = c.id
      ), '[]') as identities, ${heldFields(sql)}
    from contacts c where c.id = any(${[...ids]}::bigint[])`;
  return new Map(rows.map((row) => [row.id, shown(row)]));
}

const shown = (row: Row): PublicJson => ({
  id: publicId('contact', row.id)!,
  name: row.name,
  language: row.locale,
  city: row.city,
  tags: row.tags,
  blocked: row.blocked,
  identities: row.identities.map(({ channel, address, claimed }) => ({ channel, address, verified: !claimed })),
  ...jsonFields(row.has),
  created_at: row.createdAt.toISOString(),
  last_seen_at: row.lastSeenAt?.toISOString() ?? null,
});
