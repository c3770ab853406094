import type { CalendarLine } from '../../domain/calendar_act.ts';
import { type Day, dayOf, fromWallTime, isoDay, type WallTime, wallTime } from '../../text/when/zone.ts';
import { clockOf } from './calendar_clock.ts';
import { type Property, parameter, properties, property } from './ical.ts';

const TIME = /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)\d\d(Z?))?$/;
const LENGTH = /^P(?:(\d{1,3})W)?(?:(\d{1,4})D)?(?:T(?:(\d{1,4})H)?(?:(\d{1,5})M)?(?:\d{1,5}S)?)?$/i;

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
export function seriesOf(event: string, zones: readonly string[]): Pick<CalendarLine, 'series' | 'except' | 'instead'> {
  const line = property(event, 'RECURRENCE-ID');
  if (line.value === '') return isRepeated(event) ? { series: 'whole', ...exceptOf(event, zones) } : {};
  const series = /^thisand/i.test(parameter(line, 'RANGE')) ? 'following' : 'date';
  const [planned, now] = [written(line, zones), writtenTimes(event, zones)[0]].map((time) => time && spoken(time));
  return { series, ...(planned && now && planned !== now && { instead: planned }) };
}

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
