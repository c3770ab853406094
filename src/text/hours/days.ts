import { narrow } from '../normalise.ts';
import { typedMeanings, typedWords } from '../typed.ts';
import { type Day, dateOf, dayOf } from '../when/zone.ts';
import { readSpans, type Span } from './spans.ts';

/** Which days are meant, and when somebody is there on them; 'usual': as on any other day of the week. */
export interface DaysSaid {
  days: { weekdays: readonly number[] } | { dates: readonly Day[] };
  spans: readonly Span[] | 'usual';
  /** What the days are called; '': nothing. */
  name: string;
}

type Named = 'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun' | 'daily' | 'weekdays' | 'weekend';
const NAMED = typedMeanings<Named>(({ weekday }) => weekday);
const CLOSED = typedWords(({ hours }) => hours.closed);
const USUAL = typedWords(({ hours }) => hours.usual);

const WEEK = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const GROUPS: Readonly<Record<string, readonly number[]>> = {
  daily: [0, 1, 2, 3, 4, 5, 6],
  weekdays: [0, 1, 2, 3, 4],
  weekend: [5, 6],
};
const MOST_DATES = 366;
const LONGEST = 300;

/**
 * Reads 'mon-fri 9-12 13-18', '周六 休息', '10-01 closed National Day', '2027-02-05..2027-02-12 closed', '9-18' (no day is named: Monday to
 * Friday). A date without a year is the next one. Gives two readings where '9-12 13-18' may be hours or a date and its hours, and none where
 * it is not understood, or more than a year of days.
 *
 * @param today from which a date without a year is looked for
 */
export function readHours(typed: string, today: Day): DaysSaid[] {
  const words = narrow(typed).trim();
  if (words === '' || words.length > LONGEST) return [];
  const [first = '', ...behind] = words.split(/[\s,，]+/u).filter(Boolean);
  const day = first.replace(/[:：]$/u, '');
  const dates = datesIn(day, today);
  const ofDates = dates && withSpans({ dates }, behind);
  const alone = readSpans(words);
  const inOrder = alone && isInOrder(words);
  const read = [
    ...(alone && (inOrder || !ofDates) ? [{ days: { weekdays: GROUPS.weekdays! }, spans: alone, name: '' }] : []),
    ...(ofDates ? [ofDates] : []),
  ];
  return read.length > 0 ? read : ofWeekdays(day, behind);
}

/** Each span begins behind the one before it, as hours are written. */
function isInOrder(words: string): boolean {
  const ends = words.match(/\d{1,2}(?=\s*[-–—~～到至])/gu) ?? [];
  return ends.every((from, nth) => nth === 0 || Number(from) > Number(ends[nth - 1]));
}

function ofWeekdays(first: string, behind: readonly string[]): DaysSaid[] {
  const weekdays = new Set(weekdaysIn(first));
  if (weekdays.size === 0) return [];
  const left = [...behind];
  for (let more = weekdaysIn(left[0] ?? ''); more.length > 0; more = weekdaysIn(left[0] ?? '')) {
    for (const one of more) weekdays.add(one);
    left.shift();
  }
  const read = withSpans({ weekdays: [...weekdays].sort() }, left);
  return read && read.name === '' && read.spans !== 'usual' ? [read] : [];
}

/** What stands behind the days: closed or usual, and a name; or spans. */
function withSpans(days: DaysSaid['days'], behind: readonly string[]): DaysSaid | undefined {
  const [first = '', ...rest] = behind;
  const name = rest.join(' ');
  if (CLOSED.has(first.toLowerCase())) return { days, spans: [], name };
  if (USUAL.has(behind.join(' ').toLowerCase())) return { days, spans: 'usual', name: '' };
  // as many of the words as are spans; the others are a name
  for (let most = behind.length; most > 0; most--) {
    const spans = readSpans(behind.slice(0, most).join(' '));
    if (spans) return { days, spans, name: behind.slice(most).join(' ') };
  }
  return undefined;
}

/** Monday is 0. A range goes on over Sunday: fri-mon. */
function weekdaysIn(word: string): readonly number[] {
  const said = word.toLowerCase();
  const named = NAMED.get(said);
  if (named) return GROUPS[named] ?? [WEEK.indexOf(named)];
  const [from, to, ...more] = said.split(/[-–—~～到至]|\.\./u).map((one) => WEEK.indexOf(NAMED.get(one) ?? ''));
  if (from === undefined || to === undefined || from < 0 || to < 0 || more.length > 0) return [];
  return Array.from({ length: ((to - from + 7) % 7) + 1 }, (_, nth) => (from + nth) % 7);
}

const DATE = /^(?:(\d{4})[-./年])?(\d{1,2})[-./月](\d{1,2})日?$/u;

/** A date, or from one to another with '..' or 至 between them. */
function datesIn(word: string, today: Day): Day[] | undefined {
  const [from, to, ...more] = word.split(/\.\.|[~～到至]/u);
  const first = dateIn(from!, today);
  if (first === undefined || more.length > 0) return undefined;
  const last = to === undefined ? first : dateIn(to, first);
  if (last === undefined || last < first || last - first >= MOST_DATES) return undefined;
  return Array.from({ length: last - first + 1 }, (_, nth) => first + nth);
}

function dateIn(word: string, from: Day): Day | undefined {
  const [, year, month, date] = DATE.exec(word) ?? [];
  if (!month) return undefined;
  if (year) return dayOf(Number(year), Number(month), Number(date));
  const now = dateOf(from).year;
  // 29 February may be eight years away
  return Array.from({ length: 9 }, (_, nth) => dayOf(now + nth, Number(month), Number(date))).find(
    (day) => day !== undefined && day >= from,
  );
}
