import type { Sql } from '../../../db/sql.ts';
import type { Cell } from '../../../text/csv.ts';
import type { Locale } from '../../../text/locale.ts';
import { fieldCells } from '../../people/export.ts';
import type { Field } from '../../people/fields/field.ts';

/** A contact as a row that `/import` reads back without loss. */
interface Row {
  id: string;
  name: string;
  tags: string[];
  city: string | null;
  locale: Locale | null;
  addresses: { channel: string; address: string }[];
  signs: { channel: string; address: string; source: string }[];
  /** What is kept in each field, by its id. */
  fields: Record<string, string>;
  createdAt: Date;
  lastSeenAt: Date | null;
}

const BATCH = 1000;

/** Every contact by id, a batch at a time. */
export async function* contactRows(sql: Sql): AsyncGenerator<Row[]> {
  for (let after = '0'; ; ) {
    const rows = await sql<Row>`
      select c.id, c.name, c.tags, c.city, c.locale, c.created_at as "createdAt", c.last_seen_at as "lastSeenAt",
        coalesce((
          select jsonb_agg(jsonb_build_object('channel', channel, 'address', address) order by id)
          from contact_identities where contact_id = c.id
        ), '[]') as addresses,
        coalesce((
          select jsonb_agg(jsonb_build_object('channel', channel, 'address', address, 'source', source) order by id)
          from contact_signs where contact_id = c.id
        ), '[]') as signs,
        coalesce((select jsonb_object_agg(field_id, value) from field_values where contact_id = c.id), '{}') as fields
      from contacts c where c.id > ${after} order by c.id limit ${BATCH}`;
    if (rows.length > 0) yield rows;
    if (rows.length < BATCH) return;
    after = rows.at(-1)!.id;
  }
}

/** In the order of the texts' `columns`, and then of the fields: as English has it, which every language reads. */
export const cellsOf = (row: Row, fields: readonly Field[]): Cell[] => [
  row.id,
  row.name,
  row.tags.join(' '),
  row.city ?? '',
  row.locale ?? '',
  row.addresses.map(({ channel, address }) => `${channel}:${encoded(address)}`).join(' '),
  row.signs.map(({ channel, address, source }) => `${channel}:${encoded(address)}|${source}`).join(' '),
  row.createdAt.toISOString(),
  row.lastSeenAt?.toISOString() ?? '',
  ...fieldCells(row.fields, fields, 'en'),
];

/** What parts addresses, and what says so, is written %20: all else stays readable. */
const encoded = (address: string): string => address.toWellFormed().replace(/[\s%]/gu, encodeURIComponent);
