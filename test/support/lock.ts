import type { Database } from '../../src/db/open.ts';
import type { Tx } from '../../src/db/sql.ts';

/**
 * Does `work` while another transaction has done `hold` and not ended. If the work waited for that transaction, it
 * would wait until the server ends its statement.
 */
export async function whileHeld(
  db: Database,
  hold: (tx: Tx) => PromiseLike<unknown>,
  work: () => Promise<unknown>,
): Promise<void> {
  await db.transaction(async (tx) => {
    await hold(tx);
    await work();
  });
}

/** Does `hold`, begins with `work` before that is committed, and commits once the work waits for it, or is over. Gives what came of the work. */
export async function begunMeanwhile<Result>(
  { transaction, sql }: Database,
  hold: (tx: Tx) => PromiseLike<unknown>,
  work: () => Promise<Result>,
): Promise<Result> {
  let over = false;
  const begun = await transaction(async (tx) => {
    await hold(tx);
    const result = work().finally(() => {
      over = true;
    });
    const waiting = () => sql`
      select from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`;
    while (!over && (await waiting()).length === 0);
    return { result };
  });
  return begun.result;
}
