import { ROOT } from '../../lib/root.ts';
import { isTooMuch, type Limits, openThread } from '../../lib/thread.ts';
import { type Table, type Unreadable, UnreadableTable } from './table.ts';

export interface TableJob {
  bytes: Uint8Array;
  country: string;
}

export type TableAnswer = { table: Table } | { reason: Unreadable };

/** Beside this file, or wherever the build puts it. */
const PROGRAM = import.meta.url.endsWith('.ts')
  ? new URL('table_thread.ts', import.meta.url)
  : new URL('dist/table_thread.js', ROOT);

/** The largest file that we take is read in a minute, in half of that memory. */
const LIMITS: Limits = { patienceMs: 180_000, memoryMb: 1024 };

/**
 * As `readTable`, in a thread that lives as long as this file is read: a file made to be read for ever, or to take all memory,
 * blocks nobody. One that takes more than `limits` is UnreadableTable 'too_long'.
 */
export async function readTableApart(bytes: Buffer, country: string, limits: Limits = LIMITS): Promise<Table> {
  const thread = openThread(PROGRAM, limits);
  try {
    const own = new Uint8Array(bytes);
    const answer = (await thread.run({ bytes: own, country } satisfies TableJob, [own.buffer])) as TableAnswer;
    if ('reason' in answer) throw new UnreadableTable(answer.reason);
    return answer.table;
  } catch (error) {
    throw isTooMuch(error) ? new UnreadableTable('too_long', { cause: error }) : error;
  } finally {
    await thread.close();
  }
}
