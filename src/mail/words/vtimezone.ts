import { type Day, dateOf, dayOf, type WallTime } from '../../text/when/zone.ts';
import { properties, property } from './ical.ts';

/** Minutes since 1970 by the local clock. */
type Wall = number;

/** One of the two clocks of a place: since when it holds, and with which offset. */
interface Turn {
  since: Wall;
  offset: string;
  before: string;
}

const OFFSET = /^([+-]\d\d):?(\d\d)/;
const TIME = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)/;
const MOST = 60;

/**
 * The offset (`+02:00`) that a VTIMEZONE gives for a local time (RFC 5545, 3.6.5). Undefined if one of its rules is not
 * a yearly one that we understand: better no hour than a wrong one.
 */
export function offsetThere(zone: string, { day, minutes }: WallTime): string | undefined {
  const blocks = zone.split(/^BEGIN:(?:STANDARD|DAYLIGHT)\s*$/im).slice(1, MOST);
  const wanted = day * 1440 + minutes;
  const turns = blocks.flatMap((block) => turnsOf(block, wanted) ?? [undefined]);
  const known = turns.filter((turn) => turn !== undefined);
  if (new Set(known.map(({ offset }) => offset)).size === 1 && known.length === turns.length) return known[0]!.offset;
  if (known.length < turns.length) return undefined;
  const past = known.filter(({ since }) => since <= wanted);
  if (past.length > 0) return past.reduce((last, turn) => (turn.since > last.since ? turn : last)).offset;
  return known.toSorted((one, other) => one.since - other.since)[0]?.before;
}

/**
 * When a block's clock begins: its first time, its further dates, and the dates of its rule in the wanted year and the
 * one before.
 */
function turnsOf(block: string, wanted: Wall): Turn[] | undefined {
  const offset = offsetIn(block, 'TZOFFSETTO');
  const begin = wallOf(property(block, 'DTSTART').value);
  if (offset === undefined || begin === undefined) return undefined;
  const before = offsetIn(block, 'TZOFFSETFROM') ?? offset;
  const dates = properties(block, 'RDATE').flatMap(({ value }) => value.split(',').flatMap((one) => wallOf(one) ?? []));
  const rule = property(block, 'RRULE').value;
  const yearly = rule === '' ? [] : yearlyTurns(rule, begin, wanted);
  return yearly && [begin, ...dates, ...yearly].map((since) => ({ since, offset, before }));
}

function yearlyTurns(rule: string, begin: Wall, wanted: Wall): Wall[] | undefined {
  const says = new Map(
    rule
      .toUpperCase()
      .split(';')
      .map((part) => part.split('=', 2) as [string, string]),
  );
  const known = ['FREQ', 'BYMONTH', 'BYDAY', 'BYMONTHDAY', 'UNTIL', 'WKST', 'INTERVAL'];
  if (says.get('FREQ') !== 'YEARLY' || (says.get('INTERVAL') ?? '1') !== '1') return undefined;
  if ([...says.keys()].some((name) => name !== '' && !known.includes(name))) return undefined;
  const until = wallOf(says.get('UNTIL') ?? '') ?? Number.POSITIVE_INFINITY;
  const first = dateOf(Math.floor(begin / 1440));
  const { year } = dateOf(Math.floor(Math.min(wanted, until) / 1440));
  const days = [year - 1, year].map((one) => dayInYear(says, one, first));
  if (days.includes(undefined)) return undefined;
  const clock = ((begin % 1440) + 1440) % 1440;
  // the end is given in UTC
  return days.map((day) => day! * 1440 + clock).filter((since) => since >= begin && since <= until + 1440);
}

const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

/** The day of `BYMONTH=3;BYDAY=-1SU` in a year; without either, the day on which the clock first began. */
function dayInYear(
  says: ReadonlyMap<string, string>,
  year: number,
  first: { month: number; date: number },
): Day | undefined {
  const month = Number(says.get('BYMONTH') ?? first.month);
  const byDay = says.get('BYDAY');
  const dates = says.get('BYMONTHDAY')?.split(',').map(Number) ?? (byDay ? undefined : [first.date]);
  const [, nth = '', weekday = ''] = /^([+-]?\d)?([A-Z]{2})$/.exec(byDay ?? '') ?? [];
  if (byDay && !WEEKDAYS.includes(weekday)) return undefined;
  const all = Array.from({ length: 31 }, (_, at) => dayOf(year, month, at + 1)).filter((day) => day !== undefined);
  const days = all.filter((day) => {
    const { date, weekday: own } = dateOf(day);
    const isDate = dates === undefined || dates.includes(date) || dates.includes(date - all.length - 1);
    return isDate && (!byDay || WEEKDAYS[own] === weekday);
  });
  return days.at(Number(nth) > 0 ? Number(nth) - 1 : Number(nth));
}

function offsetIn(block: string, name: string): string | undefined {
  const [, hours, minutes] = OFFSET.exec(property(block, name).value) ?? [];
  return hours && `${hours}:${minutes}`;
}

function wallOf(value: string): Wall | undefined {
  const [, year, month, date, hour, minute] = (TIME.exec(value) ?? []).map(Number);
  // some programs write the year 0001 or 1601 for always
  const day = dayOf(Math.max(1000, year ?? 0), month ?? 0, date ?? 0);
  return day === undefined ? undefined : day * 1440 + hour! * 60 + minute!;
}
