import type { Sql, Tx } from '../db/sql.ts';

export interface JournalEntry {
  id: string;
  userId: string;
  command: string;
  createdAt: Date;
}

interface Change {
  tableName: string;
  key: string;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
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

/** Tables the journal records, with the column that names a row (sql: the journal triggers). */
const KEY: Record<string, string> = { settings: 'key' };

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
  const changes = await tx<Change>`
    select table_name as "tableName", key, before, after from journal_changes
    where journal_id = ${entry.id} order by id desc`;
  if (!(await callBackAnswers(tx, changes))) return { result: 'sent', entry };
  for (const change of changes) if (!(await stillStands(tx, change))) return { result: 'changed_since', entry };
  for (const change of changes) await revert(tx, change);
  await tx`update journal set undone_at = ${now} where id = ${entry.id}`;
  return { result: 'undone', entry };
}

/** Answers that still wait in the outbox are cancelled; false if one has left. */
async function callBackAnswers(tx: Tx, changes: Change[]): Promise<boolean> {
  const messages = changes.filter((change) => change.tableName === 'messages' && !change.before).map((c) => c.key);
  if (messages.length === 0) return true;
  const rows = await tx<{ state: string }>`
    select state from outbox where message_id = any(${messages}) and audience = 'customer' for update`;
  if (rows.some((row) => row.state !== 'queued' && row.state !== 'cancelled')) return false;
  await tx`update outbox set state = 'cancelled' where message_id = any(${messages}) and state = 'queued'`;
  return true;
}

/** Only the columns this change touched must still hold what it wrote: later changes elsewhere in the row are welcome. */
async function stillStands(tx: Tx, change: Change): Promise<boolean> {
  const key = KEY[change.tableName] ?? 'id';
  const [row] = await tx<{ now: Record<string, unknown> }>`
    select to_jsonb(t) as now from ${tx(change.tableName)} t where t.${tx(key)}::text = ${change.key}`;
  if (!change.after) return row === undefined;
  if (!row) return false;
  const touched = changedColumns(change);
  return touched.every((column) => same(row.now[column], change.after![column]));
}

async function revert(tx: Tx, change: Change): Promise<void> {
  const table = change.tableName;
  const key = KEY[table] ?? 'id';
  if (!change.before) {
    await tx`delete from ${tx(table)} t where t.${tx(key)}::text = ${change.key}`;
  } else if (!change.after) {
    await tx`
      insert into ${tx(table)} overriding system value
      select * from jsonb_populate_record(null::${tx(table)}, ${tx.json(change.before)})`;
  } else {
    const columns = changedColumns(change);
    await tx`
      update ${tx(table)} t set ${assignments(tx, columns)}
      from jsonb_populate_record(null::${tx(table)}, ${tx.json(change.before)}) was
      where t.${tx(key)}::text = ${change.key}`;
  }
}

function assignments(tx: Tx, columns: string[]) {
  const [first, ...rest] = columns.map((column) => tx`${tx(column)} = was.${tx(column)}`);
  return rest.reduce((list, next) => tx`${list}, ${next}`, first!);
}

function changedColumns({ before, after }: Change): string[] {
  if (!before || !after) return Object.keys(after ?? {});
  return Object.keys(after).filter((column) => !same(before[column], after[column]));
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
