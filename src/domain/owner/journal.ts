import type { Fragment, Tx } from '../../db/sql.ts';

export interface JournalEntry {
  id: string;
  userId: string;
  command: string;
  createdAt: Date;
  /** Nobody typed the command: a button said it. */
  byButton: boolean;
}

/** How long a change can be undone. */
export const UNDO_DAYS = 30;

/**
 * Runs a command's work with every row it changes recorded (by database triggers, cascades included), in the same
 * transaction. `byItself`: the program does it, and the user can take it back. Gives the entry's id, or undefined when every row is as it
 * was. Inside another's work it records for itself alone; what the outer one changes afterwards is the outer one's again.
 */
export async function journaled<T>(
  tx: Tx,
  entry: { userId: string; command: string; now: Date; button?: string | undefined; byItself?: boolean },
  work: () => Promise<T>,
): Promise<{ result: T; journalId: string | undefined }> {
  // asked for first, so that it comes before what the work does; the two need not wait for each other
  const begun = tx<{ id: string; before: string | null }>`
    with begun as (
      insert into journal (user_id, command, created_at, button_id, by_itself)
      values (${entry.userId}, ${entry.command}, ${entry.now}, ${entry.button ?? null}, ${entry.byItself ?? false}) returning id
    )
    select id, ${recordIn(tx, tx`id::text`)} from begun`.execute();
  const [[journal], result] = await Promise.all([begun, work()]);
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

/** From now on the triggers write under this entry. `before`: the entry they wrote under until then. */
const recordIn = (tx: Tx, entryId: Fragment): Fragment =>
  tx`current_setting('crm.journal_id', true) as before, set_config('crm.journal_id', ${entryId}, true)`;

/** What came of an act that changed no row of a contact's: it cannot be taken back, but /audit shows it. */
export type ActOutcome = 'refused' | 'exported' | 'invited' | 'joined' | 'resumed';

/** Writes down that a user did something that /undo has nothing to do with. */
export async function noteAct(
  tx: Tx,
  act: { userId: string; command: string; now: Date },
  outcome: ActOutcome,
): Promise<void> {
  await tx`
    insert into journal (user_id, command, created_at, outcome)
    values (${act.userId}, ${act.command}, ${act.now}, ${outcome})`;
}

/** The triggers write what the work changes under this entry; afterwards they write where they did before. */
export async function recordedIn<T>(tx: Tx, entryId: string, work: () => Promise<T>): Promise<T> {
  const [row] = await tx<{ before: string | null }>`select ${recordIn(tx, tx`${entryId}`)}`;
  const result = await work();
  await tx`select ${recordIn(tx, tx`${row!.before ?? ''}`)}`;
  return result;
}
