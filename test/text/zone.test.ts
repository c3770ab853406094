import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addMonths,
  dayOf,
  fromWallTime,
  isoDay,
  localSlot,
  startOfLocalDay,
  wallTime,
} from '../../src/text/when/zone.ts';

const zones = fc.constantFrom(
  'Asia/Shanghai',
  'America/New_York',
  'Australia/Lord_Howe',
  'America/Sao_Paulo',
  'Asia/Beirut',
  'UTC',
);
const instants = fc.date({ min: new Date('2000-01-01'), max: new Date('2040-01-01'), noInvalidDate: true });

describe('local days', () => {
  it('belong to the zone, not to UTC', () => {
    const at = new Date('2026-08-01T16:30:00Z');
    expect(localSlot(at, 'Asia/Shanghai')).toBe('2026-08-02');
    expect(localSlot(at, 'America/New_York')).toBe('2026-08-01');
    expect(startOfLocalDay(at, 'Asia/Shanghai').toISOString()).toBe('2026-08-01T16:00:00.000Z');
  });

  it('begin at 01:00 where the clocks skip midnight', () => {
    const noon = new Date('2018-11-04T15:00:00Z');
    expect(startOfLocalDay(noon, 'America/Sao_Paulo').toISOString()).toBe('2018-11-04T03:00:00.000Z');
    expect(wallTime(startOfLocalDay(noon, 'America/Sao_Paulo'), 'America/Sao_Paulo').minutes).toBe(60);
  });

  it('a start of day is in its own day, and the moment before it is not', () => {
    fc.assert(
      fc.property(instants, zones, (at, timezone) => {
        const start = startOfLocalDay(at, timezone);
        expect(start <= at).toBe(true);
        expect(localSlot(start, timezone)).toBe(localSlot(at, timezone));
        expect(localSlot(new Date(start.getTime() - 1), timezone)).not.toBe(localSlot(at, timezone));
      }),
    );
  });
});

describe('wall clocks', () => {
  it('every instant is the one its clock shows, or the second of two', () => {
    fc.assert(
      fc.property(instants, zones, (instant, timezone) => {
        const at = new Date(Math.floor(instant.getTime() / 60_000) * 60_000);
        const back = fromWallTime(wallTime(at, timezone), timezone);
        expect(back <= at).toBe(true);
        expect(wallTime(back, timezone)).toEqual(wallTime(at, timezone));
      }),
    );
  });

  it('an unknown zone is refused', () => {
    expect(() => localSlot(new Date(0), 'Mars/Olympus')).toThrow(RangeError);
  });
});

describe('the calendar', () => {
  it('knows which dates exist', () => {
    expect(dayOf(2026, 2, 29)).toBeUndefined();
    expect(isoDay(dayOf(2028, 2, 29)!)).toBe('2028-02-29');
  });

  it('a month after the 31st is the last day of a shorter month', () => {
    expect(isoDay(addMonths(dayOf(2026, 1, 31)!, 1))).toBe('2026-02-28');
  });
});
