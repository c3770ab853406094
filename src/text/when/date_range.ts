import type { WhenContext } from './format_when.ts';
import { saidIn } from './parse_when.ts';
import { dayOf } from './zone.ts';

/** Two dates of numbers alone, as they are written out, and where they end. */
interface DateRange {
  first: string;
  second: string;
  length: number;
}

const joint = '\\s{0,3}(?:[-‐‑‒–—−~～〜]{1,3}|[→>]|to|until|till?|bis|through|至|到|直到)\\s{0,3}';
const end = '(?![\\d:%])';
const dotted = '(\\d{1,2})([./])\\s?(\\d{1,2})(\\.)?';
const year = '(?:[./]?\\s?(\\d{4}))?';
const fully = '(\\d{4})\\s?([年./-])\\s?(\\d{1,2})\\s?[月./-]\\s?(\\d{1,2})[日号]?';

/** 24.12.-2.1., 24/12/2026 - 2/1/2027, 12.28-1.3. */
const PAIR = new RegExp(`^${dotted}${year}${joint}${dotted}${year}${end}`, 'i');
/** 24.–27.12. */
const ONE_MONTH = new RegExp(`^(\\d{1,2})\\.?${joint}(\\d{1,2})\\.\\s?(\\d{1,2})\\.${year}${end}`, 'i');
/** 12/24-28 */
const SLASHED = new RegExp(`^(\\d{1,2})/(\\d{1,2})${joint}(\\d{1,2})(?![\\d./:%])`, 'i');
/** 2027.1.1-1.3, 2027-01-01 - 03 */
const FULLY = new RegExp(
  `^${fully}${joint}(?:(\\d{4})\\s?[年./-]\\s?)?(?:(\\d{1,2})\\s?[月./-]\\s?)?(\\d{1,2})[日号]?(?![\\d:%点])`,
  'i',
);
/** 24-27号 */
const OF_THE_MONTH = new RegExp(`^(\\d{1,2})[日号]?${joint}(\\d{1,2})[日号]`);
const ones = '[一二三四五六七八九十]';
/** 初一到初七 */
const LUNAR = new RegExp(
  `^(?:大年|正月)?(初${ones}|除夕|年三十|大年三十)${joint}(?:大年|正月)?(初${ones}|十[一-五]?|元宵)`,
);

/** Two dates that stand at the very beginning, each written so that it is read in one way. Undefined: they may be hours, or are none. */
export function dateRange(plain: string, context: WhenContext): DateRange | undefined {
  return pair(plain, context) ?? oneMonth(plain) ?? slashed(plain, context) ?? fullyWritten(plain) ?? ofTheMonth(plain);
}

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
const named = (month: number, date: number, inYear?: string): string | undefined =>
  dayOf(2000, month, date) === undefined ? undefined : `${date} ${MONTHS[month - 1]}${inYear ? ` ${inYear}` : ''}`;

const both = (first: string | undefined, second: string | undefined, length: number): DateRange | undefined =>
  first === undefined || second === undefined ? undefined : { first, second, length };

/** A dot at the end, or a year, makes it a date whose day stands first; else the country's order does, and both are read alike. */
function pair(plain: string, context: WhenContext): DateRange | undefined {
  const [all, a, mark, b, dot, yearA, c, markB, d, dotB, yearB] = PAIR.exec(plain) ?? [];
  if (all === undefined || mark !== markB) return undefined;
  const isDated = mark === '/' || Boolean(dot || dotB || yearA || yearB);
  if (!isDated && isClock(a!, b!) && isClock(c!, d!) && a !== c) return undefined;
  const dayFirst = (mark === '.' && isDated) || saidIn(context).dayFirst;
  const read = (first: boolean) =>
    both(
      first ? named(Number(b), Number(a), yearA ?? undefined) : named(Number(a), Number(b), yearA),
      first ? named(Number(d), Number(c), yearB ?? undefined) : named(Number(c), Number(d), yearB),
      all.length,
    );
  return mark === '/' && !yearA && !yearB ? undefined : (read(dayFirst) ?? read(!dayFirst));
}

const isClock = (hour: string, minute: string): boolean =>
  minute.length === 2 && Number(hour) < 25 && Number(minute) < 60;

function oneMonth(plain: string): DateRange | undefined {
  const [all, a, b, month, inYear] = ONE_MONTH.exec(plain) ?? [];
  return all === undefined
    ? undefined
    : both(named(Number(month), Number(a), inYear), named(Number(month), Number(b), inYear), all.length);
}

function slashed(plain: string, context: WhenContext): DateRange | undefined {
  const [all, a, b, last] = SLASHED.exec(plain) ?? [];
  if (all === undefined || Number(last) <= Number(saidIn(context).dayFirst ? a : b)) return undefined;
  const [month, date] = saidIn(context).dayFirst ? [Number(b), Number(a)] : [Number(a), Number(b)];
  return both(named(month, date), named(month, Number(last)), all.length);
}

function fullyWritten(plain: string): DateRange | undefined {
  const [all, inYear, , month, date, lastYear, lastMonth, last] = FULLY.exec(plain) ?? [];
  if (all === undefined) return undefined;
  const ends = Number(lastMonth ?? month);
  const wraps = lastMonth !== undefined && lastYear === undefined && ends < Number(month);
  return both(
    named(Number(month), Number(date), inYear),
    named(ends, Number(last), lastYear ?? String(Number(inYear) + (wraps ? 1 : 0))),
    all.length,
  );
}

function ofTheMonth(plain: string): DateRange | undefined {
  const [all, a, b] = OF_THE_MONTH.exec(plain) ?? [];
  if (all !== undefined) return both(`${a}号`, `${b}号`, all.length);
  const [lunar, first, last] = LUNAR.exec(plain) ?? [];
  const full = (day: string) => (/^(?:初|十)/.test(day) ? `正月${day}` : day);
  return lunar === undefined ? undefined : both(full(first!), full(last!), lunar.length);
}
