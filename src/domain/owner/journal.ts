import type { Tx } from '../../db/sql.ts';

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
 * transaction. `byItself`: the house does it, and the user can take it back. Gives the entry's id, or undefined when every row is as it was. Inside of another's work it records for itself alone;
 * what the outer one changes after it is the outer one's again.
 */
export async function journaled<T>(
  tx: Tx,
  entry: { userId: string; command: string; now: Date; button?: string | undefined; byItself?: boolean },
  work: () => Promise<T>,
): Promise<{ result: T; journalId: string | undefined }> {
  const [journal] = await tx<{ id: string }>`
    insert into journal (user_id, command, created_at, button_id, by_itself)
    values (${entry.userId}, ${entry.command}, ${entry.now}, ${entry.button ?? null}, ${entry.byItself ?? false}) returning id`;
  const result = await recordedIn(tx, journal!.id, work);
  const dropped = await tx`
    delete from journal j
    where id = ${journal!.id} and not exists (
      select from journal_changes c where c.journal_id = j.id and (
        select last.after from journal_changes last
        where last.journal_id = j.id and last.table_name = c.table_name and last.key = c.key order by last.id desc limit 1
      ) is distinct from (
        select first.before from journal_changes first
        where first.journal_id = j.id and first.table_name = c.table_name and first.key = c.key order by first.id limit 1
      )
    )
    returning id`;
  return { result, journalId: dropped.length > 0 ? undefined : journal!.id };
}

/** What an act came to that changed no row of a contact's: it cannot be taken back, but /audit shows it. */
export type ActOutcome = 'refused' | 'exported' | 'invited' | 'joined' | 'resumed';

/** Writes down that a user did something /undo has no business with. */
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
  const [before] = await tx<{ id: string | null }>`
    select current_setting('crm.journal_id', true) as id, set_config('crm.journal_id', ${entryId}, true)`;
  const result = await work();
  await tx`select set_config('crm.journal_id', ${before!.id ?? ''}, true)`;
  return result;
}
