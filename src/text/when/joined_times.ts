import { plainly } from '../plainly.ts';
import type { WhenContext } from './format_when.ts';
import { parseRange } from './parse_range.ts';
import { parseWhenFirst, type When } from './parse_when.ts';

/** Two times that stand together at the end of a text: 3-5 December, between 3 and 4pm tomorrow, at 3 and at 5. */
export interface JoinedTimes {
  first: When;
  /** The other one, where they are two times and not one that lasts: at 5 tomorrow. */
  second?: string;
}

/** No two times together are longer. */
const LONGEST = 60;
const LIST = /^\s?(?:and|or|&|,|、|和|或|跟)/i;
const JOINT =
  /\s?(?:[-–—~～]|\b(?:and|or|to|till?|until)\b|[&,、和或跟到至])\s?(?:(?:at|on)\s)?(?=\d|[一二三四五六七八九十])/i;
const OPENED = /^(?:between|from|on|at|从|在)\s?/i;
const BETWEEN = /\b(?:between|from)\b/i;
/** Behind its day: tomorrow between 3 and 4pm. */
const OPENED_AMID = /(?<=\p{L}\s)(?:between|from)\s(?=\d)/iu;
const weekday =
  '(?:(?:next |this )?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tues?|wed|thu(?:rs?)?|fri)|today|tomorrow)';
const weekdayZh = '(?:[下本这]?个?(?:周|星期|礼拜)[一二三四五六日天]|[今明后]天)';
/** Two days with nothing but a word between them: Monday or Tuesday, 周一或周二. */
const TWO_DAYS = new RegExp(
  `(?<=^|\\s)((?:on )?${weekday}) (?:or|and|&) (?:on )?(${weekday})$|(${weekdayZh})\\s?(?:或者?|和|、)\\s?(${weekdayZh})$`,
  'iu',
);
/** Boxes 3 and 4 are none. */
const MARKED =
  /^(?:between|from|at|[^\d\s])|\d\s?[ap]\.?m|\d:\d|[点號号日月]|\d(?:st|nd|rd|th)?\s(?:of\s)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i;
/** The hours first and then their day: 3-4pm tomorrow. */
const HOURS_FIRST =
  /^(\d{1,2}(?::\d{2})?\s?(?:[ap]\.?m\.?)?-\d{1,2}(?::\d{2})?\s?(?:[ap]\.?m\b\.?)?),? ((?:on )?\p{L}.*)$/iu;

/** Reads them from where the first begins. Undefined: no two times stand there, or only the last can be read. */
export function joinedTimes(text: string, context: WhenContext): JoinedTimes | undefined {
  const tail = plainly(text.trim().slice(-LONGEST));
  const days = TWO_DAYS.exec(tail);
  const one = days && parseWhenFirst(days[1] ?? days[3]!, context);
  if (days && one?.rest === '') return { first: one, second: days[2] ?? days[4]! };
  if (!JOINT.test(tail)) return undefined;
  for (const { index } of tail.matchAll(/(?<![\p{L}\p{N}:.])(?=[\p{L}\p{N}])|(?<=\p{Script=Han})/gu)) {
    const said = tail.slice(index);
    const first = firstOf(said, context);
    if (!first) continue;
    const joint = JOINT.exec(said)!;
    const isList = LIST.test(joint[0]) && !BETWEEN.test(said);
    return { first, ...(isList && { second: said.slice(joint.index).replace(LIST, '').trim() }) };
  }
  return undefined;
}

function firstOf(said: string, context: WhenContext): When | undefined {
  if (!JOINT.test(said) || !MARKED.test(said)) return undefined;
  const range = said.replace(OPENED, '').replace(OPENED_AMID, '').replace(JOINT, '-');
  for (const words of [range.replace(HOURS_FIRST, '$2 $1'), range]) {
    const read = parseRange(words, context);
    if (read?.rest === '' && !read.farOff) return read.first;
  }
  return undefined;
}

/** What joins a time to another one behind it. */
export const JOINED_AT_END = /(?:[-–—、]|\b(?:to|till?|until))$/i;
