import type { Fragment, Sql } from '../../db/sql.ts';
import { type JournalEntry, UNDO_DAYS } from '../owner/journal.ts';
import { nameOf } from '../people/name.ts';
import { type Change, PARENTS } from './change.ts';

/** A row of the journal: `contacts:12`. */
export type RowName = string;

/** A row that stands in the way of taking an entry back: changed since, or dependent on what would go. */
export interface InTheWay {
  row: RowName;
  tableName: string;
  /** With whom it stays or goes: their contact, else the row itself. */
  owner: RowName;
  /** The rows that it points to. */
  points: RowName[];
}

/** What makes a contact or another row stay. */
export interface Kept {
  owner: RowName;
  why: 'bought' | 'wrote' | 'mailed' | 'changed';
}

const nameOfRow = (tableName: string, key: string): RowName => `${tableName}:${key}`;

/** Rows with whose owner and pointers are read; `row` holds one as it was or became. */
interface Recorded {
  tableName: string;
  key: string;
  row: Record<string, unknown>;
}

/** The rows of changes as they became, or as they were where they are gone. */
export async function recordedOf(sql: Sql, lasts: readonly string[]): Promise<Recorded[]> {
  return sql<Recorded>`
    select table_name as "tableName", key, ${pointersOf(sql)} as row
    from journal_changes where id = any(${[...lasts]}::bigint[])`;
}

/**
 * The rows that reverting changed beyond those it was to revert. That a follow-up of the owner's has seen somebody is a note of the program's and
 * goes with them; what it made for them is a delivery, which is in the way.
 */
export async function touchedBeyond(sql: Sql, reverting: string, changes: readonly Change[]): Promise<Recorded[]> {
  return sql<Recorded>`
    with own as materialized (
      select * from unnest(
        ${changes.map(({ tableName }) => tableName)}::text[], ${changes.map(({ key }) => key)}::text[]
      ) as own (table_name, key)
    ), beyond as (
      select table_name, key from journal_changes
      where journal_id = ${reverting} and not (table_name = 'sequence_entries' and after is null) except select table_name, key from own
    )
    select distinct on (table_name, key) table_name as "tableName", key, ${pointersOf(sql)} as row
    from journal_changes join beyond using (table_name, key) where journal_id = ${reverting}
    order by table_name, key, id`;
}

/**
 * Only the columns that name another row: a row itself may be long. Whom a row was of counts where the trial took that away: an order
 * that a guest has placed names its buyer nowhere else.
 */
const pointersOf = (sql: Sql) => sql`(
  select coalesce(jsonb_object_agg(e.key, e.value), '{}')
  from jsonb_each_text(coalesce(before, '{}') || jsonb_strip_nulls(coalesce(after, '{}'))) e where e.key = any(${Object.keys(POINTERS)})
)`;

/** The columns that point to a table others depend on: `contact_id` to contacts. */
const POINTERS: Readonly<Record<string, string>> = {
  ...Object.fromEntries(PARENTS.map((table) => [`${table.slice(0, -1)}_id`, table])),
  form_id: 'connections',
};

/** Tables whose rows belong to a contact, and through which others do. */
const THROUGH = ['conversations', 'messages', 'leads', 'orders'];

/** With whom each of these rows stays or goes, and what it points to. They may be gone: `among` them others are found. */
export async function placedRows(sql: Sql, rows: readonly Recorded[], among: readonly Recorded[]): Promise<InTheWay[]> {
  const known = new Map([...among, ...rows].map((one) => [nameOfRow(one.tableName, one.key), one]));
  const placed: InTheWay[] = [];
  const unknown = new Map<RowName, RowName>();
  for (const one of rows) for (const name of pointsOf(one)) if (!known.has(name)) unknown.set(name, name);
  for (const [name, contact] of await contactsOf(sql, [...unknown.keys()])) unknown.set(name, contact);
  const ownerOf = (name: RowName, depth = 0): RowName => {
    const one = known.get(name);
    if (!one) return unknown.get(name) ?? name;
    const points = pointsOf(one);
    const contact = points.find((point) => point.startsWith('contacts:'));
    if (one.tableName === 'contacts') return name;
    if (contact) return contact;
    const through = points.find((point) => THROUGH.includes(point.split(':')[0]!));
    // rows point upwards only; the bound is for what nobody foresaw
    return through && depth < PARENTS.length ? ownerOf(through, depth + 1) : name;
  };
  for (const one of rows) {
    const row = nameOfRow(one.tableName, one.key);
    placed.push({ row, tableName: one.tableName, owner: ownerOf(row), points: pointsOf(one) });
  }
  return placed;
}

/** Columns that are called as if they pointed: under `message_id` a delivery keeps by which id its mail goes. */
const NO_POINTERS = new Set(['campaign_deliveries.message_id']);

const pointsOf = ({ tableName, row }: Recorded): RowName[] =>
  Object.entries(POINTERS).flatMap(([column, table]) =>
    row[column] === undefined || row[column] === null || NO_POINTERS.has(`${tableName}.${column}`)
      ? []
      : [nameOfRow(table, String(row[column]))],
  );

/** Whose conversation, message, lead or order that is. */
async function contactsOf(sql: Sql, names: readonly RowName[]): Promise<[RowName, RowName][]> {
  const idsOf = (table: string) => names.flatMap((one) => (one.startsWith(`${table}:`) ? [one.split(':')[1]!] : []));
  const found = await sql<{ name: string; contact: string }>`
    select 'conversations:' || id as name, contact_id as contact from conversations where id = any(${idsOf('conversations')}::bigint[])
    union all
    select 'messages:' || m.id, v.contact_id from messages m join conversations v on v.id = m.conversation_id
    where m.id = any(${idsOf('messages')}::bigint[])
    union all
    select 'leads:' || id, contact_id from leads where id = any(${idsOf('leads')}::bigint[])
    union all
    select 'orders:' || id, contact_id from orders where id = any(${idsOf('orders')}::bigint[])`;
  return found.flatMap(({ name, contact }) => (contact === null ? [] : [[name, nameOfRow('contacts', contact)]]));
}

/**
 * What of an entry has to stay because of these rows: whoever they belong to, else what they point to. `going`: the
 * owners of what is to be taken back.
 */
export function keptFor(rows: readonly InTheWay[], going: ReadonlySet<RowName>): Kept[] {
  const kept = new Map<RowName, Kept['why']>();
  for (const { owner, points, tableName } of rows)
    for (const one of going.has(owner) ? [owner] : points.filter((point) => going.has(point)))
      kept.set(one, stronger(kept.get(one), whyOf(tableName)));
  return [...kept].map(([owner, why]) => ({ owner, why }));
}

const BOUGHT = ['orders', 'order_lines', 'order_payments', 'checkouts', 'shipments'];
const WROTE = ['messages', 'conversations', 'participants'];

function whyOf(tableName: string): Kept['why'] {
  if (BOUGHT.includes(tableName)) return 'bought';
  if (tableName === 'campaign_deliveries') return 'mailed';
  return WROTE.includes(tableName) ? 'wrote' : 'changed';
}

const RANK: readonly Kept['why'][] = ['changed', 'mailed', 'wrote', 'bought'];
const stronger = (one: Kept['why'] | undefined, other: Kept['why']): Kept['why'] =>
  one && RANK.indexOf(one) > RANK.indexOf(other) ? one : other;

/** Of an entry whose rows belong to several: a merge moves rows, and what was deleted comes back whole or not. */
export const isDivisible = (changes: readonly Change[]): boolean =>
  !changes.some(
    ({ tableName, inserted, deleted, columns }) =>
      (deleted && PARENTS.includes(tableName)) ||
      (!inserted && !deleted && columns.some((column) => column in POINTERS)),
  );

/** The latest act after this entry that changed one of these rows and stands; what the program did by itself, too. */
export async function actInTheWay(
  sql: Sql,
  entry: Pick<JournalEntry, 'id'>,
  rows: readonly InTheWay[],
  now: Date,
): Promise<(JournalEntry & { byItself: boolean }) | undefined> {
  const [act] = await sql<JournalEntry & { byItself: boolean }>`
    with way as materialized (
      select * from unnest(
        ${rows.map(({ tableName }) => tableName)}::text[], ${rows.map(({ row }) => row.split(':')[1]!)}::text[]
      ) as way (table_name, key)
    )
    select whole.id, whole.user_id as "userId", whole.command, whole.created_at as "createdAt",
      whole.button_id is not null as "byButton", whole.by_itself as "byItself"
    from way join journal_changes c using (table_name, key) join journal j on j.id = c.journal_id
    join journal whole on whole.id = coalesce(j.part_of, j.id)
    where j.id > ${entry.id} and whole.id <> ${entry.id} and whole.undone_at is null and whole.outcome is null
      and whole.created_at > ${now}::timestamptz - ${UNDO_DAYS} * interval '1 day'
    order by whole.id desc limit 1`;
  return act;
}

/**
 * The contacts among what stays, with their names, in the order of their numbers. What came of whom the entry itself
 * made has come since, whichever row stood in the way first.
 */
export async function namesKept(
  sql: Sql,
  entry: Pick<JournalEntry, 'id'>,
  kept: readonly Kept[],
): Promise<{ name: string; why: Kept['why'] }[]> {
  const why = new Map(kept.map((one) => [one.owner, one.why]));
  const ids = kept.flatMap(({ owner }) => (owner.startsWith('contacts:') ? [owner.split(':')[1]!] : []));
  const made = (tableName: string, key: Fragment) => sql`exists (
    select from journal_changes made join journal j on j.id = made.journal_id
    where made.table_name = ${tableName} and made.key = ${key}::text and made.before is null and ${entry.id} in (j.id, j.part_of)
  )`;
  const rows = await sql<{ id: string; name: string; since: Kept['why'] | null }>`
    select c.id, c.name, case
      when not ${made('contacts', sql`c.id`)} then null
      when exists (select from orders o where o.contact_id = c.id and not ${made('orders', sql`o.id`)}) then 'bought'
      when exists (
        select from messages m join conversations v on v.id = m.conversation_id
        where v.contact_id = c.id and m.direction = 'in' and not ${made('messages', sql`m.id`)}
      ) then 'wrote'
    end as since
    from contacts c where c.id = any(${ids}::bigint[]) order by c.id`;
  return rows.map(({ id, name, since }) => ({
    name: nameOf({ id, name }),
    why: since ?? why.get(nameOfRow('contacts', id))!,
  }));
}
