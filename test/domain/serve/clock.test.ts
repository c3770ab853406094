import { describe, expect, it } from 'vitest';
import { clockOf, type StateSince } from '../../../src/domain/serve/clock/clock.ts';
import { readWeek } from '../../../src/domain/serve/clock/hours.ts';
import { calendarOf } from '../../../src/domain/serve/clock/open.ts';
import { FIRST_TARGETS, readTargets } from '../../../src/domain/serve/clock/target.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const calendar = calendarOf(
  {
    week: readWeek('09:00-18:00|09:00-18:00|09:00-18:00|09:00-18:00|09:00-18:00||'),
    own: new Map(),
    official: () => undefined,
  },
  'Asia/Shanghai',
);
const target = readTargets(FIRST_TARGETS).urgent;
/** In Shanghai; 23 November 2026 is a Monday. */
const at = (day: number, clock: string): number => Date.parse(`2026-11-${day}T${clock}:00+08:00`);
const shown = (ms: number | undefined) =>
  ms === undefined ? undefined : new Date(ms + 8 * HOUR).toISOString().slice(5, 16);

const clock = (from: number, states: StateSince[] = [], away: { from: number; to: number }[] = []) =>
  clockOf({ from, states }, { calendar, away, target, warnMs: HOUR });

describe('the clocks of a ticket', () => {
  it('run in open hours alone: what comes on Friday evening is due on Monday', () => {
    const { answerDueAt, resolveDueAt, warnAt } = clock(at(20, '17:30'));
    expect([answerDueAt, resolveDueAt, warnAt].map(shown)).toEqual(['11-23T09:30', '11-23T17:30', '11-23T09:15']);
  });

  it('stop while it waits for the customer, and go on when they write again', () => {
    const answered = clock(at(23, '10:00'), [{ state: 'pending', at: at(23, '10:20') }]);
    expect(answered).toMatchObject({ answerMs: 20 * MINUTE, answeredAt: at(23, '10:20') });
    expect([answered.answerDueAt, answered.resolveDueAt, answered.warnAt]).toEqual([undefined, undefined, undefined]);
    const again = clock(at(23, '10:00'), [
      { state: 'pending', at: at(23, '10:20') },
      { state: 'open', at: at(23, '15:20') },
    ]);
    expect(again.answerDueAt).toBeUndefined();
    // 20 minutes are used, 2 h 40 are left of that day: 6 h on the next
    expect(shown(again.resolveDueAt)).toBe('11-24T15:00');
  });

  it('stop while the owner is away', () => {
    const { answerDueAt } = clock(at(23, '10:00'), [], [{ from: at(23, '10:30'), to: at(25, '00:00') }]);
    expect(shown(answerDueAt)).toBe('11-25T09:30');
  });

  it('of what is resolved say how long it took', () => {
    const done = clock(at(23, '17:00'), [
      { state: 'pending', at: at(23, '17:30') },
      { state: 'open', at: at(24, '09:00') },
      { state: 'resolved', at: at(24, '11:00') },
    ]);
    expect(done).toMatchObject({ answerMs: 30 * MINUTE, resolveMs: 2.5 * HOUR, resolveDueAt: undefined });
  });

  it('of what is opened anew go on from where they stood', () => {
    const anew = clock(at(23, '09:00'), [
      { state: 'resolved', at: at(23, '12:00') },
      { state: 'open', at: at(25, '09:00') },
    ]);
    expect(anew.resolveMs).toBeUndefined();
    expect(shown(anew.resolveDueAt)).toBe('11-25T15:00');
  });
});
