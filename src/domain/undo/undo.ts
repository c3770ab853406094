import type { Tx } from '../../db/sql.ts';
import { isSame, placesTaken, rejoin, stepAside } from '../merge/come_back.ts';
import type { JournalEntry } from '../owner/journal.ts';
import type { Contact } from '../people/contact.ts';
import { dropPromises } from '../tasks/promise.ts';
import { type Apart, partWhoCame, usedSince } from './apart.ts';
import { type Change, changesOf, parentsFirst } from './change.ts';
import { lastEntry, loadEntry, partsOf } from './entry.ts';
import { type InTheWay, isDivisible, type Kept, keptFor, placedRows, type RowName, recordedOf } from './stays.ts';
import { takeBack } from './take_back.ts';

export type Undone =
  /**
   * `again`: the contacts that it brought back and who had written meanwhile; `answers`: outbox rows that do not leave
   * after all; `kept`: what of it stays, because it has been used since; `apart`: who had come by an address that it had given to somebody.
   */
  | { result: 'undone'; entry: JournalEntry; again: string[]; answers: string[]; kept: Kept[]; apart: Apart[] }
  | { result: 'nothing' }
  /** An answer of this entry has left: it cannot be called back. */
  | { result: 'sent'; entry: JournalEntry }
  /**
   * A row that it changed has been changed again since, or is needed. `inTheWay`: what has been changed or depends on
   * it; `kept`: what would stay; `hasRest`: the rest could be taken back.
   */
  | { result: 'changed_since'; entry: JournalEntry; inTheWay: InTheWay[]; kept: Kept[]; hasRest: boolean }
  /** An address of somebody whom it deleted has been given to somebody else since. */
  | { result: 'taken'; entry: JournalEntry; holder: Contact };

/**
 * Takes back one entry of this user (default: the last one): every row returns to exactly what it was. All or nothing,
 * unless only the rest is asked for: then what has been used since stays as it is, and is told.
 */
export async function undo(
  tx: Tx,
  userId: string,
  id: string | undefined,
  now: Date,
  { rest = false } = {},
): Promise<Undone> {
  const entry = id ? await loadEntry(tx, userId, id, now) : await lastEntry(tx, userId, now);
  if (!entry) return { result: 'nothing' };
  const parts = await partsOf(tx, entry);
  const isWhole = parts[0] === entry.id;
  // parts reach nobody and delete nothing
  const changes = isWhole ? await changesOf(tx, entry.id) : [];
  const answers = await answersOf(tx, changes);
  if (answers.some(({ left }) => left)) return { result: 'sent', entry };
  const places = await placesTaken(tx, entry.id);
  const other = places.find(({ came }) => !came);
  if (other) return { result: 'taken', entry, holder: other.holder };
  await tx.unsafe('savepoint before_coming_back');
  for (const place of places) await stepAside(tx, place);
  const apart = await partWhoCame(tx, changes, now);
  await dropPromises(
    tx,
    answers.map(({ messageId }) => messageId),
    now,
  );
  // what nobody was told of goes as it came
  await tx`select set_config('crm.silent', 'on', true) from imports where journal_id = ${entry.id}`;
  const { kept, inTheWay, isStuck } = await takeBackParts(tx, entry, parts, new Set(apart.map(({ row }) => row)), now);
  if (isStuck || (kept.length > 0 && !rest)) {
    await tx.unsafe('rollback to savepoint before_coming_back');
    return { result: 'changed_since', entry, inTheWay, kept, hasRest: !isStuck };
  }
  for (const place of places) {
    if (await isSame(tx, place.contactId, place)) continue;
    await tx.unsafe('rollback to savepoint before_coming_back');
    return { result: 'taken', entry, holder: place.holder };
  }
  for (const place of places) await rejoin(tx, place.contactId, place, now);
  const stay = answers.map(({ id }) => id);
  await tx`update outbox set state = 'cancelled' where id = any(${stay})`;
  await tx`update journal set undone_at = ${now} where id = any(${[entry.id, ...parts]})`;
  await tx`select set_config('crm.silent', '', true)`;
  await freeButton(tx, entry);
  const again = [...new Set(places.map(({ contactId }) => contactId))];
  return { result: 'undone', entry, again, answers: stay, kept, apart };
}

/** Whether it could be taken back now, whole or but for what has been used since: it is tried, and nothing is kept of that. */
export async function canUndo(tx: Tx, userId: string, id: string, now: Date): Promise<boolean> {
  await tx.unsafe('savepoint before_trial');
  const tried = await undo(tx, userId, id, now);
  await tx.unsafe('rollback to savepoint before_trial');
  return tried.result === 'undone' || (tried.result === 'changed_since' && tried.hasRest);
}

/** What is left of an entry; `isStuck`: it could not be divided, or all of it would stay. */
interface Left {
  kept: Kept[];
  inTheWay: InTheWay[];
  isStuck: boolean;
}

/** What is known so far of what stays. */
interface Staying {
  kept: Map<RowName, Kept>;
  inTheWay: InTheWay[];
  /** The rows that went with whoever had come by them. */
  apart: ReadonlySet<RowName>;
}

/**
 * All of its parts, the last first, but for whoever has to stay: all that belongs to them stays with them, in every
 * part. So it begins again, from the last part, once it is known who that is.
 */
async function takeBackParts(
  tx: Tx,
  entry: JournalEntry,
  parts: readonly string[],
  apart: ReadonlySet<RowName>,
  now: Date,
): Promise<Left> {
  const left: Staying = { kept: new Map(), inTheWay: [], apart };
  await tx.unsafe('savepoint before_parts');
  for (;;) {
    const before = left.kept.size;
    let gone = 0;
    let isWhole = true;
    for (const id of parts) {
      const taken = await takeBackPart(tx, entry, id, left, now);
      isWhole &&= taken !== undefined;
      gone += taken ?? 0;
    }
    const stay = { kept: [...left.kept.values()], inTheWay: left.inTheWay };
    if (!isWhole) return { ...stay, isStuck: true };
    if (left.kept.size === before || parts.length === 1) return { ...stay, isStuck: left.kept.size > 0 && gone === 0 };
    await tx.unsafe('rollback to savepoint before_parts');
  }
}

/** One part: gives how many rows went, undefined if it cannot be divided. Each turn somebody more stays, so that it ends. */
async function takeBackPart(
  tx: Tx,
  entry: JournalEntry,
  id: string,
  left: Staying,
  now: Date,
): Promise<number | undefined> {
  const part = { ...entry, id };
  const all = parentsFirst(await changesOf(tx, part.id));
  const changes = all.filter(({ tableName, key }) => !left.apart.has(`${tableName}:${key}`));
  let going = changes;
  for (;;) {
    if (left.kept.size > 0) {
      const owners = await ownersOf(tx, changes);
      going = changes.filter(({ tableName, key }) => !left.kept.has(owners.get(`${tableName}:${key}`)!));
    }
    const used = id === entry.id ? [] : await usedSince(tx, going);
    const back = async () => (going.length > 0 ? takeBack(tx, part, going, now) : undefined);
    const rows = used.length > 0 ? used : await back();
    if (!rows) return going.length;
    left.inTheWay.push(...rows);
    const more = isDivisible(changes) ? keptFor(rows, new Set((await ownersOf(tx, going)).values())) : [];
    if (more.length === 0) return undefined;
    for (const one of more) left.kept.set(one.owner, one);
  }
}

/** With whom each row of these changes stays or goes. */
async function ownersOf(tx: Tx, changes: readonly Change[]): Promise<Map<RowName, RowName>> {
  const recorded = await recordedOf(
    tx,
    changes.map(({ last }) => last),
  );
  return new Map((await placedRows(tx, recorded, [])).map(({ row, owner }) => [row, owner]));
}

/** The button that ran it can be pressed again, once nothing that it has done still stands. */
async function freeButton(tx: Tx, { id }: JournalEntry): Promise<void> {
  await tx`
    update buttons b set used_at = null where id = (select button_id from journal where id = ${id})
      and not exists (select from journal j where j.button_id = b.id and j.undone_at is null)`;
}

/**
 * The answers that this entry sent to customers, or is about to send. One that failed has not left; one that came back
 * had left.
 */
async function answersOf(tx: Tx, changes: Change[]): Promise<{ id: string; messageId: string; left: boolean }[]> {
  const messages = changes.filter((change) => change.tableName === 'messages' && change.inserted);
  return tx<{ id: string; messageId: string; left: boolean }>`
    select id, message_id as "messageId", state in ('sending', 'sent', 'unknown') or sent_at is not null as left from outbox
    where message_id = any(${messages.map((change) => change.key)}) and audience = 'customer' for update`;
}
