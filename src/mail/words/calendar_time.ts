import type { CalendarAct } from '../../domain/event.ts';
import { isTimezone } from '../../text/when/timezone.ts';
import { type Day, dayOf, fromWallTime, isoDay, type WallTime, wallTime } from '../../text/when/zone.ts';
import { type Property, parameter, property } from './ical.ts';
import { ianaOfWindows } from './windows_zone.ts';

const TIME = /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)\d\d(Z?))?$/;
const LENGTH = /^P(?:(\d{1,3})W)?(?:(\d{1,4})D)?(?:T(?:(\d{1,4})H)?(?:(\d{1,5})M)?(?:\d{1,5}S)?)?$/i;

/** Begin or end as a calendar writes it: a day, perhaps with a time on a clock. */
interface Written {
  wall: WallTime;
  hasHours: boolean;
  /** As `zone.ts` takes it; undefined where the calendar does not say by which clock. */
  clock: string | undefined;
}

/**
 * When an event is: its moments where the calendar says by which clock, its days where it has no hours.
 * @param calendar the whole of it: it may explain its clocks itself
 */
export function timesOf(event: string, calendar: string): Pick<CalendarAct, 'from' | 'until' | 'days'> {
  const [begin, end] = writtenTimes(event, calendar);
  if (!begin) return {};
  if (!begin.hasHours) return { days: { first: isoDay(begin.wall.day), last: isoDay(lastDay(begin, end)) } };
  const from = momentOf(begin);
  const until = end && momentOf(end);
  return { ...(from && { from: from.toISOString() }), ...(from && until && { until: until.toISOString() }) };
}

/** What clocks show at begin and end: the event's own and UTC's; of days without hours the first and the last. */
export function wallTimesOf(event: string, calendar: string): WallTime[] {
  const [begin, end] = writtenTimes(event, calendar);
  if (begin && !begin.hasHours) return [begin.wall, { ...begin.wall, day: lastDay(begin, end) }];
  const times = [begin, end].filter((time) => time !== undefined);
  const moments = times.flatMap((time) => momentOf(time) ?? []);
  return [...times.map(({ wall }) => wall), ...moments.map((moment) => wallTime(moment, 'UTC'))];
}

/** Begin and end by one clock, whichever; undefined without hours or end. */
export function spanOf(event: string, calendar: string): [WallTime, WallTime] | undefined {
  const times = writtenTimes(event, calendar).filter(({ hasHours }) => hasHours);
  const [begin, end] = times.map(momentOf);
  if (begin && end) return [wallTime(begin, 'UTC'), wallTime(end, 'UTC')];
  const [first, last] = times;
  return first && last && !begin && !end ? [first.wall, last.wall] : undefined;
}

function writtenTimes(event: string, calendar: string): Written[] {
  const begin = written(property(event, 'DTSTART'), calendar);
  if (!begin) return [];
  const end = written(property(event, 'DTEND'), calendar) ?? after(begin, property(event, 'DURATION').value);
  return end ? [begin, end] : [begin];
}

function written(line: Property, calendar: string): Written | undefined {
  const [, year, month, date, hour, minute, utc] = TIME.exec(line.value) ?? [];
  const day = dayOf(Number(year), Number(month), Number(date));
  if (day === undefined || Number(hour ?? 0) > 23 || Number(minute ?? 0) > 59) return undefined;
  const clock = utc ? 'UTC' : clockOf(parameter(line, 'TZID'), calendar);
  return {
    wall: { day, minutes: Number(hour ?? 0) * 60 + Number(minute ?? 0) },
    hasHours: hour !== undefined,
    clock,
  };
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

/** The end of days without hours is the day after them (RFC 5545, 3.6.1). */
const lastDay = ({ wall }: Written, end: Written | undefined): Day => Math.max(wall.day, (end?.wall.day ?? 0) - 1);

/** A zone by its own name, behind a prefix (`/mozilla.org/20050126_1/Europe/Berlin`), by Windows' name, or explained in the calendar. */
function clockOf(zone: string, calendar: string): string | undefined {
  const names = [zone, ...(/(?:^|\/)([A-Za-z_]+\/[A-Za-z_+/-]+)$/.exec(zone)?.slice(1) ?? [])];
  return names.find(isTimezone) ?? ianaOfWindows(zone) ?? explained(zone, calendar);
}

/** The clock that a calendar explains under a name, where it is never put forward or back. */
function explained(zone: string, calendar: string): string | undefined {
  const explanations = calendar.split(/^BEGIN:VTIMEZONE$/im).slice(1, 20);
  const own = explanations.find((text) => property(text, 'TZID').value === zone && zone !== '') ?? '';
  const offsets = new Set([...own.matchAll(/^TZOFFSETTO:([+-]\d\d):?(\d\d)/gim)].map(([, h, m]) => `${h}:${m}`));
  return offsets.size === 1 ? [...offsets][0] : undefined;
}
