import { serveJobs } from '../../lib/thread_jobs.ts';
import { readTable } from './read.ts';
import type { TableAnswer, TableJob } from './read_apart.ts';
import { UnreadableTable } from './table.ts';

// The program of the thread that reads files of people (read_apart.ts).
serveJobs(async ({ bytes, country }: TableJob): Promise<TableAnswer> => {
  try {
    return { table: await readTable(Buffer.from(bytes), country) };
  } catch (error) {
    if (error instanceof UnreadableTable) return { reason: error.reason };
    throw error;
  }
});
