import type { Database } from './open.ts';

/**
 * Waits until everything that was committed before is on the server's disk, also by those who did not wait for it: a
 * commit that waits writes whatever stands before it.
 */
export async function onDisk({ autocommit }: Pick<Database, 'autocommit'>): Promise<void> {
  await autocommit`select pg_logical_emit_message(true, 'solo-crm', 'on disk')`;
}
