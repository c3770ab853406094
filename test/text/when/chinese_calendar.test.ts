import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chineseAnchor, chineseDate, chineseNewYearsEve } from '../../../src/text/when/chinese_calendar.ts';
import { dateOf, dayOf } from '../../../src/text/when/zone.ts';

const written = (day: number | undefined) => day && new Date(day * 86_400_000).toISOString().slice(0, 10);

describe('the Chinese calendar is the one that is published', () => {
  it.each([
    [2026, '2026-02-17', '2026-09-25'],
    // the new moon comes four minutes before midnight in Beijing
    [2027, '2027-02-06', '2027-09-15'],
    [2028, '2028-01-26', '2028-10-03'],
    [2029, '2029-02-13', '2029-09-22'],
    // and here a few minutes behind it
    [2030, '2030-02-03', '2030-09-12'],
    [2031, '2031-01-23', '2031-10-01'],
    [2032, '2032-02-11', '2032-09-19'],
    [2033, '2033-01-31', '2033-09-08'],
    [2034, '2034-02-19', '2034-09-27'],
    [2035, '2035-02-08', '2035-09-16'],
    [2036, '2036-01-28', '2036-10-04'],
  ])('%i begins on %s and has its Mid-Autumn on %s', (year, first, autumn) => {
    expect(written(chineseDate(year, 1, 1))).toBe(first);
    expect(written(chineseDate(year, 8, 15))).toBe(autumn);
  });

  it('a month has 29 or 30 days, and the next begins behind its last', () => {
    for (let year = 2024; year < 2061; year += 1) {
      const starts = Array.from({ length: 12 }, (_, nth) => chineseDate(year, nth + 1, 1)!);
      for (const [nth, start] of [...starts, chineseDate(year + 1, 1, 1)!].entries()) {
        const before = starts[nth - 1];
        // a leap month stands between two of a name
        if (before !== undefined) expect([29, 30, 58, 59, 60]).toContain(start - before);
        expect(written(chineseDate(year, Math.min(nth + 1, 12), 29))).toBeDefined();
      }
    }
  });

  it('the next such date is never before the day it is asked for, and the eve is the day before the first', () => {
    const days = fc.integer({ min: dayOf(2024, 1, 1)!, max: dayOf(2090, 1, 1)! });
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 30 }), (today, month, date) => {
        const { day, again } = chineseAnchor(today, month, date);
        expect(day).toBeGreaterThanOrEqual(today);
        expect(again!(day)).toBe(day);
        const eve = chineseNewYearsEve(today).day;
        expect(eve).toBeGreaterThanOrEqual(today);
        expect(chineseDate(dateOf(eve + 1).year, 1, 1)).toBe(eve + 1);
      }),
      { numRuns: 200 },
    );
  });
});
