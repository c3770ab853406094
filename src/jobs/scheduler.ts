import { type Logger, type ScheduledTask, schedule } from 'node-cron';
import type { Act } from '../domain/act.ts';
import { tendSequences } from '../domain/campaigns/sequences/tend.ts';
import type { Context } from '../domain/context.ts';
import { askForRatings } from '../domain/desk/ratings/ask.ts';
import { watchHooks } from '../domain/on/hooks/watch.ts';
import { sendDuePosts } from '../domain/posts/tend.ts';
import { keepQuiet, tellBegun, tellReturn } from './away.ts';
import { tellSilent } from './churn.ts';
import { tendTickets } from './clocks.ts';
import { tendContracts } from './contracts.ts';
import { sendDigest } from './digest.ts';
import { findDuplicates, measureDuplicates } from './duplicates.ts';
import { keepForecasts } from './forecast.ts';
import { tendInvoices } from './invoices.ts';
import { offerOftenSaid } from './often_said.ts';
import { settleKeptPayments } from './payments.ts';
import { prunings } from './prune.ts';
import { recountPurchases } from './purchases.ts';
import { tellQuietLeads } from './quiet_leads.ts';
import { remindOfQuotes } from './quotes.ts';
import { sendReady } from './ready.ts';
import { tellRefundSums } from './refund_sums.ts';
import { sendReminders } from './reminders.ts';
import { sendScheduled } from './scheduled.ts';
import { wakeSnoozed } from './snoozed.ts';
import { dropStrayFiles } from './stray_files.ts';

type Job = JobFacts & (OneAct | OwnActs);

interface JobFacts {
  name: string;
  /** When cron wakes us to look (server time). The database decides whether there is anything to do. */
  wake: string;
  /** What it returns counts errors of ours, which this says. */
  alarm?: string;
  /** Nothing becomes late without it, so it does not run at the start. */
  canWait?: boolean;
}

interface OneAct {
  /** Returns how many things it removed, if that is worth a line in the log; nothing else is logged. */
  run: (ctx: Context) => Promise<unknown>;
}

/** What has several things to do that are not to hold up each other. */
interface OwnActs {
  tend: (act: Act, onError: (error: unknown) => void) => Promise<void>;
}

export const jobs: readonly Job[] = [
  { name: 'reminders', wake: '*/10 * * * * *', run: sendReminders },
  { name: 'scheduled', wake: '*/5 * * * * *', run: sendScheduled },
  { name: 'ready answers', wake: '*/5 * * * * *', run: sendReady },
  { name: 'often said', wake: '55 */10 * * * *', canWait: true, run: offerOftenSaid },
  { name: 'ratings', wake: '*/10 * * * * *', run: askForRatings },
  { name: 'snoozed', wake: '*/10 * * * * *', run: wakeSnoozed },
  { name: 'quiet', wake: '*/10 * * * * *', run: keepQuiet },
  { name: 'away', wake: '*/10 * * * * *', run: tellBegun },
  { name: 'return', wake: '*/10 * * * * *', run: tellReturn },
  { name: 'digest', wake: '0 * * * * *', run: sendDigest },
  { name: 'tickets', wake: '10 * * * * *', run: tendTickets },
  { name: 'forecast', wake: '40 * * * * *', canWait: true, run: keepForecasts },
  { name: 'churn', wake: '20 * * * * *', run: tellSilent },
  { name: 'quiet leads', wake: '25 * * * * *', run: tellQuietLeads },
  { name: 'quotes', wake: '40 * * * * *', run: remindOfQuotes },
  { name: 'refund sums', wake: '35 * * * * *', canWait: true, run: tellRefundSums },
  { name: 'invoices', wake: '50 * * * * *', run: tendInvoices },
  { name: 'contracts', wake: '40 * * * * *', run: tendContracts },
  { name: 'posts', wake: '*/5 * * * * *', tend: sendDuePosts },
  { name: 'sequences', wake: '*/10 * * * * *', tend: tendSequences },
  { name: 'duplicates', wake: '5,15,25,35,45,55 * * * * *', canWait: true, run: findDuplicates },
  { name: 'duplicates measured', wake: '50 * * * * *', canWait: true, run: measureDuplicates },
  { name: 'hooks', wake: '30 * * * * *', run: watchHooks },
  {
    ...{ name: 'purchases', wake: '0 50 3 * * *', canWait: true, run: recountPurchases },
    alarm: 'what was kept of purchases was wrong, and is counted anew',
  },
  { name: 'payments', wake: '45 * * * * *', canWait: true, tend: settleKeptPayments },
  { name: 'stray files', wake: '0 40 3 * * *', canWait: true, run: dropStrayFiles },
  // spread over the minute, however many there are
  ...Object.entries(prunings).map(([what, run], nth, { length }) => ({
    ...{ name: `prune ${what}`, wake: `${Math.floor((60 * nth) / length)} * * * * *`, canWait: true, run },
  })),
];

/** Jobs that fell due while nothing was running wait this long, so that the start can finish first. */
const FIRST_LOOK_MS = 300;

/** What cron itself has to say, with the name of the job: in its own colours it would stand amid what our users read. */
export type Said = (what: 'late' | 'failed', job: string) => void;

/** A look that came too late on a busy machine is made at the next occasion: nothing is lost by it. */
function loggerOf(job: Job, said: Said): Logger {
  return { debug() {}, info() {}, warn: () => said('late', job.name), error: () => said('failed', job.name) };
}

export interface Scheduler {
  stop(): Promise<void>;
}

/** Starts the jobs in a moment; each also runs once then, to catch up on what fell due while nothing was running. */
export function startScheduler(
  act: Act,
  done: (job: Pick<Job, 'name' | 'alarm'>, count: number) => void,
  onError: (error: unknown, job: string) => void,
  said: Said = () => {},
): Scheduler {
  const running = new Set<Promise<void>>();
  function look(job: Job): Promise<void> {
    const failed = (error: unknown) => onError(error, job.name);
    const run = ('tend' in job ? job.tend(act, failed) : act(job.run)).then(
      (count) => done(job, typeof count === 'number' ? count : 0),
      failed,
    );
    running.add(run);
    return run.finally(() => running.delete(run));
  }
  const tasks: ScheduledTask[] = [];
  function begin(): void {
    for (const job of jobs)
      tasks.push(schedule(job.wake, () => look(job), { noOverlap: true, logger: loggerOf(job, said) }));
    for (const job of jobs) if (!job.canWait) void look(job);
  }
  const beginning = setTimeout(begin, FIRST_LOOK_MS);
  return {
    async stop() {
      clearTimeout(beginning);
      for (const task of tasks) await task.destroy();
      await Promise.all(running);
    },
  };
}
