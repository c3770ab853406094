import type { Sql } from '../../db/sql.ts';
import { type Cell, csv } from '../../text/csv.ts';
import type { Locale } from '../../text/locale.ts';
import { plainDecimal } from '../../text/money/money.ts';
import type { Texts } from '../../text/texts.ts';
import { formatClock } from '../../text/when/format_when.ts';
import { isoDay, wallTime } from '../../text/when/zone.ts';
import { type Field, labelOf, loadFields } from './fields/field.ts';
import { writeValue } from './fields/value.ts';
import type { Filter } from './filter/filter.ts';
import { idsMatching } from './matching.ts';

/** This many rows make a file of about 10 MB, which every channel accepts. */
export const MOST_EXPORTED = 50_000;
/** How many are read at once. */
const BATCH = 2_000;

interface Row {
  id: string;
  name: string;
  tags: string[];
  city: string | null;
  locale: Locale | null;
  /** Where they are, the main one first, and what they do there. */
  at: { name: string; role: string }[];
  createdAt: Date;
  lastSeenAt: Date | null;
  identities: { channel: string; address: string }[];
  spent: { currency: string; orders: number; minor: string }[];
  /** What is kept in each field, by its id. */
  fields: Record<string, string>;
}

/**
 * One line for each contact who matches, the most recently seen first; what they spent is in one column for each
 * currency. Times are in the settings' time zone.
 */
export async function contactsCsv(
  sql: Sql,
  filter: Filter,
  now: Date,
  reader: { t: Texts; locale: Locale; settings: { timezone: string } },
): Promise<Buffer> {
  const ids = await idsMatching(sql, filter, now, MOST_EXPORTED);
  const rows: Row[] = [];
  for (let at = 0; at < ids.length; at += BATCH) rows.push(...(await loadRows(sql, ids.slice(at, at + BATCH))));
  const currencies = [...new Set(rows.flatMap(({ spent }) => spent.map(({ currency }) => currency)))].sort();
  const { columns, spent } = reader.t.export;
  const fields = await loadFields(sql);
  return csv([
    [...columns, ...fields.map((field) => labelOf(reader.t, field)), ...currencies.map(spent)],
    ...rows.map((row) => [
      ...cells(row, reader),
      ...fieldCells(row.fields, fields, reader.locale),
      ...currencies.map((currency) => spentIn(row, currency)),
    ]),
  ]);
}

async function loadRows(sql: Sql, ids: string[]): Promise<Row[]> {
  return sql<Row>`
    select c.id, c.name, c.tags, c.city, c.locale, c.created_at as "createdAt", c.last_seen_at as "lastSeenAt",
      coalesce((
        select jsonb_agg(jsonb_build_object('channel', i.channel, 'address', i.address) order by i.sign, i.id)
        from (
          select false as sign, id, channel, address from contact_identities where contact_id = c.id
          union all select true, id, channel, address from contact_signs where contact_id = c.id
        ) i
      ), '[]') as identities,
      coalesce((
        select jsonb_agg(jsonb_build_object('currency', p.currency, 'orders', p.orders, 'minor', p.minor))
        from (
          select o.currency, o.orders, o.spent_minor::text as minor
          from contact_purchases o where o.contact_id = c.id and o.currency <> '*'
        ) p
      ), '[]') as spent,
      coalesce((
        select jsonb_agg(jsonb_build_object('name', o.name, 'role', m.role) order by m.main_at desc nulls last, m.id)
        from memberships m join organizations o on o.id = m.organization_id where m.contact_id = c.id
      ), '[]') as at,
      coalesce((
        select jsonb_object_agg(field_id, value) from field_values where contact_id = c.id
      ), '{}') as fields
    from unnest(${ids}::bigint[]) with ordinality as wanted (id, nth) join contacts c on c.id = wanted.id
    order by wanted.nth`;
}

function cells(row: Row, { t, settings }: { t: Texts; settings: { timezone: string } }): Cell[] {
  return [
    row.id,
    row.name,
    row.tags.join(' '),
    row.city ?? '',
    row.at.map(({ name }) => name).join('; '),
    row.at.some(({ role }) => role !== '') ? row.at.map(({ role }) => role).join('; ') : '',
    row.locale ? t.language.name[row.locale] : '',
    [...new Set(row.identities.map(({ channel }) => t.channel(channel)))].join('; '),
    row.identities.map(({ address }) => t.address(address)).join('; '),
    time(row.createdAt, settings.timezone),
    row.lastSeenAt ? time(row.lastSeenAt, settings.timezone) : '',
    row.spent.reduce((sum, { orders }) => sum + orders, 0),
  ];
}

/** What somebody has in each of these fields, as it is read back. */
export const fieldCells = (has: Record<string, string>, fields: readonly Field[], locale: Locale): Cell[] =>
  fields.map((field) => {
    if (has[field.id] === undefined) return '';
    const written = writeValue(field, has[field.id]!, locale);
    return field.kind === 'number' ? { figure: written } : written;
  });

/** A number for the spreadsheet; an empty cell if nothing was spent. */
function spentIn({ spent }: Row, currency: string): Cell {
  const found = spent.find((one) => one.currency === currency);
  return found ? plainDecimal(found.minor, currency) : '';
}

const time = (at: Date, timezone: string): string =>
  `${isoDay(wallTime(at, timezone).day)} ${formatClock(at, timezone)}`;
