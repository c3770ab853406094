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
