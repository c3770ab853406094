import { head, headWords } from '../cut.ts';
import { plainly } from '../plainly.ts';
import { splitsWord } from './grammar/when_grammar.ts';
import { speaksAgainst } from './negated.ts';
import { speaksOfOver } from './over.ts';
import { parseRange } from './parse_range.ts';
import { isToldOf } from './past/told_of.ts';
import { beginsWord, likeTimes, overAt, recurrenceIn } from './time_like.ts';
import { parseWhenFirst, type When, type WhenContext } from './when.ts';

/** A time to come that somebody speaks of, and the sentence that does. */
export interface TimeSaid {
  at: Date;
  /** Other moments the same words may mean. */
  others: Date[];
  /** No time of day was said. */
  dateOnly: boolean;
  sentence: string;
}

/** No more of a text is read, and no more times are told of. */
const LONGEST = 1000;
const MOST = 3;
/** So far in front of what looks like a time its words may begin: "on the afternoon of". */
const IN_FRONT = 12;

/** The point of 9。30 ends no sentence. */
const MINUTES = /(?<=\d)。(?=[0-5]\d(?!\d))/g;
const weekday = '(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tues?|wed|thu(?:rs?)?|fri|sat|sun)s?';
const hour = '(?:\\d{1,2}(?:[:.]\\d{2})?\\s?(?:[ap]\\.?m\\.?)?)';
const to = '\\s?(?:[-–—~]|to|till?|until|through|thru)\\s?';
/** 9am-5pm Monday to Friday, 周一到周五9点到18点: that comes back every week. */
const OPENING_HOURS = new RegExp(
  `(?<!\\w)${weekday}${to}${weekday}[\\s,:]{1,3}(?:from )?${hour}${to}\\d|\\d(?:[:.]\\d{2})?\\s?(?:[ap]\\.?m\\.?)?,?\\s(?:on )?${weekday}${to}${weekday}(?!\\w)|(?:周|星期|礼拜)[一二三四五六日天]\\s?[-–—~到至]\\s?(?:周|星期|礼拜)?[一二三四五六日天]\\s?(?:的|每天)?(?:早上|上午)?\\s?[\\d一二两三四五六七八九十]{1,3}\\s?[:点]`,
  'i',
);
/** The hours first and then their day: between 3pm and 5pm on Thursday. */
const HOURS_FIRST = new RegExp(
  `^(?:between\\s|from\\s)?(${hour})\\s?(?:[-–—~]|to|till?|until|and)\\s?(${hour}),?\\s?(?:on\\s)?(?=\\p{L})`,
  'iu',
);

const SENTENCES = new Intl.Segmenter('en', { granularity: 'sentence' });

/** The times to come that stand anywhere in what somebody wrote; none of what comes back, what is over, and what is only a number. */
export function timesSaid(text: string, context: WhenContext): TimeSaid[] {
  const found: TimeSaid[] = [];
  for (const { segment } of SENTENCES.segment(headWords(text, LONGEST).replace(MINUTES, '.'))) {
    const sentence = segment.trim();
    if (found.length >= MOST) break;
    if (sentence === '' || recurrenceIn(sentence) || OPENING_HOURS.test(plainly(sentence))) continue;
    found.push(...timesOf(sentence, context));
  }
  const isFirst = ({ at }: TimeSaid, nth: number) => found.findIndex((one) => +one.at === +at) === nth;
  return found.filter(isFirst).slice(0, MOST);
}

/** The one time of day, on a day, that stands within words: ring Olu friday 4pm about the parcel. Undefined: none, or not only one. */
export function timeWithin(text: string, context: WhenContext): Date | undefined {
  const [time, ...others] = timesSaid(text, context);
  if (!time || others.length > 0 || time.dateOnly || time.others.length > 0) return undefined;
  const [place] = timePlaces(text, context);
  return place && isToldOf(plainly(text.slice(0, place.start)), plainly(place.said)) ? undefined : time.at;
}

/** 12.20用, 12.20之前: a day, written with a dot; every place stays. */
const DOTTED =
  /(?<![\d.])(1[0-2]|0?[1-9])\.(3[01]|[12]\d|0?[1-9])(?=\s?(?:[号日]|之?前|以前|要?用|要(?!求)|到货|交货?|来?取|结婚|婚礼|出发|发货|开业|活动))/gu;

function timesOf(said: string, context: WhenContext): TimeSaid[] {
  const reads = readsOf(said.replace(DOTTED, '$1/$2'), context);
  return reads.map(({ when: { at, others = [], dateOnly } }) => ({ at, others, dateOnly, sentence: said }));
}

/** A time amid words, and which of them say it. */
export interface TimePlace {
  at: Date;
  others: Date[];
  dateOnly: boolean;
  said: string;
  start: number;
  end: number;
}

/** Where times stand in one line of words, and what each says. */
export function timePlaces(line: string, context: WhenContext): TimePlace[] {
  return readsOf(headWords(line, LONGEST), context).map(({ when: { at, others = [], dateOnly, rest }, start, end }) => {
    const said = line.slice(start, rest === '' ? line.length : end);
    return { at, others, dateOnly, said: said.replace(/[\s,，:：。.!！]+$/u, ''), start, end: start + said.length };
  });
}

function readsOf(sentence: string, context: WhenContext): Read[] {
  let behind = 0;
  return placesOf(sentence).flatMap(({ start, end }) => {
    if (start < behind) return [];
    const read = readAround(sentence, { start, end, from: behind }, context);
    if (!read) return [];
    behind = read.end;
    return isMeant(sentence, read) ? [read] : [];
  });
}

const WEEKDAY =
  /^(?:(?:on|this)\s)?(?:mon|tues?|wed(?:nes)?|thu(?:r?s)?|fri|sat(?:ur)?|sun)(?:day)?\.?$|^(?:周|星期|礼拜)[一二三四五六日天]$/iu;
const DATE =
  /^(?:on\s)?(?:\d{1,2}[./]\d|(?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)[a-z]*\.?\s\d|\d{1,2}(?:st|nd|rd|th)?\s(?:of\s)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|(?:\d{4}年)?[\d一二三四五六七八九十]{1,3}月|\d{4}-)/iu;
/** What may stand between a date and its weekday. */
const JOINT = /^[\s,，.（(]{0,3}(?:the\s)?$/;

/** Where times may stand; a weekday beside a date says nothing of its own: on Mon, Nov 16. */
function placesOf(sentence: string): { start: number; end: number }[] {
  const places = likeTimes(sentence, 2 * MOST);
  const words = places.map(({ start, end }) => sentence.slice(start, end));
  const isDateBeside = (one: number, other: number): boolean => {
    const [first, second] = [places[Math.min(one, other)], places[Math.max(one, other)]];
    return Boolean(first && second && DATE.test(words[other]!) && JOINT.test(sentence.slice(first.end, second.start)));
  };
  return places
    .filter((_, nth) => !(WEEKDAY.test(words[nth]!) && (isDateBeside(nth, nth - 1) || isDateBeside(nth, nth + 1))))
    .slice(0, MOST);
}

interface Read {
  when: When;
  start: number;
  end: number;
}

/** The time whose words begin a little before what looks like one, and hold it. */
function readAround(
  sentence: string,
  { start, end, from }: { start: number; end: number; from: number },
  context: WhenContext,
): Read | undefined {
  for (let first = Math.max(from, start - IN_FRONT); first <= start; first += 1) {
    if (/[\s,，]/.test(sentence[first]!) || splitsWord(sentence, first)) continue;
    const said = sentence.slice(first);
    const span = spanAt(said, context);
    if (span && first + span.length >= end) return { when: span.when, start: first, end: first + span.length };
    const when = parseWhenFirst(said, context);
    const ends = when && first + said.lastIndexOf(when.rest);
    if (when && ends! >= end) return { when, start: first, end: ends! };
  }
  return undefined;
}

/** From when to when: one time, which is the first. */
function spanAt(said: string, context: WhenContext): { when: When; length: number } | undefined {
  const hours = HOURS_FIRST.exec(said);
  const behind = hours ? said.slice(hours[0].length) : '';
  const day = hours ? parseWhenFirst(behind, context) : undefined;
  if (hours && day?.dateOnly) {
    const named = behind.slice(0, behind.lastIndexOf(day.rest));
    const range = parseRange(`${named.trim()} ${hours[1]!.trim()}-${hours[2]!.trim()}`, context);
    if (range?.rest === '') return { when: range.first, length: hours[0].length + named.length };
  }
  if (!JOINED.test(plainly(head(said, LONGEST_SPAN))) || !parseWhenFirst(said, context)) return undefined;
  const range = parseRange(said, context);
  return range && !range.farOff ? { when: range.first, length: said.lastIndexOf(range.rest) } : undefined;
}

const LONGEST_SPAN = 60;
const JOINED = /[-–—~～到至]|\b(?:to|till?|until|through)\b/i;

/** 12/3 and 5.30 are sizes and prices as well: they are times behind a word that says so. */
const BARE = /^\d{1,2}[./]\d{1,2}$/;
const SAYS_SO =
  /(?:\b(?:on|by|before|until|till?|at|from|due|needed|deadline(?: date)?|due date|date|wedding|event|party|launch|delivery)(?: (?:is|on|by|will be))?|[在于到前]|截止|期限|日期|时间)(?:是|为)?\s?[:：]?\s?$/i;
const SAYS_SO_BEHIND = /^\s?(?:[号日]|之?前|以前|要?用|要(?!求)|到货|交|来?取|结婚|婚礼|出发|发货|开业|活动|截止)/u;
/** Three points, not three o'clock. */
const POINTS = /^(?:意见|建议|要求|问题|原因|疑问|说明|不足|理由|想法|需求|注意)/;

function isMeant(sentence: string, { when, start, end }: Read): boolean {
  const said = sentence.slice(start, end).trim();
  const rest = sentence.slice(end);
  if (when.farOff || POINTS.test(plainly(rest)) || overAt(sentence, start, end)) return false;
  if (speaksAgainst(sentence, start, end)) return false;
  if (BARE.test(said) && !SAYS_SO.test(sentence.slice(0, start)) && !SAYS_SO_BEHIND.test(rest)) return false;
  return !beginsWord(sentence.slice(start), { rest }) && !speaksOfOver(sentence, start, end);
}
