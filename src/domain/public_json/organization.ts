import type { Sql } from '../../db/sql.ts';
import { type PublicJson, publicId } from './public_json.ts';

/** So many of its people are named. */
const MOST_PEOPLE = 100;

interface Row {
  id: string;
  name: string;
  domain: string;
  website: string;
  taxId: string;
  address: string;
  note: string;
  people: { contactId: string; role: string }[];
  count: number;
  createdAt: Date;
}

/** Companies as other systems see them, with who is there, by their ids. */
export async function publicOrganizations(sql: Sql, ids: readonly string[]): Promise<Map<string, PublicJson>> {
  const rows = await sql<Row>`
    select o.id, o.name, o.domain, o.website, o.tax_id as "taxId", o.address, o.note, o.created_at as "createdAt",
      coalesce((
        select jsonb_agg(jsonb_build_object('contactId', m.contact_id::text, 'role', m.role) order by m.id) from (
          select id, contact_id, role from memberships where organization_id = o.id order by id limit ${MOST_PEOPLE}
        ) m
      ), '[]') as people, (select count(*)::int from memberships where organization_id = o.id) as count
    from organizations o where o.id = any(${[...ids]}::bigint[])`;
  return new Map(rows.map((row) => [row.id, shown(row)]));
}

const shown = (row: Row): PublicJson => ({
  id: publicId('organization', row.id)!,
  name: row.name,
  domain: orNull(row.domain),
  website: orNull(row.website),
  tax_id: orNull(row.taxId),
  address: orNull(row.address),
  note: orNull(row.note),
  people: row.people.map(({ contactId, role }) => ({ contact_id: publicId('contact', contactId), role: orNull(role) })),
  people_count: row.count,
  created_at: row.createdAt.toISOString(),
});

const orNull = (known: string): string | null => (known === '' ? null : known);
