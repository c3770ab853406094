import type { Sql, Tx } from '../db/sql.ts';
import { refreshSearchKeys } from './contact.ts';

export interface JournalEntry {
  id: string;
  userId: string;
  command: string;
  createdAt: Date;
}

/** What an entry did to one row, from before its first change to after its last. */
interface Change {
  tableName: string;
  key: string;
  /** journal_changes that hold the row as it was, and as it became. */
  first: string;
  last: string;
  inserted: boolean;
  deleted: boolean;
  columns: string[];
}

export type Undone =
  | { result: 'undone'; entry: JournalEntry }
  | { result: 'nothing' }
  /** An answer of this entry has left: it cannot be called back. */
  | { result: 'sent'; entry: JournalEntry }
  /** A row it changed was changed again since. */
  | { result: 'changed_since'; entry: JournalEntry };

/** How long a change can be undone. */
const UNDO_DAYS = 30;

/** Columns the house keeps by itself: moved on since, they are no conflict and stay as they are. */
const KEPT: Record<string, string[]> = {
  contacts: ['last_seen_at', 'search_keys'],
  conversations: ['last_message_at'],
  leads: ['active_at'],
  tasks: ['reminded_at'],
};

/** Taken back whatever has happened since: who waited before an answer that is called back waits since then again. */
const ANYHOW: Record<string, string[]> = { conversations: ['waiting_since'] };

/**
 * Runs a command's work with every row it changes recorded (by database triggers, cascades included), in the same
 * transaction. Gives the entry's id, or undefined when nothing was changed.
 */
export async function journaled<T>(
  tx: Tx,
  entry: { userId: string; command: string; now: Date },
  work: () => Promise<T>,
): Promise<{ result: T; journalId: string | undefined }> {
  const [journal] = await tx<{ id: string }>`
    insert into journal (user_id, command, created_at) values (${entry.userId}, ${entry.command}, ${entry.now})
    returning id`;
  await tx`select set_config('crm.journal_id', ${journal!.id}, true)`;
  const result = await work();
  await tx`select set_config('crm.journal_id', '', true)`;
  const dropped = await tx`
    delete from journal j
    where id = ${journal!.id} and not exists (select from journal_changes c where c.journal_id = j.id) returning id`;
  return { result, journalId: dropped.length > 0 ? undefined : journal!.id };
}

export async function lastEntry(sql: Sql, userId: string, now: Date): Promise<JournalEntry | undefined> {
  const [entry] = await sql<JournalEntry>`
    select id, user_id as "userId", command, created_at as "createdAt" from journal
    where user_id = ${userId} and undone_at is null and created_at > ${now}::timestamptz - ${UNDO_DAYS} * interval '1 day'
    order by id desc limit 1`;
  return entry;
}

async function loadEntry(sql: Sql, userId: string, id: string, now: Date): Promise<JournalEntry | undefined> {
  const [entry] = await sql<JournalEntry>`
    select id, user_id as "userId", command, created_at as "createdAt" from journal
    where id = ${id} and user_id = ${userId} and undone_at is null
      and created_at > ${now}::timestamptz - ${UNDO_DAYS} * interval '1 day'`;
  return entry;
}

/**
 * Takes back one entry of this user (default: the last one): every row returns to exactly what it was. All or nothing.
 */
export async function undo(tx: Tx, userId: string, id: string | undefined, now: Date): Promise<Undone> {
  const entry = id ? await loadEntry(tx, userId, id, now) : await lastEntry(tx, userId, now);
  if (!entry) return { result: 'nothing' };
  const changes = await changesOf(tx, entry.id);
  const answers = await answersOf(tx, changes);
  if (answers.some(({ state }) => state !== 'queued' && state !== 'cancelled')) return { result: 'sent', entry };
  if (!(await takeBack(tx, entry, changes))) return { result: 'changed_since', entry };
  await tx`update outbox set state = 'cancelled' where id = any(${answers.map((answer) => answer.id)})`;
  await tx`update journal set undone_at = ${now} where id = ${entry.id}`;
  return { result: 'undone', entry };
}

/** One change a row, what was changed last first: children go before their parents and come back after them. */
async function changesOf(sql: Sql, journalId: string): Promise<Change[]> {
  return sql<Change>`
    with ends as (
      select table_name, key, min(id) as first, max(id) as last
      from journal_changes where journal_id = ${journalId} group by table_name, key
    )
    select e.table_name as "tableName", e.key, e.first, e.last, f.before is null as inserted, l.after is null as deleted,
      array(
        select k from jsonb_object_keys(coalesce(l.after, '{}')) k where l.after -> k is distinct from f.before -> k
      ) as columns
    from ends e join journal_changes f on f.id = e.first join journal_changes l on l.id = e.last
    where f.before is distinct from l.after
    order by e.last desc`;
}

/** What this entry sent to customers, or is about to. */
async function answersOf(tx: Tx, changes: Change[]): Promise<{ id: string; state: string }[]> {
  const messages = changes.filter((change) => change.tableName === 'messages' && change.inserted);
  return tx<{ id: string; state: string }>`
    select id, state from outbox
    where message_id = any(${messages.map((change) => change.key)}) and audience = 'customer' for update`;
}

/** False, and nothing changed, when a row was changed again since or something else hangs on a row that would go. */
async function takeBack(tx: Tx, entry: JournalEntry, changes: Change[]): Promise<boolean> {
  const moved = new Map<Change, string[]>();
  for (const change of changes) {
    const columns = await movedSince(tx, change);
    if (!columns) return false;
    moved.set(change, columns);
  }
  await tx.unsafe('savepoint before_undo');
  const revertAll = async () => {
    for (const change of changes) await revert(tx, change, moved.get(change)!);
  };
  const { journalId } = await journaled(tx, { ...entry, now: entry.createdAt }, revertAll);
  const whole = await touchedNothingElse(tx, journalId, entry.id);
  if (!whole) await tx.unsafe('rollback to savepoint before_undo');
  if (!whole) return false;
  await tx`delete from journal where id = ${journalId ?? null}`;
  await refreshDerived(tx, changes);
  return true;
}

/**
 * Columns that hold neither what this entry wrote nor what it found, of those that may; undefined when that is a conflict.
 * Later changes elsewhere in the row are welcome.
 */
async function movedSince(tx: Tx, change: Change): Promise<string[] | undefined> {
  const [row] = await tx<{ moved: string[] }>`
    select array(
      select k from unnest(${change.columns}::text[]) k
      where to_jsonb(t) -> k is distinct from l.after -> k and to_jsonb(t) -> k is distinct from f.before -> k
    ) as moved
    from ${tx(change.tableName)} t, journal_changes f, journal_changes l
    where ${isRow(tx, change)} and f.id = ${change.first} and l.id = ${change.last}`;
  if (change.deleted) return row ? undefined : [];
  if (!row) return undefined;
  const kept = row.moved.filter((column) => KEPT[change.tableName]?.includes(column));
  const free = row.moved.filter((column) => ANYHOW[change.tableName]?.includes(column));
  return kept.length + free.length === row.moved.length ? kept : undefined;
}

/** In SQL alone, from the stored row: amounts longer than 15 digits would not survive JavaScript's numbers. */
async function revert(tx: Tx, change: Change, except: string[]): Promise<void> {
  const table = tx(change.tableName);
  if (change.inserted) {
    await tx`delete from ${table} t where ${isRow(tx, change)}`;
  } else if (change.deleted) {
    await tx`
      insert into ${table} overriding system value
      select was.* from journal_changes f, jsonb_populate_record(null::${table}, f.before) was where f.id = ${change.first}`;
  } else {
    const columns = change.columns.filter((column) => !except.includes(column));
    if (columns.length === 0) return;
    await tx`
      update ${table} t set ${assignments(tx, columns)}
      from journal_changes f, jsonb_populate_record(null::${table}, f.before) was
      where ${isRow(tx, change)} and f.id = ${change.first}`;
  }
}

/** The column that names a row is the one its journal trigger was given (sql). */
function isRow(tx: Tx, { tableName, key }: Change) {
  return tableName === 'settings' ? tx`t.key = ${key}` : tx`t.id = ${key}`;
}

function assignments(tx: Tx, columns: string[]) {
  const [first, ...rest] = columns.map((column) => tx`${tx(column)} = was.${tx(column)}`);
  return rest.reduce((list, next) => tx`${list}, ${next}`, first!);
}

/** The triggers see cascades too: a row that is not part of the entry would have gone with it. */
async function touchedNothingElse(tx: Tx, reverting: string | undefined, entryId: string): Promise<boolean> {
  const others = await tx`
    select from journal_changes u
    where u.journal_id = ${reverting ?? null} and not exists (
      select from journal_changes c
      where c.journal_id = ${entryId} and c.table_name = u.table_name and c.key = u.key
    )
    limit 1`;
  return others.length === 0;
}

/** What is kept in step with rows elsewhere: keys a contact is found by, and the hooks other parts hold in memory. */
async function refreshDerived(tx: Tx, changes: Change[]): Promise<void> {
  const contacts = await tx<{ id: string }>`
    select id from contacts where id in (
      select case when table_name = 'contacts' then key else coalesce(after, before) ->> 'contact_id' end::bigint
      from journal_changes
      where table_name in ('contacts', 'contact_identities') and id = any(${changes.map((change) => change.last)})
    )`;
  for (const { id } of contacts) await refreshSearchKeys(tx, id);
  if (changes.some((change) => change.tableName === 'connections')) await tx`select pg_notify('connections', '')`;
}
