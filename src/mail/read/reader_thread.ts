import { serveJobs } from '../../lib/thread_jobs.ts';
import { doJob } from './reader_jobs.ts';

// The program of the reader's thread (reader.ts).
serveJobs(doJob, (answer) => (answer && 'content' in answer ? [answer.content.buffer] : []));
