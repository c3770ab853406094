import { type Day, dateOf, dayOf, fromWallTime, monthEnd, wallTime } from '../zone.ts';
import { isNthWorkday, WORKDAY } from './workday.ts';

/** The days something comes back on, and at what time of the local day. Kept with a task, so its fields only ever grow. */
export interface Repeat {
  unit: 'day' | 'week' | 'month' | 'year';
  /** Each second week is 2; from 1. */
  every: number;
  /** Of a week its days, Monday = 0; of a month its dates from 1, of which -1 is the last. Empty: the one of `from`. */
  on: number[];
  /** Of a month: the first (1) to fourth, or last (-1), of this day of the week, Monday = 0, or of its working days (`WORKDAY`). */
  nth?: { which: number; weekday: number };
  /** A day it is on: each second week is counted from its week. */
  from: Day;
  /** Minutes after the midnight that begins the day, by the owner's clock; from 1440 on they belong to the next day, below 0 to the one before. */
  minutes: number;
}

/** A hundred years, in days: whatever comes back, does so within them, each sixtieth year's day included. */
const FURTHEST = 3660 * 10;

const DAY_MINUTES = 24 * 60;

/** The first time after `after`, by the clock of this zone. A time that the clock skips comes as much later as it skips. */
export function nextTime(repeat: Repeat, after: Date, timezone: string): Date {
  const day = wallTime(after, timezone).day - Math.ceil(repeat.minutes / DAY_MINUTES);
  for (let ahead = 0; ahead <= FURTHEST; ahead += 1) {
    if (!isOn(repeat, day + ahead)) continue;
    const at = fromWallTime({ day: day + ahead, minutes: repeat.minutes }, timezone);
    if (at > after) return at;
  }
  throw new Error('a repetition without a day');
}

/** The last time that is not after `now`; undefined when `since` was the last. */
export function lastTimeSince(repeat: Repeat, since: Date, now: Date, timezone: string): Date | undefined {
  let last: Date | undefined;
  for (let at = nextTime(repeat, since, timezone); at <= now; at = nextTime(repeat, at, timezone)) last = at;
  return last;
}

/** The first day from `from` on that it is on. */
export function firstDay(repeat: Repeat, from: Day): Day {
  let day = from;
  while (!isOn(repeat, day) && day < from + FURTHEST) day += 1;
  return day;
}

function isOn(repeat: Repeat, day: Day): boolean {
  const { unit, every, from } = repeat;
  if (unit === 'day') return (day - from) % every === 0;
  if (unit === 'week') return ((mondayOf(day) - mondayOf(from)) / 7) % every === 0 && isDayOfWeek(repeat, day);
  const [now, first] = [dateOf(day), dateOf(from)];
  if (unit === 'year') return (now.year - first.year) % every === 0 && isAnniversary(day, from);
  const months = (now.year - first.year) * 12 + now.month - first.month;
  return months % every === 0 && isDateOfMonth(repeat, day);
}

const mondayOf = (day: Day): Day => day - dateOf(day).weekday;

function isDayOfWeek({ on, from }: Repeat, day: Day): boolean {
  return (on.length > 0 ? on : [dateOf(from).weekday]).includes(dateOf(day).weekday);
}

/** A month without that date has its last day instead, as addMonths does. */
function isDateOfMonth({ on, nth, from }: Repeat, day: Day): boolean {
  const { date, weekday } = dateOf(day);
  const last = dateOf(monthEnd(day)).date;
  if (nth?.weekday === WORKDAY) return isNthWorkday(day, nth.which);
  if (nth) return weekday === nth.weekday && (nth.which < 0 ? date + 7 > last : Math.ceil(date / 7) === nth.which);
  const dates = on.length > 0 ? on : [dateOf(from).date];
  return dates.some((one) => (one < 0 ? last : Math.min(one, last)) === date);
}

/** 29 February is 28 February where there is none. */
function isAnniversary(day: Day, from: Day): boolean {
  const [now, first] = [dateOf(day), dateOf(from)];
  return (dayOf(now.year, first.month, first.date) ?? dayOf(now.year, 2, 28)) === day;
}
