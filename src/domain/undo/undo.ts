import type { Tx } from '../../db/sql.ts';
import { placesTaken, rejoin, stepAside } from '../merge/come_back.ts';
import type { JournalEntry } from '../owner/journal.ts';
import type { Contact } from '../people/contact.ts';
import { type Change, changesOf, parentsFirst } from './change.ts';
import { lastEntry, loadEntry, partsOf } from './entry.ts';
import { takeBack } from './take_back.ts';

export type Undone =
  /**
   * `again`: the contacts that it brought back and who had written meanwhile; `answers`: outbox rows that do not leave
   * after all.
   */
  | { result: 'undone'; entry: JournalEntry; again: string[]; answers: string[] }
  | { result: 'nothing' }
  /** An answer of this entry has left: it cannot be called back. */
  | { result: 'sent'; entry: JournalEntry }
  /** A row that it changed has been changed again since. */
  | { result: 'changed_since'; entry: JournalEntry }
  /** An address of somebody whom it deleted has been given to somebody else since. */
  | { result: 'taken'; entry: JournalEntry; holder: Contact };

/**
 * Takes back one entry of this user (default: the last one): every row returns to exactly what it was. All or nothing.
 */
export async function undo(tx: Tx, userId: string, id: string | undefined, now: Date): Promise<Undone> {
  const entry = id ? await loadEntry(tx, userId, id, now) : await lastEntry(tx, userId, now);
  if (!entry) return { result: 'nothing' };
  const parts = await partsOf(tx, entry);
  if (parts[0] !== entry.id) return undoParts(tx, entry, parts, now);
  const changes = parentsFirst(await changesOf(tx, entry.id));
  const answers = await answersOf(tx, changes);
  if (answers.some(({ left }) => left)) return { result: 'sent', entry };
  const places = await placesTaken(tx, entry.id);
  const other = places.find(({ same }) => !same);
  if (other) return { result: 'taken', entry, holder: other.holder };
  await tx.unsafe('savepoint before_coming_back');
  for (const place of places) await stepAside(tx, place);
  if (!(await takeBack(tx, entry, changes))) {
    await tx.unsafe('rollback to savepoint before_coming_back');
    return { result: 'changed_since', entry };
  }
  for (const place of places) await rejoin(tx, place.contactId, place, now);
  const stay = answers.map(({ id }) => id);
  await tx`update outbox set state = 'cancelled' where id = any(${stay})`;
  await tx`update journal set undone_at = ${now} where id = ${entry.id}`;
  await freeButton(tx, entry);
  return { result: 'undone', entry, again: [...new Set(places.map(({ contactId }) => contactId))], answers: stay };
}

/** All of its parts, the last first, or none of them. They reach nobody and delete nothing. */
async function undoParts(tx: Tx, entry: JournalEntry, parts: readonly string[], now: Date): Promise<Undone> {
  await tx.unsafe('savepoint before_parts');
  // what nobody was told of goes as it came
  await tx`select set_config('crm.silent', 'on', true) from imports where journal_id = ${entry.id}`;
  for (const id of parts) {
    if (!(await takeBack(tx, { ...entry, id }, parentsFirst(await changesOf(tx, id))))) {
      await tx.unsafe('rollback to savepoint before_parts');
      return { result: 'changed_since', entry };
    }
    await tx`update journal set undone_at = ${now} where id = ${id}`;
  }
  await tx`update journal set undone_at = ${now} where id = ${entry.id}`;
  await tx`select set_config('crm.silent', '', true)`;
  return { result: 'undone', entry, again: [], answers: [] };
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
async function answersOf(tx: Tx, changes: Change[]): Promise<{ id: string; left: boolean }[]> {
  const messages = changes.filter((change) => change.tableName === 'messages' && change.inserted);
  return tx<{ id: string; left: boolean }>`
    select id, state in ('sending', 'sent', 'unknown') or sent_at is not null as left from outbox
    where message_id = any(${messages.map((change) => change.key)}) and audience = 'customer' for update`;
}
