import { headWords } from '../cut.ts';
import { plainly } from '../plainly.ts';
import type { WhenContext } from './format_when.ts';
import { parseRange } from './parse_range.ts';
import { parseWhen, parseWhenFirst, type When } from './parse_when.ts';
import { timeIn } from './time_like.ts';
import { type TimePlace, timePlaces } from './times_said.ts';
import { localSlot, wallTime } from './zone.ts';

/** The other half of a time, amid the words: `at` where it is surely that; else what was said, and the whole it would be. */
export type HalfAmid = { at: Date; left?: never } | { at?: Date; left: { said: string; whole: string } };

interface Half {
  said: string;
  /** Without what leads it. */
  hour: string;
  sure: boolean;
}

/** Nothing is looked for further from the beginning. */
const LONGEST = 300;

/**
 * A day at either end and its hour amid the words, or an hour at the end and its day before it: tomorrow call Anna at 3 about
 * the pot, call Anna tomorrow about the pot at 3. Undefined: `read` is all there is.
 */
export function halfAmid(text: string, read: When, context: WhenContext): HalfAmid | undefined {
  const { rest } = read;
  if (rest === '' || read.others || read.farOff) return undefined;
  const inFront = text.endsWith(rest);
  const end = inFront ? text.slice(0, text.length - rest.length) : text.slice(rest.length);
  if (!inFront && !text.startsWith(rest)) return undefined;
  const words = end.replace(/^[\s,，:：]+|[\s,，:：。.!！]+$/gu, '');
  if (read.dateOnly || (inFront && PART.test(words))) return withHour(words, rest, context);
  return inFront || !isHour(words, context) ? undefined : withDay(rest, words, context);
}

/** 明天下午: its hour may stand amid the words. */
const PART = /(?:早上|上午|中午|下午|傍晚|晚上|晚间|[今明后][早晚])$|\b(?:morning|afternoon|evening|night|tonight)$/iu;

/** Of 明天上午 明天, whose 2点 is in the afternoon. */
const dayOnly = (day: string): string =>
  day
    .replace(/([今明后])早$/u, '$1天')
    .replace(/(?:早上|上午|中午|下午)$|\s(?:in the )?(?:morning|afternoon)$/iu, '')
    .trim();

/** Until then nobody works, in minutes. */
const SMALL_HOURS = 5 * 60;

function withHour(day: string, rest: string, context: WhenContext): HalfAmid | undefined {
  const lasting = RANGE.exec(plainly(headWords(rest, LONGEST)));
  if (lasting) {
    const first = parseRange(`${day} ${lasting[1] ?? lasting[3]}-${lasting[2] ?? lasting[4]}`, context);
    if (first?.rest === '' && !first.farOff) return { at: first.first.at };
  }
  const hours = hoursIn(rest, context);
  const [sure, ...more] = hours.filter((one) => one.sure);
  const at = sure && more.length === 0 ? wholly(`${day} ${sure.hour}`, context) : undefined;
  // of 明天上午 发货3点 the hour is another part's
  if (at && !(PART.test(day) && wallTime(at, context.timezone).minutes < SMALL_HOURS)) return { at };
  const [first] = hours;
  if (first)
    return {
      left: {
        said: first.said,
        whole: isHour(first.hour, context) ? `${at ? dayOnly(day) : day} ${first.hour}` : first.said,
      },
    };
  const unread = timeIn(rest) ?? FIGURES.exec(plainly(rest))?.[0];
  return unread !== undefined && isHour(unread, context)
    ? { left: { said: unread, whole: `${day} ${unread}` } }
    : undefined;
}

/** An hour at the end belongs to the day before it; where that has its own, only its day. */
function withDay(rest: string, hour: string, context: WhenContext): HalfAmid | undefined {
  const [place, ...others] = timePlaces(rest, context);
  if (!place || others.length > 0 || place.others.length > 0) return undefined;
  const whole = place.dateOnly ? `${place.said} ${hour}` : `${localSlot(place.at, context.timezone)} ${hour}`;
  if (!place.dateOnly) return isHour(place.said, context) ? undefined : { at: place.at, left: { said: hour, whole } };
  const at = OF_A_THING.test(rest.slice(0, place.start)) ? undefined : wholly(whole, context);
  return at ? { at } : { left: { said: place.said, whole } };
}

const hour = '(\\d{1,2}(?:[:.]\\d{2})?(?:\\s?[ap]\\.?m\\b)?)';
const hourZh = '((?:早上|上午|中午|下午|晚上)?(?:\\d{1,2}|[一二三四五六七八九十]{1,2})[点點]半?)';
/** From one hour to another: it begins at the first. */
const RANGE = new RegExp(
  `\\b(?:between|from) ${hour} (?:and|to|till?|until) ${hour}(?! ?(?:[$€£¥%]|percent|kg))|${hourZh}\\s?[到至~-]\\s?${hourZh}`,
  'iu',
);

/** What a day or an hour says more of than of the task: about friday, the 5pm delivery, 问明天. */
const OF_A_THING =
  /(?:\b(?:about|of|for|since|whether|if|that|the|an?|my|his|her|its|our|your|their|this|next|last)|['’]s|[问说])\s?$/i;

/** Prepare the talk for Friday: without its day the title would break off. */
export const breaksOff = (title: string): boolean => /\S\s(?:about|of|for|since|re|than)$/iu.test(title.trim());

function wholly(words: string, context: WhenContext): Date | undefined {
  const when = parseWhen(words, context);
  return when && when.rest === '' && !when.dateOnly && !when.others && !when.skipped ? when.at : undefined;
}

/** Whether words say a time of day, and no day. */
function isHour(words: string, context: WhenContext): boolean {
  const behindDay = parseWhenFirst(`${localSlot(context.now, context.timezone)} ${words}`, {
    ...context,
    now: new Date(context.now.getTime() - DAY_MS),
  });
  return behindDay?.rest === '' && !behindDay.dateOnly;
}

const DAY_MS = 86_400_000;

/** A bare number is an hour behind such a word; before such words, and no things or streets, surely. */
const BARE =
  /\b(?:at|by|before|around|until|till?) (?:[01]?\d|2[0-4])(?![\d:.,/%-]|\s?[ap]\.?m\b|\s?[$€£¥]|\p{L})(?! (?:[a-z]+s|each|per|percent|kg|or so)\b)(?! (?:\p{L}[\p{L}'’]*\s){1,3}(?:lane|street|st|road|rd|avenue|ave|court|square|way|drive|close|gardens|place|row|hill)\b)/giu;
const GOES_ON =
  /^(?:\s?$|[,;.!?)]|\s(?:about|to|for|with|re|regarding|on|in|from|because|so|if|when|after|then|near|outside|behind)\b)/i;
/** Another hour beside it. */
const OR_ANOTHER = /^\s?(?:or|and|to|[-–&])\s?\d/i;
/** Whose hour it is: 5点的快递. */
const ITS = /^\s?(?:的|那)/;

/** The times of day amid the words, as they were said. */
function hoursIn(text: string, context: WhenContext): Half[] {
  const near = plainly(headWords(text, LONGEST));
  const places = timePlaces(near, context);
  const bare = [...near.matchAll(BARE)]
    .filter(({ index }) => !places.some(({ start, end }) => index < end && start <= index))
    .map(({ 0: said, index }) => {
      const behind = near.slice(index + said.length);
      return {
        start: index,
        said,
        hour: said.replace(LEADS, AT),
        sure: GOES_ON.test(behind) && !OR_ANOTHER.test(behind),
      };
    });
  const read = places.filter(({ dateOnly }) => !dateOnly).map((place) => asHalf(near, place, context));
  return [...read, ...bare].sort((one, other) => one.start - other.start);
}

/** 1900 at the end may be the hour; the number of an order, a room or a flight is none. */
const FIGURES =
  /(?<![\p{L}\p{N}.,:/#$€£¥+-])(?<![#$€£¥+-]\s)(?<!\b(?:orders?|invoices?|tickets?|quotes?|rooms?|flats?|flights?|trains?|gates?|models?|refs?|references?|codes?|pins?|numbers?|nos?|nr|units?|size|year|in|of|for|to|is|pay|paid|charge|owes?|send|than)\.?\s)(?:[01]\d|2[0-3])[0-5][05]$/iu;

const AT = 'at ';
const LEADS = /^(?:at|by|before|around|till?|until|from)\s/i;
/** 文三路12号下午2点: no 12th of a month. */
const STREET = /[路街巷弄道村里]$/;

function asHalf(text: string, { start, end, said, others }: TimePlace, context: WhenContext): Half & { start: number } {
  const before = text.slice(0, start);
  const bare = (STREET.test(before) ? said.replace(/^\d{1,4}号/, '') : said).replace(/^[在于到]/, '');
  const hour = isHour(bare, context) ? bare : bare.replace(LEADS, AT);
  const isOwn = !OF_A_THING.test(before) && !ITS.test(text.slice(end));
  return { start, said: bare, hour, sure: isOwn && others.length === 0 && isHour(hour, context) };
}
