import { workerData } from 'node:worker_threads';
import { Dispatch } from './dispatch.ts';
import { serve } from './parcel.ts';

// The program of the thread that hands over a campaign's mails (bulk.ts).
serve(new Dispatch(workerData));
