import { typedMeanings } from '../typed.ts';
import { festivalAway } from '../when/named_festival.ts';
import { parseRange } from '../when/parse_range.ts';
import { parseWhenFirst } from '../when/parse_when.ts';
import type { WhenContext } from '../when/when.ts';
import { type Day, dateOf, dayOf, wallTime } from '../when/zone.ts';
import type { Way } from './clock_times.ts';

export type Days = { weekdays: readonly number[] } | { dates: readonly Day[] };

/** Days as they were said. */
export interface SaidDays {
  days: Days;
  /** What they are called; '': nothing. */
  name: string;
  /** They may be other days too: the other `way` gives them. */
  unsure: boolean;
}

type Named = 'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun' | 'daily' | 'weekdays' | 'weekend';
const NAMED = typedMeanings<Named>(({ weekday }) => weekday);
const WEEK = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
export const GROUPS: Readonly<Record<string, readonly number[]>> = {
  daily: [0, 1, 2, 3, 4, 5, 6],
  weekdays: [0, 1, 2, 3, 4],
  weekend: [5, 6],
};
const MOST_DATES = 366;
/** Characters. */
const LONGEST = 60;

const BEFORE = /^(?:(?:on|each|every|the|from|for|从|每|逢)\s?(?=\S))+/iu;
const BEHIND = /(?:[\s:：,，]|都|全天|整天|也|是|均|\ball day\b|\bis\b|\bare\b|(?<=[日一二三四五六])的)+$/iu;
const DAILY =
  /^(?:每天|每日|天天|周一二三四五六日|every ?day|each day|all week|7 days(?: a week)?|seven days(?: a week)?|(?:mon|周一|星期一)\s?[-–—~至到]\s?(?:sun|周日|星期日|星期天))$/iu;

/** Reads the days in front of hours, or behind closed: 'mon-fri', 周六日, 'Dec 24 - Jan 2', 'tomorrow', 国庆. Undefined: they are no days. */
export function readDays(typed: string, context: WhenContext, way: Way): SaidDays | undefined {
  const said = typed.trim().slice(0, LONGEST + 1);
  if (said === '' || said.length > LONGEST) return undefined;
  const plain = said.replace(BEHIND, '').replace(BEFORE, '');
  const weekdays = DAILY.test(said.replace(BEHIND, '')) ? GROUPS.daily! : weekdaysOf(plain);
  if (weekdays) return { days: { weekdays }, name: '', unsure: false };
  return datesOf(plain, context, way) ?? severalDates(plain, context);
}

/** 'Mon, Wed & Fri', 周一至周五, 周六日, 'm-f'. */
function weekdaysOf(said: string): readonly number[] | undefined {
  const parted = said
    .toLowerCase()
    .replace(/^m\s?[-–—]\s?f$/u, 'mon-fri')
    .replace(/^([一二三四五六])(?=\s?[-–—~至到]\s?[一二三四五六日天]$)/u, '周$1')
    .replace(/(周|星期|礼拜)([一二三四五六日天])\s?([-–—~至到])\s?(?=[一二三四五六日天])/gu, '$1$2$3$1')
    .replace(/(周|星期|礼拜)([一二三四五六日天]{2,7})/gu, (_, week: string, days: string) =>
      [...days].map((day) => `${week}${day}`).join(' '),
    )
    .replace(/(?<=[一二三四五六日天末])(?=周|星期|礼拜)/gu, ' ')
    .replace(/\s{0,2}(?:[-–—~～至到]|\b(?:to|through|thru|till?|until)\b|\.\.)\s{0,2}/gu, '-');
  const words = parted.split(/[\s,，、/&+.]+|\band\b|[和及跟与]/u).filter(Boolean);
  const found = words.map(weekdaysIn);
  if (words.length === 0 || words.length > 7 || found.some((days) => days.length === 0)) return undefined;
  return [...new Set(found.flat())].sort();
}

/** Monday is 0. A range goes on over Sunday: fri-mon. */
function weekdaysIn(word: string): readonly number[] {
  const named = NAMED.get(word);
  if (named) return GROUPS[named] ?? [WEEK.indexOf(named)];
  const [from, to, ...more] = word.split('-').map((one) => WEEK.indexOf(NAMED.get(one) ?? ''));
  if (from === undefined || to === undefined || from < 0 || to < 0 || more.length > 0) return [];
  return Array.from({ length: ((to - from + 7) % 7) + 1 }, (_, nth) => (from + nth) % 7);
}

const from = (first: Day, last: Day): Day[] | undefined =>
  last < first || last - first >= MOST_DATES
    ? undefined
    : Array.from({ length: last - first + 1 }, (_, nth) => first + nth);

const surely = (dates: readonly Day[] | undefined, name = ''): SaidDays | undefined =>
  dates && { days: { dates }, name, unsure: false };

function datesOf(said: string, context: WhenContext, way: Way): SaidDays | undefined {
  const today = wallTime(context.now, context.timezone).day;
  const plain = datesIn(said, today);
  if (plain) return surely(plain);
  return ofFestival(said, context, way) ?? surely(spoken(said, context));
}

/** By its name: its own day, or with those that people have off around it. */
function ofFestival(said: string, context: WhenContext, way: Way): SaidDays | undefined {
  const found = festivalAway(said, context);
  if (found?.rest !== '' || /\d{1,2}\s?[-/.月]\s?\d/u.test(said)) return undefined;
  const span = ({ from: first, until }: { from: Date; until: Date }) =>
    from(wallTime(first, context.timezone).day, wallTime(until, context.timezone).day)!;
  const ways = [span(found.day), ...found.stretches.map(span)];
  const other = /\b(?:day|eve)\b|当天|那天|[天日]$/iu.test(said) ? undefined : ways.find(({ length }) => length > 1);
  const name = found.said.trim();
  return { days: { dates: (way === 1 && other) || ways[0]! }, name, unsure: other !== undefined };
}

/** A month, a number or a word that names one day; nothing that names a week or a month. */
const ONE_DAY =
  /\d|today|tomorrow|tmr|今天|明天|后天|^(?:this|next|coming|这|这个|本|下|下个)\s?(?:mon|tue|wed|thu|fri|sat|sun|周|星期|礼拜)/iu;
const TOO_LONG = /week|month|year|quarter|周末|月底|月初|月中|季|年初|年底|\d\s?(?:days?|天)|^\d{1,2}月?$/iu;

/** 'Dec 24 - Jan 2', '24-26 December', '1.10.', '10月1日到7日', 'tomorrow'. */
function spoken(said: string, context: WhenContext): Day[] | undefined {
  if (!ONE_DAY.test(said) || TOO_LONG.test(said)) return undefined;
  const dayIn = (at: Date) => wallTime(at, context.timezone).day;
  const one = parseWhenFirst(said, context);
  if (one?.rest === '' && one.dateOnly && !one.others) return [dayIn(one.at)];
  const range = parseRange(said, context);
  if (range?.rest !== '' || !range.first.dateOnly) return undefined;
  const { minutes } = wallTime(range.until, context.timezone);
  return minutes < 24 * 60 - 1 ? undefined : from(dayIn(range.first.at), dayIn(range.until));
}

/** '12-24, 12-25', 'Dec 24 and Dec 31'. */
function severalDates(said: string, context: WhenContext): SaidDays | undefined {
  const each = said.split(/\s?[,，、;；&]\s?|\sand\s|和|\s(?=\d{1,2}-\d{1,2}(?:\s|$))/u).map((one) => one.trim());
  if (each.length < 2 || each.length > 8) return undefined;
  const days = each.map((one) => datesOf(one, context, 0));
  if (days.some((one) => !one || one.unsure || 'weekdays' in one.days)) return undefined;
  const dates = days.flatMap((one) => (one && 'dates' in one.days ? one.days.dates : []));
  return surely([...new Set(dates)].sort((a, b) => a - b));
}

const DATE = /^(?:(\d{4})[-./年])?(\d{1,2})[-月](\d{1,2})[日号]?$|^(\d{4})[-./年](\d{1,2})[./](\d{1,2})$/u;

/** A date that can be read in one way only, or from one to another with '..' or 至 between them. */
function datesIn(word: string, today: Day): Day[] | undefined {
  const [first, last, ...more] = word.split(/\s?(?:\.\.|[~～到至])\s?/u);
  const begins = dateIn(first!, today);
  if (begins === undefined || more.length > 0) return undefined;
  // 10月1日到7日
  const full = last && /^\d{1,2}[日号]$/u.test(last) ? `${/^.*月/u.exec(first!)?.[0] ?? ''}${last}` : last;
  const ends = full === undefined ? begins : dateIn(full, begins);
  return ends === undefined ? undefined : from(begins, ends);
}

/** A dot behind the month makes the day stand first. */
const DOTTED = /^(\d{1,2})\.(\d{1,2})\.$/u;

function dateIn(word: string, since: Day): Day | undefined {
  const found = DATE.exec(word.replace(DOTTED, '$2-$1'));
  if (!found) return undefined;
  const [, year, month, date, year2, month2, date2] = found;
  if (year ?? year2) return dayOf(Number(year ?? year2), Number(month ?? month2), Number(date ?? date2));
  const now = dateOf(since).year;
  // 29 February may be eight years away
  return Array.from({ length: 9 }, (_, nth) => dayOf(now + nth, Number(month), Number(date))).find(
    (day) => day !== undefined && day >= since,
  );
}
