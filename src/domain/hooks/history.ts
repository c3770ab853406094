import type { Tx } from '../../db/sql.ts';
import type { Noun } from './event_type.ts';

/** From here on nothing of this transaction is told to other systems: it has long been so, or comes out of a file. */
export async function tellNoHooks(tx: Tx): Promise<void> {
  await tx`select set_config('crm.silent', 'on', true)`;
}

/** What this transaction has noted of a thing is not told: nobody ever sees it. */
export async function forgetNoted(tx: Tx, noun: Noun, rowId: string): Promise<void> {
  await tx`delete from hook_events where noun = ${noun} and row_id = ${rowId}`;
}
