import type { Tx } from '../db/sql.ts';

/** Claims one occasion of a job; only one transaction ever gets it, and rolling back returns it. */
export async function takeSlot(tx: Tx, job: string, slot: string): Promise<'first ever' | 'taken' | 'done before'> {
  const [earlier] = await tx`select from job_runs where job = ${job} limit 1`;
  const mine = await tx`
    insert into job_runs (job, slot) values (${job}, ${slot}) on conflict (job, slot) do nothing returning job`;
  if (mine.length === 0) return 'done before';
  return earlier ? 'taken' : 'first ever';
}
