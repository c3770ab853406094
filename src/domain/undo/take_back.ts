import { assignments } from '../../db/assignments.ts';
import { errorCode } from '../../db/errors.ts';
import type { Fragment, Tx } from '../../db/sql.ts';
import { type JournalEntry, journaled, recordedIn } from '../owner/journal.ts';
import { goAlong } from '../people/belongings.ts';
import { refreshSearchKeys } from '../people/contact.ts';
import { heldFollow, heldRegainCopies } from '../talk/answer_way.ts';
import { threadsWith } from '../talk/mail/participant.ts';
import { recountWaiting } from '../talk/waiting.ts';
import type { Change } from './change.ts';
import { type InTheWay, placedRows, recordedOf, touchedBeyond } from './stays.ts';
import { keepStopped } from './stopped.ts';

/** Stands for a change that follows automatically and need not be taken back separately. */
const NO_ENTRY = '';

const UNIQUE_VIOLATION = '23505';

/**
 * Columns that the program or a shop maintains: if they have changed since, that is no conflict, and they stay as they
 * are.
 */
export const KEPT: Record<string, string[]> = {
  contacts: ['last_seen_at', 'search_keys', 'refused'],
  contract_files: ['file', 'fetched_at'],
  contracts: ['due_on', 'reminded', 'lead_id'],
  conversations: ['last_message_at'],
  invoice_reminders: ['stopped_at', 'told_at', 'why'],
  invoices: ['settled', 'told'],
  leads: ['active_at', 'nudged_at'],
  orders: ['contact_id', 'words', 'delivery', 'contact_details'],
  sequences: ['looked_to', 'look_at', 'look', 'seen'],
  tasks: ['reminded_at', 'due_at'],
};

/** Columns that are worked out of a row anew: they are not recorded with a row that is made (sql: its trigger `journal_made`). */
const DERIVED: Record<string, string[]> = { contacts: ['search_keys'] };

/** What people tell us about themselves after the row was made for them; it goes with the row. */
const FILLED: Record<string, string[]> = { contacts: ['name', 'name_from', 'locale', 'locale_from', 'city'] };

/** Tables whose rows come and go automatically: if one has gone since, that is no conflict. */
const TRANSIENT = ['topics'];

/** Where an answer goes depends on these columns: an answer that is still held follows. */
const WAY = ['answers_to', 'without_copies', 'blocked_at'];

/**
 * Taken back whatever has happened since: somebody who was waiting before an answer that is called back has been
 * waiting since then again, and so has their ticket.
 */
const ANYHOW: Record<string, string[]> = {
  conversations: ['waiting_since'],
  tickets: ['state_since'],
  // however far they have come with it since (recall.ts)
  sequence_entries: ['entered_at', 'since', 'order_id', 'step', 'due_at', 'look_at', 'retimed_at', 'ended_at', 'ended'],
};

/**
 * Takes these changes of the entry back. If a row of theirs has been changed again since, or something else depends on
 * a row that would go, it changes nothing and gives the rows in the way; none if it cannot be said which.
 */
export async function takeBack(
  tx: Tx,
  entry: JournalEntry,
  changes: Change[],
  now: Date,
): Promise<InTheWay[] | undefined> {
  const rows = await rowsNow(tx, changes);
  const later = await changedByUsers(tx, entry, changes);
  const moved = new Map(
    changes.map((change) => [change, later.has(change.first) ? undefined : movedSince(change, rows.get(change.first))]),
  );
  const movedAgain = changes.filter((change) => moved.get(change) === undefined);
  if (movedAgain.length > 0) {
    const inTheWay = await recordedOf(
      tx,
      movedAgain.map(({ last }) => last),
    );
    return placedRows(tx, inTheWay, await recordedFor(tx, changes));
  }
  // what comes back brings its own history: nothing is noted beside it (note_stage)
  await Promise.all([tx.unsafe('savepoint before_undo'), tx`select set_config('crm.stages_noted', 'on', true)`]);
  const made = changes.filter(({ tableName, inserted }) => tableName === 'contacts' && inserted);
  const revertAll = async () => {
    const others = changes.filter((change) => !made.includes(change));
    for (const run of runsOf(others, moved)) await revert(tx, run);
    await recordedIn(tx, NO_ENTRY, () =>
      goAlong(
        tx,
        changes.map((change) => change.last),
        now,
      ),
    );
    for (const run of runsOf(made, moved)) await revert(tx, run);
  };
  const reverting = journaled(tx, { ...entry, now: entry.createdAt }, revertAll);
  const journalId = await reverting.then(({ journalId }) => journalId, placeTaken);
  // the triggers see cascades too: so they show if a row outside the changes would have gone along
  const beyond = journalId === TAKEN || !journalId ? [] : await touchedBeyond(tx, journalId, changes);
  if (journalId === TAKEN || beyond.length > 0) {
    await tx.unsafe('rollback to savepoint before_undo');
    return beyond.length > 0 ? placedRows(tx, beyond, await recordedFor(tx, changes)) : [];
  }
  await Promise.all([
    tx`select set_config('crm.stages_noted', 'off', true)`,
    tx`delete from journal where id = ${journalId ?? null}`,
  ]);
  await refreshDerived(tx, changes);
  return undefined;
}

const recordedFor = (tx: Tx, changes: Change[]) =>
  recordedOf(
    tx,
    changes.map(({ last }) => last),
  );

const TAKEN = Symbol('taken');

/** Something new is in the place of a deleted row: the deleted person has written again. */
function placeTaken(error: unknown): typeof TAKEN {
  if (errorCode(error) === UNIQUE_VIOLATION) return TAKEN;
  throw error;
}

/**
 * For each row that still exists, by `first`: the columns changed by the entry that now hold neither what it wrote nor
 * what it found. One statement for each table, however many rows.
 */
async function rowsNow(tx: Tx, changes: Change[]): Promise<Map<string, string[]>> {
  const rows = new Map<string, string[]>();
  for (const tableName of new Set(changes.map((change) => change.tableName))) {
    const ofTable = changes.filter((change) => change.tableName === tableName);
    const found = await tx<{ first: string; moved: string[] }>`
      select f.id as first, case when l.after in (r.now, r.now - ${DERIVED[tableName] ?? []}::text[]) then '{}' else array(
        select k from jsonb_object_keys(coalesce(l.after, '{}')) k
        where l.after -> k is distinct from f.before -> k and ${asFiled(tx, tx`k`, tx`r.now -> k`)} is distinct from l.after -> k
          and r.now -> k is distinct from f.before -> k
      ) end as moved
      from unnest(
        ${ofTable.map(({ first }) => first)}::bigint[], ${ofTable.map(({ last }) => last)}::bigint[]
      ) as c (first, last)
      join journal_changes f on f.id = c.first join journal_changes l on l.id = c.last
      join ${tx(tableName)} t on ${isRowOf(tx, tableName)} cross join lateral (select to_jsonb(t) as now) r`;
    for (const { first, moved } of found) rows.set(first, moved);
  }
  return rows;
}

/**
 * The contacts made by this entry, by `first`, in which a user's later entry changed what people otherwise tell about
 * themselves: that must not go with the row, or the later entry could never be undone.
 */
async function changedByUsers(tx: Tx, entry: JournalEntry, changes: Change[]): Promise<Set<string>> {
  const made = changes.filter(({ tableName, inserted }) => tableName === 'contacts' && inserted);
  const rows = await tx<{ first: string }>`
    select distinct m.first from unnest(
      ${made.map(({ first }) => first)}::bigint[], ${made.map(({ key }) => key)}::text[]
    ) as m (first, key)
    -- one by one: while the journal is small the planner would rather read it whole, and keeps to it
    cross join lateral (
      with of_row as materialized (select * from journal_changes where table_name = 'contacts' and key = m.key)
      select * from of_row
    ) c
    cross join lateral (select undone_at from journal where id = c.journal_id limit 1) j
    where c.journal_id > ${entry.id} and j.undone_at is null and exists (
      select from unnest(${FILLED.contacts!}::text[]) k where c.before -> k is distinct from c.after -> k
    )`;
  return new Set(rows.map(({ first }) => first));
}

/** What somebody said a message is; a change since then does not affect that. */
const asFiled = (tx: Tx, column: Fragment, value: Fragment): Fragment =>
  tx`case when ${column} = 'triage' and ${value} ? 'looksLike' then (${value}) - '{ofEarlier,looksLike}'::text[] else ${value} end`;

/**
 * Of the columns that have changed since, those that may change and so stay; undefined if there is a conflict. Later
 * changes in other columns do no harm.
 */
function movedSince(change: Change, moved: string[] | undefined): string[] | undefined {
  if (change.deleted) return moved ? undefined : [];
  if (!moved) return TRANSIENT.includes(change.tableName) ? [] : undefined;
  const own = [...(KEPT[change.tableName] ?? []), ...(change.inserted ? (FILLED[change.tableName] ?? []) : [])];
  const kept = moved.filter((column) => own.includes(column));
  const free = moved.filter((column) => ANYHOW[change.tableName]?.includes(column));
  return kept.length + free.length === moved.length ? kept : undefined;
}

/** Changes that are reverted in one statement. */
interface Run extends Pick<Change, 'tableName' | 'inserted' | 'deleted'> {
  columns: string[];
  /** The journal_changes that hold the rows as they were. */
  firsts: string[];
}

/** Groups neighbouring changes in one table that are reverted in the same way. */
function runsOf(changes: Change[], except: Map<Change, string[] | undefined>): Run[] {
  const runs: Run[] = [];
  for (const change of changes) {
    const { tableName, inserted, deleted, first } = change;
    const columns = change.columns.filter((column) => !except.get(change)?.includes(column));
    const run = { tableName, inserted, deleted, columns: inserted || deleted ? [] : columns, firsts: [] };
    const last = runs.at(-1);
    if (last && JSON.stringify({ ...last, firsts: [] }) === JSON.stringify(run)) last.firsts.push(first);
    else runs.push({ ...run, firsts: [first] });
  }
  return runs;
}

/**
 * Everything happens in SQL, from the stored rows: amounts longer than 15 digits would not survive JavaScript's
 * numbers.
 */
async function revert(tx: Tx, { tableName, inserted, deleted, columns, firsts }: Run): Promise<void> {
  const table = tx(tableName);
  const isRow = tx`${isRowOf(tx, tableName)} and f.id = any(${firsts}::bigint[])`;
  const was = tx`journal_changes f cross join lateral jsonb_populate_record(null::${table}, f.before) was`;
  if (inserted) {
    await tx`delete from ${table} t using journal_changes f where ${isRow}`;
  } else if (deleted) {
    const given = tx(await givenColumns(tx, tableName));
    await tx`
      insert into ${table} (${given}) overriding system value
      select ${given} from (select was.* from ${was} where f.id = any(${firsts}::bigint[])) was`;
  } else {
    const sets = assignments(tx, Object.fromEntries(columns.map((column) => [column, valueBefore(tx, column)])));
    if (!sets) return;
    await tx`update ${table} t set ${sets} from ${was} where ${isRow}`;
  }
}

/** All but those that the database works out of the others. */
async function givenColumns(tx: Tx, tableName: string): Promise<string[]> {
  const rows = await tx<{ name: string }>`
    select attname as name from pg_attribute
    where attrelid = ${tableName}::regclass and attnum > 0 and not attisdropped and attgenerated = ''`;
  return rows.map(({ name }) => name);
}

/** The row `t` that the change `f` is about; its key column is the one that its journal trigger was given (sql). */
function isRowOf(tx: Tx, tableName: string) {
  // whichever way the rows are found: a setting's key beside them is no number
  return tableName === 'settings'
    ? tx`t.key = f.key`
    : tx`t.id = case when f.table_name = ${tableName} then f.key::bigint end`;
}

/** For a message edited since, the earlier verdict says nothing: the program has judged its new words. */
const valueBefore = (tx: Tx, column: string): Fragment =>
  column === 'triage' ? tx`coalesce(t.triage -> 'looksLike', was.triage)` : tx`was.${tx(column)}`;

/**
 * Refreshes what is derived from the rows: the search keys of contacts, and the hooks that other parts hold in memory.
 */
async function refreshDerived(tx: Tx, changes: Change[]): Promise<void> {
  const contacts = await tx<{ id: string }>`
    -- by their ids first: while the journal is small the planner would rather read all that is of these tables, and keeps to it
    with changed as materialized (select * from journal_changes where id = any(${changes.map((change) => change.last)}))
    select id from contacts where id in (
      select case when table_name = 'contacts' then key else coalesce(after, before) ->> 'contact_id' end::bigint
      from changed where table_name in ('contacts', 'contact_identities')
    )`;
  const ids = contacts.map(({ id }) => id);
  if (ids.length > 0) await refreshSearchKeys(tx, ids);
  if (changes.some((change) => change.tableName === 'connections')) await tx`select pg_notify('connections', '')`;
  await redirectHeld(tx, changes);
  await keepStopped(tx, changes);
  await recountChanged(tx, changes);
}

/**
 * Answers that are still held go where a user had said before. Blocking or unblocking somebody never redirects them.
 */
async function redirectHeld(tx: Tx, changes: Change[]): Promise<void> {
  // where a row is gone that was made, nothing is left to go another way
  const decisive = changes.filter(
    ({ inserted, columns }) => !inserted && columns.some((column) => WAY.includes(column)),
  );
  const threads = decisive.filter(({ tableName }) => tableName === 'conversations').map(({ key }) => key);
  if (threads.length > 0) await heldFollow(tx, threads);
  for (const { tableName, key } of decisive)
    if (tableName === 'contacts') await heldRegainCopies(tx, await threadsWith(tx, key));
}

/** Somebody who edited their words since may wait for an answer to the new ones. */
async function recountChanged(tx: Tx, changes: Change[]): Promise<void> {
  const filed = changes.filter(({ tableName, columns }) => tableName === 'messages' && columns.includes('triage'));
  if (filed.length === 0) return;
  const changed = await tx<{ conversationId: string }>`
    select distinct m.conversation_id as "conversationId"
    from unnest(${filed.map(({ key }) => key)}::bigint[], ${filed.map(({ last }) => last)}::bigint[]) c (id, last)
    join messages m on m.id = c.id join journal_changes l on l.id = c.last
    where m.edits is distinct from l.after -> 'edits'`;
  await recountWaiting(
    tx,
    changed.map(({ conversationId }) => conversationId),
  );
}
