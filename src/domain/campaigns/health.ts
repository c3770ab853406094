import type { PauseReason } from './campaign.ts';
import type { Attempt } from './delivery.ts';
import type { Progress } from './report.ts';

/**
 * Beyond these shares providers begin to block whoever sends. A share says something only of enough: fewer than so many that left, or so
 * many that came back, pause nothing.
 */
const BOUNCES = { share: 0.05, least: 50, atLeast: 3 };
const COMPLAINTS = { share: 0.001, least: 50, atLeast: 2 };
/** What we send is refused, whoever it is for, as each channel calls that: going on makes it worse, and a text costs all the same. */
const REFUSALS = { share: 0.2, least: 20, atLeast: 5 };

const REFUSED = ['policy', 'carrier', 'rejected', 'not_carried'];

/** Why a campaign should go no further by itself; undefined: it may. */
export function whyPause(progress: Progress): PauseReason | undefined {
  const failedFor = (reason: string) =>
    progress.reasons
      .filter((one) => one.state === 'failed' && one.reason === reason)
      .reduce((sum, { count }) => sum + count, 0);
  const tried = progress.left + progress.notSent + progress.unknown;
  const beyond = (count: number, { share, least, atLeast }: typeof BOUNCES) =>
    tried >= least && count >= atLeast && count > share * tried;
  if (beyond(progress.complained, COMPLAINTS)) return 'complaints';
  if (beyond(progress.bounced, BOUNCES)) return 'bounces';
  return beyond(
    REFUSED.reduce((sum, reason) => sum + failedFor(reason), 0),
    REFUSALS,
  )
    ? 'refused'
    : undefined;
}

/** Whether so many of these failed that their campaign is to be counted: only such a batch can bring it beyond what `whyPause` allows. */
export function looksFailing(attempts: readonly Pick<Attempt, 'state' | 'reason'>[]): boolean {
  const count = (reason: string) => attempts.filter((one) => one.state === 'failed' && one.reason === reason).length;
  const beyond = (reason: string, { share }: typeof BOUNCES) => count(reason) > share * attempts.length;
  return beyond('no_such_address', BOUNCES) || beyond('policy', REFUSALS);
}
