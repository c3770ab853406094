import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { latestSlot } from '../../src/jobs/slot.ts';
import { takeSlot } from '../../src/jobs/take.ts';
import { dateOf, wallTime } from '../../src/text/when/zone.ts';
import { testDatabase } from '../support/database.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** Minutes: half an hour on Lord Howe, an hour nearly everywhere, two at Troll in Antarctica. */
const LONGEST_CHANGE = 120;
const zones = Intl.supportedValuesOf('timeZone');
const offset = (zone: string, at: number) => {
  const { day, minutes } = wallTime(new Date(at), zone);
  return day * 1440 + minutes - at / MINUTE;
};

/** Hours of 2026 and 2027 in which a zone's clocks change. Two changes are further apart than a fortnight. */
function changes(zone: string): number[] {
  const found: number[] = [];
  for (let at = Date.UTC(2026, 0, 1); at < Date.UTC(2028, 0, 1); at += 14 * DAY) {
    if (offset(zone, at) === offset(zone, at + 14 * DAY)) continue;
    let [before, after] = [at, at + 14 * DAY];
    while (after - before > HOUR) {
      const middle = before + Math.floor((after - before) / 2 / HOUR) * HOUR;
      if (offset(zone, middle) === offset(zone, at)) before = middle;
      else after = middle;
    }
    found.push(before);
  }
  return found;
}

const minutesOf = (at: string) => Number(at.slice(0, 2)) * 60 + Number(at.slice(3));

/** A job that looks every half hour, from a day and a half before a change of clocks until as long after it. */
function runsAround(look: typeof latestSlot, at: string, zone: string, change: number): [day: string, now: number][] {
  const taken = new Map<string, number>();
  for (let now = change - 1.5 * DAY; now <= change + 1.5 * DAY; now += 30 * MINUTE) {
    const { day, dueAt } = look(at, zone, new Date(now));
    if (dueAt.getTime() > now) throw new Error(`${day} ${zone} ${at}: due ahead of ${new Date(now).toISOString()}`);
    if (!taken.has(day)) taken.set(day, now);
  }
  // the first was due before we began to look
  return [...taken].slice(1);
}

/** Every local day has its slot once, in order, and it is taken when the local clock shows its time, or jumps over it. */
function expectOncePerDay(look: typeof latestSlot, at: string, zone: string, change: number): void {
  const runs = runsAround(look, at, zone, change);
  const days = runs.map(([day]) => Date.parse(day) / DAY);
  expect(days, `${zone} ${at}`).toEqual(days.map((_, nth) => days[0]! + nth));
  expect(days.length, `${zone} ${at}`).toBeGreaterThanOrEqual(2);
  for (const [day, now] of runs) {
    const shown = wallTime(new Date(now), zone);
    const late = shown.day * 1440 + shown.minutes - (Date.parse(day) / MINUTE + minutesOf(at));
    expect(late, `${zone} ${at} ${day}`).toBeGreaterThanOrEqual(0);
    expect(late, `${zone} ${at} ${day}`).toBeLessThan(30 + LONGEST_CHANGE);
  }
}

const time = fc
  .integer({ min: 0, max: 1439 })
  .map((minutes) => [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':'));

describe('the slot of a daily job', () => {
  const changing = zones.map((zone) => ({ zone, at: changes(zone) })).filter(({ at }) => at.length > 0);
  // zones that change together from and to the same offsets have the same clock
  const clocks = new Map(changing.map((one) => [`${one.at} ${offset(one.zone, one.at[0]!)}`, one]));

  it('comes once in every local day, whatever the clocks do, in every zone that changes them', () => {
    expect(changing.length).toBeGreaterThan(100);
    for (const [nth, { zone, at }] of [...clocks.values()].entries()) {
      // what the clocks skip or show twice is nearly always between 00:00 and 03:00
      for (const hour of ['00:00', '02:30', '08:00']) expectOncePerDay(latestSlot, hour, zone, at[nth % at.length]!);
    }
  });

  it('comes at its time by the local clock, but for the days when that time does not exist', () => {
    fc.assert(
      fc.property(fc.constantFrom(...zones), time, fc.integer({ min: 0, max: 1460 * 24 * 60 }), (zone, at, minute) => {
        const now = Date.UTC(2024, 0, 1) + minute * MINUTE;
        const { day, dueAt } = latestSlot(at, zone, new Date(now));
        expect(dueAt.getTime()).toBeLessThanOrEqual(now);
        expect(now - dueAt.getTime()).toBeLessThan(26 * HOUR);
        const shown = wallTime(dueAt, zone);
        const late = shown.day * 1440 + shown.minutes - (Date.parse(day) / MINUTE + minutesOf(at));
        expect(late).toBeOneOf([0, 30, 60, LONGEST_CHANGE]);
      }),
      { numRuns: 1000 },
    );
  });

  it('never lies ahead, even where a whole day was skipped (Samoa, 30 December 2011)', () => {
    const runs = runsAround(latestSlot, '08:00', 'Pacific/Apia', Date.UTC(2011, 11, 30, 10));
    expect(runs.map(([day]) => day)).toEqual(['2011-12-29', '2011-12-31', '2012-01-01']);
  });

  it('would be caught by these tests if its days were those of UTC (control)', () => {
    const naive: typeof latestSlot = (at, _zone, now) => latestSlot(at, 'UTC', now);
    const [change] = changes('America/New_York');
    expect(() => expectOncePerDay(naive, '02:30', 'America/New_York', change!)).toThrow();
  });
});

describe('the slot of a weekly job', () => {
  it('is the daily one of its weekday, the last there was', () => {
    const [zone, weekday] = [fc.constantFrom(...zones), fc.integer({ min: 0, max: 6 })];
    fc.assert(
      fc.property(zone, time, weekday, fc.integer({ min: 0, max: 1460 * 24 * 60 }), (zone, at, weekday, minute) => {
        const now = Date.UTC(2024, 0, 1) + minute * MINUTE;
        const { day, dueAt } = latestSlot(at, zone, new Date(now), weekday);
        expect(dateOf(Date.parse(day) / DAY).weekday).toBe(weekday);
        expect(latestSlot(at, zone, dueAt)).toEqual({ day, dueAt });
        expect(now - dueAt.getTime()).toBeGreaterThanOrEqual(0);
        expect(now - dueAt.getTime()).toBeLessThan(7 * DAY + 2 * HOUR);
      }),
      { numRuns: 300 },
    );
  });
});

describe('a slot', () => {
  it('is taken by one of two instances that ask at the same moment', async () => {
    const { db } = await testDatabase();
    const second = await db.transaction(async (first) => {
      expect(await takeSlot(first, 'digest', '2026-11-21')).toBe('first ever');
      // waits for the first to end, and must not be awaited before that
      return { ending: db.transaction((tx) => takeSlot(tx, 'digest', '2026-11-21')) };
    });
    expect(await second.ending).toBe('done before');
    expect(await db.transaction((tx) => takeSlot(tx, 'digest', '2026-11-22'))).toBe('taken');
  });

  it('is free again when the one who took it fails', async () => {
    const { db } = await testDatabase();
    const failing = db.transaction(async (tx) => {
      await takeSlot(tx, 'digest', '2026-11-21');
      throw new Error('down');
    });
    await expect(failing).rejects.toThrow('down');
    expect(await db.transaction((tx) => takeSlot(tx, 'digest', '2026-11-21'))).toBe('first ever');
  });
});
