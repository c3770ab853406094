import { cleanName } from '../../normalise.ts';
import { typedWords } from '../../typed.ts';
import { isTimezone } from '../../when/timezone.ts';
import { type Day, dayOf, wallTime } from '../../when/zone.ts';
import { type Property, propertyIn, unfolded, wordsOf } from './properties.ts';
import { begins, repeatIn } from './yearly.ts';

/** A day that an event of a whole day takes. */
export interface CalendarDay {
  day: Day;
  /** A working day in place of one that is off, as China shifts them. */
  isWork: boolean;
  name: string;
}

/** What of a calendar file may be days off. */
export interface CalendarRead {
  /** In their order, each once; from today on. */
  days: CalendarDay[];
  /** Events that have hours; that are over; that come again otherwise than each year; that take longer than days off do. */
  left: Readonly<Record<'timed' | 'over' | 'again' | 'long' | 'unread', number>>;
  /** There were more days than are taken. */
  isCut: boolean;
}

const MOST_CALENDAR_DAYS = 366;
/** So far ahead days are read. */
const AHEAD_DAYS = 730;
/** Longer than this is a season, or a lease. */
const LONGEST_DAYS = 62;
const LONGEST_NAME = 60;
const WORK = [...typedWords(({ hours }) => hours.shifted)];

/**
 * Reads the events of whole days from a calendar file (.ics): once, each year, or over several days; also those that go from midnight to
 * midnight. Undefined: it is no calendar.
 */
export function readCalendarFile(
  text: string,
  { today, timezone }: { today: Day; timezone: string },
): CalendarRead | undefined {
  const events = eventsIn(text);
  if (!events) return undefined;
  const left = { timed: 0, over: 0, again: 0, long: 0, unread: 0 };
  const changed = changedOf(events, timezone);
  const days = new Map<Day, CalendarDay>();
  const until = today + AHEAD_DAYS;
  for (const event of events) {
    if (of(event, 'STATUS')?.value.toUpperCase() === 'CANCELLED') continue;
    const span = spanOf(event, timezone);
    if (span === 'unread' || span === 'timed') {
      left[span]++;
      continue;
    }
    if (span.length > LONGEST_DAYS) {
      left.long++;
      continue;
    }
    const rule = of(event, 'RRULE')?.value;
    const repeat = rule === undefined ? undefined : repeatIn(rule, span.first);
    if (repeat === 'else') {
      left.again++;
      continue;
    }
    const off = new Set([...datesOf(event, 'EXDATE', timezone), ...(rule ? (changed.get(uidOf(event)) ?? []) : [])]);
    const added = datesOf(event, 'RDATE', timezone);
    const firsts = [...new Set([...begins(span.first, repeat, today - LONGEST_DAYS, until), ...added])];
    const taken = firsts.filter((first) => !off.has(first) && first + span.length > today && first <= until);
    if (taken.length === 0) left.over++;
    const named = nameOf(event);
    for (const first of taken)
      for (let day = Math.max(first, today); day < first + span.length; day++) {
        const before = days.get(day);
        // where a file says both of a day, it is off
        if (!before || (before.isWork && !named.isWork)) days.set(day, { day, ...named });
      }
  }
  const sorted = [...days.values()].sort((one, other) => one.day - other.day);
  return { days: sorted.slice(0, MOST_CALENDAR_DAYS), left, isCut: sorted.length > MOST_CALENDAR_DAYS };
}

type Event = ReadonlyMap<string, readonly Property[]>;

const of = (event: Event, name: string): Property | undefined => event.get(name)?.[0];
const uidOf = (event: Event): string => of(event, 'UID')?.value ?? '';

/** What stands in each event itself, not in its alarms. */
function eventsIn(text: string): Event[] | undefined {
  const lines = unfolded(text.replace(/^\uFEFF/u, ''));
  if (!/^BEGIN:VCALENDAR\s*$/iu.test(lines[0] ?? '')) return undefined;
  const events: Event[] = [];
  const within: string[] = [];
  let event = new Map<string, Property[]>();
  for (const line of lines) {
    const property = propertyIn(line);
    if (!property) continue;
    const what = property.value.toUpperCase();
    if (property.name === 'BEGIN') {
      within.push(what);
      if (what === 'VEVENT') event = new Map();
    } else if (property.name === 'END') {
      if (within.at(-1) === 'VEVENT') events.push(event);
      within.pop();
    } else if (within.at(-1) === 'VEVENT') {
      const known = event.get(property.name);
      if (known) known.push(property);
      else event.set(property.name, [property]);
    }
  }
  return events;
}

/** When others of the same event were moved or changed: there they stand for themselves. */
function changedOf(events: readonly Event[], timezone: string): Map<string, Day[]> {
  const changed = new Map<string, Day[]>();
  for (const event of events) {
    const [day] = datesOf(event, 'RECURRENCE-ID', timezone);
    if (day === undefined) continue;
    const known = changed.get(uidOf(event));
    if (known) known.push(day);
    else changed.set(uidOf(event), [day]);
  }
  return changed;
}

function spanOf(event: Event, timezone: string): { first: Day; length: number } | 'timed' | 'unread' {
  const begin = of(event, 'DTSTART');
  const from = begin && momentIn(begin.value, begin.params.get('TZID'), timezone);
  if (!from) return 'unread';
  const end = of(event, 'DTEND');
  const to = end && momentIn(end.value, end.params.get('TZID') ?? begin.params.get('TZID'), timezone);
  const lasts = to ? to.day - from.day : daysLong(of(event, 'DURATION')?.value);
  // a day that ends where it begins is one day, as programs write it
  if (from.minutes === undefined) return { first: from.day, length: Math.max(1, lasts ?? 1) };
  const isWhole = from.minutes === 0 && (to ? to.minutes === 0 : lasts !== undefined) && (lasts ?? 0) >= 1;
  return isWhole ? { first: from.day, length: lasts! } : 'timed';
}

/** P3D, P1W. */
function daysLong(duration: string | undefined): number | undefined {
  const [, count, unit] = /^\+?P(\d{1,4})([DW])(?:T0[HMS])?$/iu.exec(duration ?? '') ?? [];
  return count === undefined ? undefined : Number(count) * (unit!.toUpperCase() === 'W' ? 7 : 1);
}

const MOMENT = /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})?(Z)?)?$/iu;

/** A date, or a moment: in the zone that is written with it, as its clock shows it; what is in UTC by the owner's clock. */
function momentIn(
  value: string,
  zone: string | undefined,
  timezone: string,
): { day: Day; minutes?: number } | undefined {
  const [, year, month, date, hour, minute, , utc] = MOMENT.exec(value) ?? [];
  const day = year === undefined ? undefined : dayOf(Number(year), Number(month), Number(date));
  if (day === undefined) return undefined;
  if (hour === undefined) return { day };
  const minutes = Number(hour) * 60 + Number(minute);
  if (!utc) return { day, minutes };
  const at = new Date(day * 86_400_000 + minutes * 60_000);
  return wallTime(at, zone && isTimezone(zone) ? zone : timezone);
}

function datesOf(event: Event, name: string, timezone: string): Day[] {
  return (event.get(name) ?? []).flatMap(({ value, params }) =>
    value.split(',').flatMap((one) => {
      const moment = momentIn(one.split('/')[0]!, params.get('TZID'), timezone);
      return moment ? [moment.day] : [];
    }),
  );
}

/** Apple marks China's working days; elsewhere their name says it. */
function nameOf(event: Event): { name: string; isWork: boolean } {
  const name = cleanName(wordsOf(of(event, 'SUMMARY')?.value ?? ''), LONGEST_NAME);
  const special = of(event, 'X-APPLE-SPECIAL-DAY')?.value.toUpperCase();
  const said = name.toLowerCase();
  return { name, isWork: special ? special === 'ALTERNATE-WORKDAY' : WORK.some((word) => said.includes(word)) };
}
