import type { TicketState } from '../kind.ts';
import { type Calendar, dueAt, openTime, type Run, without } from './open.ts';
import { type Target, targetMs } from './target.ts';

/** A state that a ticket came into, in ms since 1970. */
export interface StateSince {
  state: TicketState;
  at: number;
}

/** What the clocks of a ticket say; instants in ms since 1970, lengths in ms of open time. */
export interface Clock {
  answeredAt: number | undefined;
  answerMs: number | undefined;
  resolveMs: number | undefined;
  /** Undefined: it does not run, because it was answered, waits for the customer, or never is open. */
  answerDueAt: number | undefined;
  resolveDueAt: number | undefined;
  /** The owner is warned then, of the nearer of the two. */
  warnAt: number | undefined;
}

/** A quarter of a target at most is kept for the warning: of an hour, a quarter of an hour. */
const WARN_PART = 4;

/**
 * The clocks of a ticket that was made at `from`. Both run while it waits for us: the first until it waits for the customer for the first time, which is
 * our first answer, the second until it is resolved. Neither runs while the owner is away, nor in closed hours.
 *
 * @param states in order; before the first it was open
 * @param away when the owner is away, in order
 * @param warnMs so much open time before the end of a target the owner is warned; 0: not at all
 */
export function clockOf(
  { from, states }: { from: number; states: readonly StateSince[] },
  { calendar, away, target, warnMs }: { calendar: Calendar; away: readonly Run[]; target: Target; warnMs: number },
): Clock {
  const runs = without(openRuns(from, states), away);
  const answeredAt = states.find(({ state, at }) => state === 'pending' && at >= from)?.at;
  const isResolved = states.at(-1)?.state === 'resolved';
  const isRunning = runs.at(-1)?.to === Number.POSITIVE_INFINITY;
  const untilAnswer =
    answeredAt === undefined ? runs : without(runs, [{ from: answeredAt, to: Number.POSITIVE_INFINITY }]);
  const within = (of: readonly Run[], ms: number) => (isRunning ? dueAt(calendar, of, ms) : undefined);
  const answer = targetMs(target.answer);
  const resolve = targetMs(target.resolve);
  const answerDueAt = answeredAt === undefined ? within(runs, answer) : undefined;
  const resolveDueAt = within(runs, resolve);
  const warns = [
    ...(answeredAt === undefined ? [within(runs, early(answer, warnMs))] : []),
    within(runs, early(resolve, warnMs)),
  ].filter((at) => at !== undefined);
  return {
    ...{ answeredAt, answerDueAt, resolveDueAt },
    answerMs: answeredAt === undefined ? undefined : openTime(calendar, untilAnswer),
    resolveMs: isResolved ? openTime(calendar, runs) : undefined,
    warnAt: warnMs > 0 && warns.length > 0 ? Math.min(...warns) : undefined,
  };
}

const early = (target: number, warnMs: number): number => target - Math.min(warnMs, target / WARN_PART);

/** When it was open, that is waited for us; the last run may never end. */
function openRuns(from: number, states: readonly StateSince[]): Run[] {
  const all = [{ state: 'open' as TicketState, at: from }, ...states];
  return all.flatMap(({ state, at }, nth) => {
    const run = { from: Math.max(from, at), to: Math.max(from, all[nth + 1]?.at ?? Number.POSITIVE_INFINITY) };
    return state === 'open' && run.from < run.to ? [run] : [];
  });
}
