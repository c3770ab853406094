/** A date as a count of days since 1970-01-01: calendar arithmetic without clocks. */
export type Day = number;

/** What a wall clock shows. Minutes may run past 23:59 or below 0: they carry into the neighbouring days. */
export interface WallTime {
  day: Day;
  minutes: number;
}

const dayMs = 86_400_000;
const clocks = new Map<string, Intl.DateTimeFormat>();

function clockOf(timezone: string): Intl.DateTimeFormat {
  let clock = clocks.get(timezone);
  if (!clock) {
    clock = new Intl.DateTimeFormat('en-US', {
      timeZone: timezone,
      calendar: 'gregory',
      numberingSystem: 'latn',
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    clocks.set(timezone, clock);
  }
  return clock;
}

const FIXED = /^([+-])(\d{2}):(\d{2})$/;

/** The zone's wall clock at an instant, read as if it were UTC (ms). `timezone` is an IANA name or `+05:30`; another throws a RangeError. */
function wallMs(at: number, timezone: string): number {
  const [, sign, hours, minutes] = FIXED.exec(timezone) ?? [];
  if (sign) return at + (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
  const parts: Record<string, number> = {};
  for (const { type, value } of clockOf(timezone).formatToParts(at)) parts[type] = Number(value);
  return Date.UTC(parts.year!, parts.month! - 1, parts.day, parts.hour, parts.minute, parts.second);
}

/** The wall clock of a zone at an instant, to the minute. */
export function wallTime(at: Date, timezone: string): WallTime {
  const ms = wallMs(at.getTime(), timezone);
  return { day: Math.floor(ms / dayMs), minutes: Math.floor((((ms % dayMs) + dayMs) % dayMs) / 60_000) };
}

/**
 * The instant a wall clock shows that time. A time that does not exist (clocks went forward) is moved forward by the gap;
 * if a time happens twice, the first is taken.
 */
export function fromWallTime({ day, minutes }: WallTime, timezone: string): Date {
  const wanted = day * dayMs + minutes * 60_000;
  // The offsets in force well before and after: they differ only around a change, and zones change at most once in two days.
  const [before, after] = [wanted - dayMs, wanted + dayMs].map((at) => wallMs(at, timezone) - at) as [number, number];
  const fits = [wanted - before, wanted - after].filter((at) => wallMs(at, timezone) === wanted);
  return new Date(fits.length > 0 ? Math.min(...fits) : wanted - before);
}

/** The local date of an instant, `YYYY-MM-DD`. */
export function localSlot(at: Date, timezone: string): string {
  return isoDay(wallTime(at, timezone).day);
}

/** The first instant of the local day that holds `at` (01:00 where the clocks skip midnight). */
export function startOfLocalDay(at: Date, timezone: string): Date {
  return fromWallTime({ day: wallTime(at, timezone).day, minutes: 0 }, timezone);
}

/** `YYYY-MM-DD` of a day. */
export function isoDay(day: Day): string {
  return new Date(day * dayMs).toISOString().slice(0, 10);
}

/** The day of `YYYY-MM-DD`; NaN of what is none. */
export const dayOfIso = (iso: string): Day => Date.parse(`${iso}T00:00:00Z`) / dayMs;

/** A day's parts; `weekday` counts from Monday = 0. */
export function dateOf(day: Day): { year: number; month: number; date: number; weekday: number } {
  const utc = new Date(day * dayMs);
  return {
    year: utc.getUTCFullYear(),
    month: utc.getUTCMonth() + 1,
    date: utc.getUTCDate(),
    weekday: (utc.getUTCDay() + 6) % 7,
  };
}

/** The day of a calendar date, or undefined when there is none (30 February). Years 1000 to 9999, months from 1. */
export function dayOf(year: number, month: number, date: number): Day | undefined {
  if (year < 1000 || year > 9999) return undefined;
  const day = Date.UTC(year, month - 1, date) / dayMs;
  const back = dateOf(day);
  return back.month === month && back.date === date ? day : undefined;
}

/** The same date `months` later, or that month's last day when it is shorter. */
export function addMonths(day: Day, months: number): Day {
  const { year, month, date } = dateOf(day);
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  return first.getTime() / dayMs + Math.min(date, monthLength(first)) - 1;
}

/** The last day of the month that is `months` after the one of `day`. */
export function monthEnd(day: Day, months = 0): Day {
  const { year, month } = dateOf(day);
  return Date.UTC(year, month + months, 0) / dayMs;
}

function monthLength(first: Date): number {
  return new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
}
