import { validate } from 'node-cron';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Act } from '../../src/domain/act.ts';
import { jobs, startScheduler } from '../../src/jobs/scheduler.ts';

/** Counts the looks; what the jobs do there is tested with each of them. */
function countingAct(): { act: Act; looks: () => number } {
  let looks = 0;
  const act = async () => {
    looks += 1;
    return undefined as never;
  };
  return { act, looks: () => looks };
}

const dueAtStart = jobs.filter(({ canWait }) => !canWait).length;
const ignore = () => {};

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('leaves the start its end before it looks for what fell due meanwhile', async () => {
  const { act, looks } = countingAct();
  const scheduler = startScheduler(act, ignore, ignore);
  await vi.advanceTimersByTimeAsync(0);
  expect(looks()).toBe(0);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(looks()).toBeGreaterThanOrEqual(dueAtStart);
  await scheduler.stop();
});

it('looks at nothing once it was stopped, even before its first look', async () => {
  const { act, looks } = countingAct();
  await startScheduler(act, ignore, ignore).stop();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(looks()).toBe(0);
});

it('has a time for each job, however many there are', () => {
  expect(jobs.filter(({ wake }) => !validate(wake)).map(({ name }) => name)).toEqual([]);
});

it('says in our own log, and in no colours, that a busy machine missed a look', async () => {
  const { act } = countingAct();
  const printed = (['log', 'info', 'warn', 'error', 'debug'] as const).map((way) =>
    vi.spyOn(console, way).mockImplementation(ignore),
  );
  const said = vi.fn();
  const scheduler = startScheduler(act, ignore, ignore, said);
  await vi.advanceTimersByTimeAsync(1_000);
  // the machine stood still: the clock goes on, no timer runs
  vi.setSystemTime(Date.now() + 120_000);
  await vi.advanceTimersByTimeAsync(61_000);
  await scheduler.stop();
  expect(said).toHaveBeenCalledWith('late', 'reminders');
  for (const print of printed) expect(print).not.toHaveBeenCalled();
  vi.restoreAllMocks();
});
