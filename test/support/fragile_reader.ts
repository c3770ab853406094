import { serveJobs } from '../../src/lib/thread_jobs.ts';
import { doJob, type ReaderJob } from '../../src/mail/read/reader_jobs.ts';

// The reader's thread, with faults that a mail can ask for. What becomes of the other mails must not depend on there
// being none.
serveJobs(async (job: ReaderJob) => {
  const raw = Buffer.from(job.raw).toString('latin1');
  if (raw.includes('X-Fault: loop')) for (;;);
  if (raw.includes('X-Fault: memory')) {
    const kept: object[][] = [];
    for (;;) kept.push(Array.from({ length: 100_000 }, () => ({})));
  }
  if (raw.includes('X-Fault: throw')) throw new RangeError('too deep');
  return doJob(job);
});
