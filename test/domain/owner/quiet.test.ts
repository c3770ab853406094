import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  endOfQuiet,
  formatQuietHours,
  isQuiet,
  type QuietHours,
  readQuietHours,
} from '../../../src/domain/owner/quiet.ts';
import { fromWallTime, wallTime } from '../../../src/text/when/zone.ts';

const MINUTE = 60_000;
const NIGHT = { from: 22 * 60, to: 8 * 60 };

describe('quiet hours', () => {
  it.each([
    ['22:00-08:00', '22:00-08:00'],
    ['22-8', '22:00-08:00'],
    ['22点到8点', '22:00-08:00'],
    ['22：30 ～ 7：15', '22:30-07:15'],
    ['12:00 to 14:00', '12:00-14:00'],
    ['21:00-24:00', '21:00-00:00'],
  ])('read from %s', (typed, hours) => {
    expect(formatQuietHours(readQuietHours(typed)!)).toBe(hours);
  });

  it.each(['', 'off', '22:00', '25:00-08:00', '22:60-08:00', '08:00-08:00', 'tonight'])('are not in “%s”', (typed) => {
    expect(readQuietHours(typed)).toBeUndefined();
  });

  it.each([
    ['in the evening', 'Asia/Shanghai', '2026-11-21T15:30:00Z', '2026-11-22T00:00:00Z'],
    ['after midnight', 'Asia/Shanghai', '2026-11-21T18:30:00Z', '2026-11-22T00:00:00Z'],
    ['at their first minute', 'Asia/Shanghai', '2026-11-21T14:00:00Z', '2026-11-22T00:00:00Z'],
    ['at their end', 'Asia/Shanghai', '2026-11-22T00:00:00Z', '2026-11-22T00:00:00Z'],
    ['by day', 'Asia/Shanghai', '2026-11-21T04:00:00Z', '2026-11-21T04:00:00Z'],
    ['in a night an hour shorter', 'America/New_York', '2026-03-08T03:30:00Z', '2026-03-08T12:00:00Z'],
    ['in a night an hour longer', 'America/New_York', '2026-11-01T03:30:00Z', '2026-11-01T13:00:00Z'],
  ])('%s (%s)', (_, timezone, at, leaves) => {
    expect(endOfQuiet(new Date(at), NIGHT, timezone)).toEqual(new Date(leaves));
  });

  it('that end within the hour that comes twice, end in the one they are asked in', () => {
    const until = (at: string) => endOfQuiet(new Date(at), { from: 1320, to: 105 }, 'America/New_York').toISOString();
    expect(until('2026-11-01T05:30:00Z')).toBe('2026-11-01T05:45:00.000Z');
    expect(until('2026-11-01T06:30:00Z')).toBe('2026-11-01T06:45:00.000Z');
  });
});

/** Within a day and a half of a change of clocks, or anywhere where there is none. */
const moments = fc.tuple(
  fc.constantFrom(
    ['America/New_York', '2026-03-08T07:00:00Z'] as const,
    ['America/New_York', '2026-11-01T06:00:00Z'] as const,
    ['Asia/Shanghai', '2026-11-01T06:00:00Z'] as const,
    ['Australia/Lord_Howe', '2026-04-04T15:00:00Z'] as const,
  ),
  fc.integer({ min: -36 * 3600, max: 36 * 3600 }),
);
const windows = fc
  .tuple(fc.integer({ min: 0, max: 1439 }), fc.integer({ min: 0, max: 1439 }))
  .filter(([from, to]) => from !== to)
  .map(([from, to]): QuietHours => ({ from, to }));

/**
 * A notice leaves at the first moment that is not quiet; only an end the clocks skip may be overshot, by what they skip. Where the clocks go
 * back over the beginning of the quiet hours, these go on: nobody gets up for the few minutes before they begin a second time.
 */
const leavesInTime = (leave: typeof endOfQuiet) =>
  fc.property(moments, windows, ([[timezone, around], seconds], hours) => {
    const at = new Date(Date.parse(around) + seconds * 1000);
    const end = leave(at, hours, timezone);
    if (!isQuiet(at, hours, timezone)) return end.getTime() === at.getTime();
    const before = new Date(end.getTime() - MINUTE);
    const skipped = fromWallTime({ ...wallTime(end, timezone), minutes: hours.to }, timezone);
    const exact = wallTime(end, timezone).minutes === hours.to || skipped.getTime() === end.getTime();
    const between = Array.from({ length: 12 }, (_, n) => at.getTime() + ((before.getTime() - at.getTime()) * n) / 11);
    const now = wallTime(at, timezone);
    const wentBack = ({ day, minutes }: ReturnType<typeof wallTime>) => day === now.day && minutes < now.minutes;
    const quiet = (moment: number) =>
      moment < at.getTime() ||
      isQuiet(new Date(moment), hours, timezone) ||
      wentBack(wallTime(new Date(moment), timezone));
    const overshoot = wallTime(end, timezone).minutes - hours.to;
    return (
      end > at &&
      exact &&
      !isQuiet(end, hours, timezone) &&
      between.every((moment) => quiet(moment) || end.getTime() - moment <= Math.max(0, overshoot) * MINUTE)
    );
  });

describe('a notice', () => {
  it('leaves when the quiet hours are over and never before, on both sides of a change of clocks', () => {
    fc.assert(leavesInTime(endOfQuiet), {
      numRuns: 400,
      examples: [[[['America/New_York', '2026-11-01T06:00:00Z'], -1], { from: 66, to: 120 }]],
    });
  });

  it('control: counting the minutes that are left leaves at the wrong hour after a change of clocks', () => {
    const byCounting: typeof endOfQuiet = (at, hours, timezone) => {
      if (!hours || !isQuiet(at, hours, timezone)) return at;
      const { minutes } = wallTime(at, timezone);
      return new Date(Math.floor(at.getTime() / MINUTE) * MINUTE + ((hours.to - minutes + 1440) % 1440) * MINUTE);
    };
    expect(fc.check(leavesInTime(byCounting), { numRuns: 400 }).failed).toBe(true);
  });
});
