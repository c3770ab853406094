import { doJob, serve } from './reader_jobs.ts';

// The program of the reader's thread (reader.ts).
serve(doJob);
