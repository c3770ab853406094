import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boundIn } from '../../../src/text/money/bound.ts';
import { otherTime } from '../../../src/text/when/other_time.ts';

const moment = { now: new Date('2026-11-21T04:00:00Z'), timezone: 'Asia/Shanghai', locale: 'en' as const };
/** Wednesday 14:15 in Shanghai. */
const dueAt = new Date('2026-11-25T06:15:00Z');

describe('the time that words give to what is due', () => {
  it.each([
    ['3', '2026-11-25 15:00'],
    ['at 1', '2026-11-25 13:00'],
    ['11', '2026-11-25 11:00'],
    ['三点半', '2026-11-25 15:30'],
    ['早上九点', '2026-11-25 09:00'],
    ['9am', '2026-11-25 09:00'],
    ['friday', '2026-11-27 14:15'],
    ['an hour later', '2026-11-25 15:15'],
    ['two days', '2026-11-27 14:15'],
    ['a day earlier', '2026-11-24 14:15'],
    ['提前一天', '2026-11-24 14:15'],
    ['推迟两个小时', '2026-11-25 16:15'],
    ['晚半小时', '2026-11-25 14:45'],
    ['tomorrow 8am', 'tomorrow 8am'],
    ['purple', undefined],
  ])('%s', (change, time) => expect(otherTime({ dueAt }, change, moment)).toBe(time));

  it('of an hour without its half of the day is never more than six hours away', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 6, max: 17 }), (hour, due) => {
        const at = new Date(`2026-11-25T${String(due).padStart(2, '0')}:00:00+08:00`);
        const said = otherTime({ dueAt: at }, String(hour), moment)!;
        const far = Math.abs(new Date(`${said.replace(' ', 'T')}:00+08:00`).getTime() - at.getTime());
        expect(far).toBeLessThanOrEqual(6 * 3_600_000);
      }),
    );
  });
});

describe('a bound', () => {
  it.each([
    ['over 500', '>=', '500'],
    ['>=500', '>=', '500'],
    ['五百以上', '>=', '五百'],
    ['under £200', '<=', '£200'],
    ['1k or less', '<=', '1k'],
    ['不到三千', '<=', '三千'],
  ])('%s', (text, is, amount) => expect(boundIn(text)).toEqual({ is, amount }));
  it.each(['500', 'over there', '超过预期'])('is none without an amount and a word for it: %s', (text) =>
    expect(boundIn(text)).toBeUndefined(),
  );
});
