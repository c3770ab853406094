import { narrow } from '../../normalise.ts';
import { quoted } from './quoted_name.ts';

/** A day at an edge of an article's name of which nobody says which it is, or that lies ahead, and the ways in which it may be meant. */
export interface DayAmid {
  said: string;
  /** What of the words goes with it: 周一买了. */
  whole: string;
  /** The days that it may be, to be put behind the goods; none where it lies ahead. */
  days: string[];
  /** The name as it was typed, where it may be called so. */
  name?: string;
}

/** A day with another: what it says in each of the ways. */
interface Shape {
  pattern: string;
  /** What to put behind the goods instead, beside a note. */
  ways: (said: string, isHan: boolean) => string[];
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
/** Behind it a figure says how much of it: 1/2 day, 3/4 inch. */
const MEASURE =
  '(?:(?:minute|hour|day|night|week|month|year|page|inch|inche|foot|feet|yard|mile|cup|gram|pound|ounce|pint|mm|cm|km|kg|lb|oz|ml|ft|hr|min|m|g|h|l|d|x)s?(?![\\p{L}])|[斤克米寸尺天页升杯]|公斤|小时)';
const WEEKDAY_EN = '(?:mon|tues|wednes|thurs|fri|satur|sun)day';

/** In the order in which they are tried; a day that lies ahead is a word about the order. */
const SHAPES: readonly Shape[] = [
  {
    pattern: `(?:下下?(?:周|星期|礼拜)[一二三四五六日天末]?|明[天早晚日]|后天|今晚|tomorrow|tonight|next (?:week|month|${WEEKDAY_EN}))(?: (?:morning|afternoon|evening)|[上下中]午|早上|晚上)?(?:之?前)?(?:就?要|取|来拿|自提|送|发货?|寄)?`,
    ways: () => [],
  },
  { pattern: '(?:双十[一二]|双1[12]|618|black friday|cyber monday|boxing day)', ways: () => [] },
  { pattern: '20\\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])', ways: eightDigits },
  {
    pattern: `(?:(?!24[/-]7)\\d{1,2}[/-]\\d{1,2}(?:[/-](?:20)?\\d{2})?|\\d{1,2}\\.\\d{1,2}(?:\\.(?:20)?\\d{2})?(?=\\s+\\p{Script=Han}))(?!\\s?${MEASURE})`,
    ways: figures,
  },
  { pattern: `(?:on )?${WEEKDAY_EN}`, ways: (said) => [` past ${said.replace(/^on /iu, '')}`] },
  { pattern: '(?:周|星期|礼拜)[一二三四五六日天]', ways: (said) => [` 本${said}`, ` 上${said}`] },
  { pattern: '[1-3]?\\d[号日]', ways: (said) => [` 本月${said}`, ` 上个月${said}`] },
  {
    pattern: '(?:on )?the [1-3]?\\d(?:st|nd|rd|th)',
    ways: (said) => ['this', 'last'].map((which) => ` ${said.replace(/^on /iu, '')} of ${which} month`),
  },
];
/** What may follow such a day in front: 周一买了龙井. */
const BOUGHT = '(?:[,，:：]?\\s{1,3}|\\s?(?:买|订|下单|要|拿)了?\\s?)';
const FRONT = SHAPES.map(
  ({ pattern }) => new RegExp(`^(${pattern})${BOUGHT}(?=[\\p{L}\\d"“「])(?!\\d{1,3}\\s?[x×*]?\\s?$)`, 'iu'),
);
const BEHIND = SHAPES.map(({ pattern }) => new RegExp(`(?<=[\\p{L}\\d)）][,，]?\\s{1,3})(${pattern})$`, 'iu'));

/** The days that words may mean which say nothing else; undefined: they say more, or no such day. */
export function daysIn(words: string): string[] | undefined {
  const day = dayAmid(`x ${words}`);
  return day?.said === words.trim() ? day.days : undefined;
}

/** A day at either end of the name; undefined: there is none. */
export function dayAmid(title: string): DayAmid | undefined {
  const plain = narrow(title);
  for (const [nth, { ways }] of SHAPES.entries()) {
    for (const found of [FRONT[nth]!.exec(plain), BEHIND[nth]!.exec(plain)]) {
      const said = found?.[1];
      if (said === undefined) continue;
      const isFront = found!.index === 0;
      const days = ways(said, /\p{Script=Han}/u.test(title));
      // 1/2 day: half of something; 20/30 is no day at all
      if (days.length === 0 && /^[\d./-]+$/u.test(said) && said !== '618') continue;
      const whole = title.slice(found!.index, found!.index + found![0].length);
      return {
        ...{ said: whole.slice(0, said.length), whole },
        days,
        ...(isFront && /^[\s,，:：]*$/u.test(whole.slice(said.length)) && { name: quoted(title) }),
      };
    }
  }
  return undefined;
}

function eightDigits(said: string): string[] {
  return dayWays(Number(said.slice(4, 6)), Number(said.slice(6)), said.slice(0, 4), true);
}

/** 11/03, 11/3/26, 11.18, 3-11: in English the month stands before the day or behind it. */
function figures(said: string, isHan: boolean): string[] {
  const [first = 0, second = 0, year] = said.split(/[./-]/u).map(Number);
  const inYear = year === undefined ? '' : String(year < 100 ? 2000 + year : year);
  const swapped = isHan ? [] : dayWays(second, first, inYear, isHan);
  return [...new Set([...dayWays(first, second, inYear, isHan), ...swapped])];
}

function dayWays(month: number, date: number, year: string, isHan: boolean): string[] {
  if (month < 1 || month > 12 || date < 1 || date > 31) return [];
  if (isHan) return [` ${year && `${year}年`}${month}月${date}日`];
  return [` on ${MONTHS[month - 1]} ${date}${year && `, ${year}`}`];
}
