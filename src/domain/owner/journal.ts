import { changing } from '../../db/once.ts';
import type { Fragment, Tx } from '../../db/sql.ts';

export interface JournalEntry {
  id: string;
  userId: string;
  command: string;
  createdAt: Date;
  /** Nobody typed the command; a button ran it. */
  byButton: boolean;
}

/** How long a change can be undone. */
export const UNDO_DAYS = 30;

/**
 * Runs a command's work and records every row that it changes (by database triggers, including cascades), in the same
 * transaction. `key`: a program did it with this key of the user's. `byItself`: the program does it, and the user can take it back. Returns the entry's id, or undefined if
 * every row is as it was. Inside another entry's work it records separately; what the outer work changes afterwards
 * belongs to the outer entry again.
 */
export async function journaled<T>(
  tx: Tx,
  entry: {
    userId: string | null;
    command: string;
    now: Date;
    button?: string | undefined;
    byItself?: boolean;
    /** The key of the program that acts for the user. */
    key?: string;
    /** The entry that it is a part of: that one takes it back. */
    partOf?: string;
  },
  work: () => Promise<T>,
): Promise<{ result: T; journalId: string | undefined }> {
  // sent first, so that it runs before what the work does; the two need not wait for each other
  const begun = tx<{ id: string; before: string | null }>`
    with begun as (
      insert into journal (user_id, command, created_at, button_id, by_itself, part_of, key_id)
      values (
        ${entry.userId}, ${entry.command}, ${entry.now}, ${entry.button ?? null}, ${entry.byItself ?? false},
        ${entry.partOf ?? null}, ${entry.key ?? null}
      ) returning id
    )
    select id, ${recordIn(tx, tx`id::text`)} from begun`.execute();
  const [[journal], result] = await Promise.all([begun, changing(tx, work)]);
  const { id, before } = journal!;
  const [ended] = await tx<{ dropped: boolean }>`
    with dropped as (
      delete from journal j
      where id = ${id} and not exists (
        select from journal_changes c where c.journal_id = j.id and (
          select last.after from journal_changes last
          where last.journal_id = j.id and last.table_name = c.table_name and last.key = c.key order by last.id desc limit 1
        ) is distinct from (
          select first.before from journal_changes first
          where first.journal_id = j.id and first.table_name = c.table_name and first.key = c.key order by first.id limit 1
        )
      )
      returning id
    )
    select exists (select from dropped) as dropped, ${recordIn(tx, tx`${before ?? ''}`)}`;
  return { result, journalId: ended!.dropped ? undefined : id };
}

/** An entry whose changes are recorded in parts, because they are too many for one transaction. Gives its id. */
export async function openEntry(tx: Tx, entry: { userId: string | null; command: string; now: Date }): Promise<string> {
  const [row] = await tx<{ id: string }>`
    insert into journal (user_id, command, created_at) values (${entry.userId}, ${entry.command}, ${entry.now}) returning id`;
  return row!.id;
}

/** From now on the triggers record under this entry. `before`: the entry under which they recorded until then. */
const recordIn = (tx: Tx, entryId: Fragment): Fragment =>
  tx`current_setting('crm.journal_id', true) as before, set_config('crm.journal_id', ${entryId}, true)`;

/** The outcome of an act that changed no row of a contact: it cannot be taken back, but /audit shows it. */
export type ActOutcome =
  | 'refused'
  | 'exported'
  | 'invited'
  | 'joined'
  | 'resumed'
  | 'key_made'
  | 'key_revoked'
  | 'recalled'
  | 'drafted'
  | 'for_good';

/** Records that a user did something that /undo does not concern. */
export async function noteAct(
  tx: Tx,
  act: { userId: string; command: string; now: Date },
  outcome: ActOutcome,
): Promise<void> {
  await tx`
    insert into journal (user_id, command, created_at, outcome)
    values (${act.userId}, ${act.command}, ${act.now}, ${outcome})`;
}

/** Lets the triggers record what the work changes under this entry, and afterwards under the previous one again. */
export async function recordedIn<T>(tx: Tx, entryId: string, work: () => Promise<T>): Promise<T> {
  const [row] = await tx<{ before: string | null }>`select ${recordIn(tx, tx`${entryId}`)}`;
  const result = await work();
  await tx`select ${recordIn(tx, tx`${row!.before ?? ''}`)}`;
  return result;
}
