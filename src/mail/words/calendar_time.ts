import type { CalendarLine, CalendarRepeat } from '../../domain/calendar_act.ts';
import { type Day, dateOf, dayOf, fromWallTime, isoDay, type WallTime, wallTime } from '../../text/when/zone.ts';
import { clockOf } from './calendar_clock.ts';
import { type Property, parameter, properties, property } from './ical.ts';

const TIME = /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)\d\d(Z?))?$/;
const LENGTH = /^\+?P(?:(\d{1,3})W)?(?:(\d{1,4})D)?(?:T(?:(\d{1,4})H)?(?:(\d{1,5})M)?(?:\d{1,5}S)?)?$/i;

/** Beginning or end as a calendar writes it: a day, perhaps with a time on a clock. */
interface Written {
  wall: WallTime;
  hasHours: boolean;
  /** In the form that `zone.ts` takes; undefined if the calendar does not say by which clock. */
  clock: string | undefined;
}

/**
 * When an event takes place: moments if the calendar says by which clock, days if it gives no hours.
 * @param zones the calendar's explanation of its clocks
 */
export function timesOf(
  event: string,
  zones: readonly string[],
): Pick<CalendarLine, 'from' | 'until' | 'days' | 'wall'> {
  const [begin, end] = writtenTimes(event, zones);
  if (!begin) return {};
  if (!begin.hasHours) return { days: { first: isoDay(begin.wall.day), last: isoDay(lastDay(begin, end)) } };
  const from = momentOf(begin);
  if (!from) return { wall: [begin, ...(end ? [end] : [])].map(({ wall }) => shown(wall)) };
  const until = end && momentOf(end);
  return { from: from.toISOString(), ...(until && { until: until.toISOString() }) };
}

/** Beginning and end as the calendar says them: `2026-11-20 02:00 UTC`; a local time stays local, a day has no hour. */
export function timesInWords(event: string, zones: readonly string[]): string[] {
  const [begin, end] = writtenTimes(event, zones);
  if (!begin) return [property(event, 'DTSTART').value].filter(Boolean);
  if (!begin.hasHours) return [...new Set([begin.wall.day, lastDay(begin, end)])].map(isoDay);
  const utc = /Z$/i.test(property(event, 'DTSTART').value) ? ' UTC' : '';
  return [begin, ...(end ? [end] : [])].map(({ wall }) => `${shown(wall).replace('T', ' ')}${utc}`);
}

/** `2026-12-10T09:30`, wherever that is. */
const shown = ({ day, minutes }: WallTime): string =>
  new Date(day * 86_400_000 + minutes * 60_000).toISOString().slice(0, 16);

/**
 * What clocks show at beginning and end: the event's own clock and UTC. For days without hours, the first and the last
 * day.
 */
export function wallTimesOf(event: string, zones: readonly string[]): WallTime[] {
  const [begin, end] = writtenTimes(event, zones);
  if (begin && !begin.hasHours) return [begin.wall, { ...begin.wall, day: lastDay(begin, end) }];
  const times = [begin, end].filter((time) => time !== undefined);
  const moments = times.flatMap((time) => momentOf(time) ?? []);
  return [...times.map(({ wall }) => wall), ...moments.map((moment) => wallTime(moment, 'UTC'))];
}

/** Beginning and end by one and the same clock; undefined without hours or an end. */
export function spanOf(event: string, zones: readonly string[]): [WallTime, WallTime] | undefined {
  const times = writtenTimes(event, zones).filter(({ hasHours }) => hasHours);
  const [begin, end] = times.map(momentOf);
  if (begin && end) return [wallTime(begin, 'UTC'), wallTime(end, 'UTC')];
  const [first, last] = times;
  return first && last && !begin && !end ? [first.wall, last.wall] : undefined;
}

/**
 * For an event that repeats: whether it is about one date or all of them, which dates are left out, and when the single
 * one was planned.
 */
export function seriesOf(
  event: string,
  zones: readonly string[],
): Pick<CalendarLine, 'series' | 'repeats' | 'except' | 'instead'> {
  const line = property(event, 'RECURRENCE-ID');
  if (line.value === '') {
    if (!isRepeated(event)) return {};
    const [begin] = writtenTimes(event, zones);
    const repeats = begin && repeatOf(event, begin);
    return { series: 'whole', ...(repeats && { repeats }), ...exceptOf(event, zones) };
  }
  const series = /^thisand/i.test(parameter(line, 'RANGE')) ? 'following' : 'date';
  const [planned, now] = [written(line, zones), writtenTimes(event, zones)[0]].map((time) => time && spoken(time));
  return { series, ...(planned && now && planned !== now && { instead: planned }) };
}

type Days = CalendarRepeat['on'];

/** The days that a single rule says in one of the usual ways; undefined for others, and where dates of no rule join them. */
function repeatOf(event: string, { wall, clock }: Written): CalendarRepeat | undefined {
  const [rule, another] = properties(event, 'RRULE');
  if (!rule || another || property(event, 'RDATE').value !== '') return undefined;
  const says = new Map(
    rule.value
      .toUpperCase()
      .split(';')
      .map((part) => part.split('=', 2) as [string, string]),
  );
  const on = daysOf(says, wall.day);
  const count = Number(says.get('COUNT') ?? 0);
  const end = says.get('UNTIL');
  const until = end === undefined ? undefined : written({ value: end, parameters: '' }, []);
  if (!on || Number.isNaN(count) || (end !== undefined && !until)) return undefined;
  const moment = until?.hasHours && clock ? momentOf(until) : undefined;
  const last = moment && clock ? wallTime(moment, clock).day : until?.wall.day;
  return { on, ...(last !== undefined && { until: isoDay(last) }), ...(count > 0 && { count }) };
}

const UNITS = new Map<string, Days['unit']>([
  ['DAILY', 'day'],
  ['WEEKLY', 'week'],
  ['MONTHLY', 'month'],
  ['YEARLY', 'year'],
]);
const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const READ = ['FREQ', 'INTERVAL', 'BYDAY', 'BYMONTHDAY', 'BYMONTH', 'BYSETPOS', 'COUNT', 'UNTIL', 'WKST', ''];

/** What a rule says of its days. */
interface RuleDays {
  plain: Days;
  weekdays: number[];
  /** `3MO` is the third Monday; 0 where none is said. */
  nth: number[];
  dates: number[];
  months: number[];
  place: number[];
}

function daysOf(says: ReadonlyMap<string, string>, from: Day): Days | undefined {
  const unit = UNITS.get(says.get('FREQ') ?? '');
  const every = Number(says.get('INTERVAL') ?? 1);
  if (!unit || !(every >= 1) || [...says.keys()].some((name) => !READ.includes(name))) return undefined;
  const list = (name: string): string[] => (says.get(name) ?? '').split(',').filter(Boolean);
  const days = list('BYDAY').map((one) => /^([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)$/.exec(one));
  if (days.includes(null)) return undefined;
  const [dates, months, place] = ['BYMONTHDAY', 'BYMONTH', 'BYSETPOS'].map((name) => list(name).map(Number));
  return BY_UNIT[unit]({
    plain: { unit, every, on: [], from },
    weekdays: days.map((one) => WEEKDAYS.indexOf(one![2]!)).toSorted(),
    nth: days.map((one) => Number(one![1] ?? 0)),
    ...{ dates: dates!, months: months!, place: place! },
  });
}

const BY_UNIT: Record<Days['unit'], (rule: RuleDays) => Days | undefined> = {
  day: (rule) => (rule.weekdays.length === 0 || rule.plain.every === 1 ? weekly(rule, 'day') : undefined),
  week: (rule) => weekly(rule, 'week'),
  month: monthly,
  year: yearly,
};

/** Every day, perhaps but for some days of the week, or every week. */
function weekly({ plain, weekdays, nth, dates, months, place }: RuleDays, unit: 'day' | 'week'): Days | undefined {
  if (dates.length + months.length + place.length > 0 || nth.some((one) => one !== 0)) return undefined;
  return { ...plain, unit: weekdays.length > 0 ? 'week' : unit, on: weekdays };
}

/** The 15th, or the first Monday of a month. */
function monthly({ plain, weekdays, nth, dates, months, place }: RuleDays): Days | undefined {
  if (months.length > 0) return undefined;
  if (weekdays.length === 0) return place.length === 0 && dates.every(isDate) ? { ...plain, on: dates } : undefined;
  const which = nth[0] || place[0] || 0;
  const isOne = weekdays.length === 1 && dates.length === 0 && place.length <= 1 && WHICH.includes(which);
  return isOne ? { ...plain, nth: { which, weekday: weekdays[0]! } } : undefined;
}

/** The day of the year on which it is first. */
function yearly({ plain, weekdays, dates, months, place }: RuleDays): Days | undefined {
  const { month, date } = dateOf(plain.from);
  const isSame = months.every((one) => one === month) && dates.every((one) => one === date);
  return isSame && weekdays.length + place.length === 0 ? plain : undefined;
}

const WHICH = [1, 2, 3, 4, -1];
const isDate = (date: number): boolean => date === -1 || (date >= 1 && date <= 31);

const isRepeated = (event: string): boolean => ['RRULE', 'RDATE'].some((name) => property(event, name).value !== '');

function exceptOf(event: string, zones: readonly string[]): Pick<CalendarLine, 'except'> {
  const dates = properties(event, 'EXDATE').flatMap(({ value, parameters }) =>
    value.split(',').flatMap((one) => written({ value: one.trim(), parameters }, zones) ?? []),
  );
  const days = [...new Set(dates.map(({ wall }) => isoDay(wall.day)))];
  return days.length > 0 ? { except: days.slice(0, MOST_EXCEPT) } : {};
}

const MOST_EXCEPT = 10;

/** A moment, or a day if no clock is known for it. */
const spoken = (time: Written): string =>
  (time.hasHours ? momentOf(time)?.toISOString() : undefined) ?? isoDay(time.wall.day);

function writtenTimes(event: string, zones: readonly string[]): Written[] {
  const begin = written(property(event, 'DTSTART'), zones);
  if (!begin) return [];
  const end = written(property(event, 'DTEND'), zones) ?? after(begin, property(event, 'DURATION').value);
  return end ? [begin, end] : [begin];
}

function written(line: Property, zones: readonly string[]): Written | undefined {
  const [, year, month, date, hour, minute, utc] = TIME.exec(line.value) ?? [];
  const day = dayOf(Number(year), Number(month), Number(date));
  if (day === undefined || Number(hour ?? 0) > 23 || Number(minute ?? 0) > 59) return undefined;
  const wall = { day, minutes: Number(hour ?? 0) * 60 + Number(minute ?? 0) };
  return { wall, hasHours: hour !== undefined, clock: utc ? 'UTC' : clockOf(parameter(line, 'TZID'), zones, wall) };
}

function after({ wall, ...begin }: Written, length: string): Written | undefined {
  const [all, weeks = 0, days = 0, hours = 0, minutes = 0] = LENGTH.exec(length) ?? [];
  if (!all) return undefined;
  const end = {
    day: wall.day + Number(weeks) * 7 + Number(days),
    minutes: wall.minutes + Number(hours) * 60 + Number(minutes),
  };
  return { ...begin, wall: end };
}

const momentOf = ({ wall, clock }: Written): Date | undefined => (clock ? fromWallTime(wall, clock) : undefined);

/** For days without hours the end is the day after the last one (RFC 5545, 3.6.1). */
const lastDay = ({ wall }: Written, end: Written | undefined): Day => Math.max(wall.day, (end?.wall.day ?? 0) - 1);
