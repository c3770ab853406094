import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Hours, readOwnDays, readWeek, spansOn } from '../../../src/domain/serve/clock/hours.ts';
import { officialIn } from '../../../src/domain/serve/clock/official.ts';
import { calendarOf, dueAt, openTime, type Run, without } from '../../../src/domain/serve/clock/open.ts';
import { MINUTES_A_DAY, type Span, writeSpans } from '../../../src/text/hours/spans.ts';
import { wallTime } from '../../../src/text/when/zone.ts';

const MINUTE = 60_000;
const DAY = MINUTES_A_DAY * MINUTE;
/** Clocks are changed by an hour, by half an hour (Lord Howe), at midnight (Santiago), never (Shanghai); a day was left out (Apia, 2011). */
const ZONES = [
  'Europe/Berlin',
  'America/New_York',
  'Australia/Lord_Howe',
  'America/Santiago',
  'Asia/Shanghai',
  'Pacific/Apia',
];
/** Around a change of clocks in most of them. */
const STARTS = ['2026-03-07', '2026-03-28', '2026-04-04', '2026-10-03', '2026-10-24', '2026-10-31', '2011-12-29'];

const spans: fc.Arbitrary<Span[]> = fc
  .uniqueArray(fc.integer({ min: 0, max: 96 }), { maxLength: 6 })
  .map((ends) => ends.sort((one, other) => one - other).map((quarter) => quarter * 15))
  .map((ends) =>
    Array.from({ length: Math.floor(ends.length / 2) }, (_, nth) => ({ from: ends[nth * 2]!, to: ends[nth * 2 + 1]! })),
  );
const hours: fc.Arbitrary<Hours> = fc
  .record({ week: fc.array(spans, { minLength: 7, maxLength: 7 }), own: spans, day: fc.integer({ min: 0, max: 5 }) })
  .map(({ week, own }) => ({
    week,
    own: new Map([['2026-10-25', { day: '2026-10-25', spans: own, name: '' }]]),
    official: (day) => officialIn('CN', day)?.is,
  }));
const moment = fc
  .record({ start: fc.constantFrom(...STARTS), minutes: fc.integer({ min: 0, max: 4 * MINUTES_A_DAY }) })
  .map(({ start, minutes }) => Date.parse(`${start}T00:00:00Z`) + minutes * MINUTE);

/** Minute by minute, by what the clock on the wall shows. */
function walked(all: Hours, timezone: string, { from, to }: Run): number {
  let sum = 0;
  for (let at = from; at < to; at += MINUTE) {
    const { day, minutes } = wallTime(new Date(at), timezone);
    if (spansOn(all, day).some((span) => span.from <= minutes && minutes < span.to)) sum += MINUTE;
  }
  return sum;
}

describe('open time', () => {
  it('is what the clock on the wall shows, minute by minute, however it is changed', () => {
    fc.assert(
      fc.property(
        hours,
        fc.constantFrom(...ZONES),
        moment,
        fc.integer({ min: 0, max: 3000 }),
        (all, zone, from, length) => {
          const run = { from, to: from + length * MINUTE };
          expect(openTime(calendarOf(all, zone), [run])).toBe(walked(all, zone, run));
        },
      ),
      { numRuns: 60 },
    );
  });

  it('adds up: of two runs that follow each other it is that of both, and never less than that of one', () => {
    fc.assert(
      fc.property(
        hours,
        fc.constantFrom(...ZONES),
        moment,
        fc.nat(5000),
        fc.nat(5000),
        (all, zone, from, one, other) => {
          const calendar = calendarOf(all, zone);
          const [middle, to] = [from + one * MINUTE, from + (one + other) * MINUTE];
          const [first, second] = [
            openTime(calendar, [{ from, to: middle }]),
            openTime(calendar, [{ from: middle, to }]),
          ];
          const whole = openTime(calendar, [{ from, to }]);
          expect(whole).toBe(first + second);
          expect(whole).toBeGreaterThanOrEqual(first);
        },
      ),
    );
  });

  it('is due at the very instant by which so much of it was used, which is never in a closed hour', () => {
    fc.assert(
      fc.property(
        hours,
        fc.constantFrom(...ZONES),
        moment,
        fc.integer({ min: 1, max: 3000 }),
        (all, zone, from, minutes) => {
          const calendar = calendarOf(all, zone);
          const due = dueAt(calendar, [{ from, to: Number.POSITIVE_INFINITY }], minutes * MINUTE);
          if (due === undefined) return;
          expect(openTime(calendar, [{ from, to: due }])).toBe(minutes * MINUTE);
          expect(openTime(calendar, [{ from: due - MINUTE, to: due }])).toBe(MINUTE);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('of a house that is never open is never due, and no time', () => {
    const closed: Hours = { week: readWeek(''), own: new Map(), official: () => undefined };
    const calendar = calendarOf(closed, 'Asia/Shanghai');
    const from = Date.parse('2026-11-21T04:00:00Z');
    expect(dueAt(calendar, [{ from, to: Number.POSITIVE_INFINITY }], MINUTE)).toBeUndefined();
    expect(openTime(calendar, [{ from, to: from + 30 * DAY }])).toBe(0);
  });
});

describe('runs without others', () => {
  it('have no instant of them, and every other', () => {
    const run = fc.array(fc.nat(30), { maxLength: 8 }).map((lengths) => {
      let at = 0;
      return lengths.flatMap((length, nth): Run[] => {
        const from = at;
        at += length;
        return nth % 2 && length > 0 ? [{ from, to: at }] : [];
      });
    });
    const has = (runs: readonly Run[], at: number) => runs.some(({ from, to }) => from <= at && at < to);
    fc.assert(
      fc.property(run, run, (runs, others) => {
        const left = without(runs, others);
        for (let at = 0; at < 240; at++) expect(has(left, at)).toBe(has(runs, at) && !has(others, at));
      }),
    );
  });
});

describe('the days off of China', () => {
  const hoursOf = (own = ''): Hours => ({
    week: readWeek('09:00-18:00|09:00-18:00|09:00-18:00|09:00-18:00|09:00-18:00||'),
    own: readOwnDays(own),
    official: (day) => officialIn('CN', day)?.is,
  });
  const on = (iso: string, own?: string) => writeSpans(spansOn(hoursOf(own), Date.parse(iso) / DAY));

  it.each([
    // as the State Council announced them for 2026
    ['2026-10-01', '', '国庆节'],
    ['2026-10-10', '09:00-18:00', '国庆节'],
    ['2026-02-14', '09:00-18:00', '春节'],
    ['2026-02-23', '', '春节'],
    ['2026-02-24', '09:00-18:00', undefined],
    ['2026-10-11', '', undefined],
  ])('%s is open %s', (day, open, name) => {
    expect(on(day)).toBe(open);
    expect(officialIn('CN', day)?.name).toBe(name);
  });

  it('give way to the owner’s own, and are guessed for no year that was not announced', () => {
    expect(on('2026-10-01', '2026-10-01=10:00-12:00=')).toBe('10:00-12:00');
    expect(on('2027-10-01')).toBe('09:00-18:00');
    expect(officialIn('DE', '2026-10-01')).toBeUndefined();
  });
});
