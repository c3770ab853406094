import { isSumBehind } from '../figures/sum.ts';
import { dateOf } from '../zone.ts';
import type { Said } from './anchor.ts';
import { read } from './number_en.ts';
import type { Clock } from './when_grammar.ts';

/** An hour as people say it; `half` is the a or p of am and pm. From 1 to 6 without it is the afternoon. */
export function clock(hour: number, minute: number, half: string | undefined): Clock | undefined {
  if (minute > 59) return undefined;
  if (half !== undefined) {
    if (hour < 1 || hour > 12) return undefined;
    return { hour: (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0), minute };
  }
  if (hour > 24) return undefined;
  if (hour >= 1 && hour <= 6) return { hour: hour + 12, minute };
  return { hour, minute, ...(hour < 12 && { vague: true as const }) };
}

/** `09:30` and `03:30` are the 24-hour clock; `3:30` is what people say. */
export function written(hour: string, minute: string): Clock | undefined {
  const literal =
    Number(hour) <= 24 && Number(minute) < 60 ? { hour: Number(hour), minute: Number(minute) } : undefined;
  return hour.length === 2 ? literal : clock(Number(hour), Number(minute), undefined);
}

/** When something is that is said to be in that part of the day. */
export const usualHour: Record<string, number> = { morning: 9, afternoon: 15, evening: 19, night: 20, tonight: 20 };

/** An hour in a part of the day; without one the usual hour of that part. */
export function inPart(
  part: string,
  hour: string | undefined,
  minute: string | undefined,
  half: string | undefined,
): Clock | undefined {
  const name = part.toLowerCase();
  if (hour === undefined) return { hour: usualHour[name]!, minute: 0 };
  const said = Number(hour);
  if (half !== undefined || said > 12) return clock(said, Number(minute ?? 0), half);
  if (name === 'morning') return { hour: said % 12, minute: Number(minute ?? 0) };
  const late = name === 'afternoon' || (said >= 5 && said < 12);
  return { hour: late ? (said % 12) + 12 : (said % 12) + 24, minute: Number(minute ?? 0) };
}

/** This time tomorrow. */
export const sameTime = ({ minutes }: Said): Clock => ({ hour: Math.floor(minutes / 60), minute: minutes % 60 });

/** Minutes in words or figures. */
export function minutesIn(word: string | undefined): number {
  const spoken: Record<string, number> = { fifteen: 15, twenty: 20, thirty: 30, 'twenty five': 25 };
  if (word === undefined) return 0;
  return /^forty/i.test(word) ? 45 : (spoken[word.toLowerCase().replace('-', ' ')] ?? read(word));
}

/** A quarter to four is 15:45. */
export function minutesTo(hour: number, minutes: number): Clock | undefined {
  const full = clock(hour, 0, undefined);
  return full && { ...full, hour: full.hour - 1, minute: 60 - minutes };
}

/** An hour of the 24-hour clock; 2400 ends its day. */
export function military(hour: string, minute: string): Clock | undefined {
  const minutes = Number(hour) * 60 + Number(minute);
  return minutes <= 24 * 60 && Number(minute) < 60 ? { hour: Number(hour), minute: Number(minute) } : undefined;
}

/** Four figures of the clock, every five minutes. */
export const FIGURES = '([01]\\d|2[0-3]|24(?=00))([0-5][05])';
/** They are an hour, unless what stands behind makes them a sum. */
export const figuresHour = (match: RegExpExecArray, hour: string, minute: string): Clock | undefined =>
  isSumBehind(match) ? undefined : military(hour, minute);

const CURRENCY =
  '(?:eur|usd|gbp|cny|rmb|chf|jpy|hkd|aud|cad|sgd|nzd|sek|nok|dkk|pln|czk|inr|krw|thb|euros?|dollars?|pounds?|quid|bucks|yuan|cents?|pence)';
const MEASURE =
  '(?:kg|kgs|kilos?|g|grams?|km|m|cm|mm|ml|l|lit(?:er|re)s?|lbs?|oz|tons?|pcs|pc|ea|each|sheets?|dozen|people)';
/** Behind 1800 it counts them: money, a measure. */
export const SUM_UNIT = `\\s?(?:[$€£¥%]|(?:${CURRENCY}|${MEASURE})\\b)`;
/** Boxes, printed leaflets; a class, a bus and what starts are none. */
const THINGS =
  '\\s(?:(?:more|new|small|large|big|paper|plastic|blank|white|black|red|blue|green|gold|silver|[a-z]{3,}ed)\\s)?(?!(?:starts|begins|ends|opens|closes|leaves|arrives|is|was|has|does|as|this|its|yes|always|sales|drinks|news|sports|pilates|canvas|christmas|perhaps|us)\\b)[a-z]{2,}(?<![sui])s\\b';
/** 1800 EUR and 1200 cups are no hours. */
export const NO_SUM = `(?!${SUM_UNIT}|${THINGS}|\\s?[ap]\\.?m\\b)`;

/** A year this far ahead is said of hardly anything; one so long over of nothing that is to come. */
export const YEARS_AHEAD = 9;
const YEARS_OVER = 2;

/** Whether what stands where a year may is an hour: of 5 Dec 2015 20:15, unless an hour follows or a comma parts it. */
export function isHourForYear(match: RegExpExecArray, year: string, said: Said): boolean {
  const past = dateOf(said.day).year - Number(year);
  if (said.years || !/^20[0-5][05]$/.test(year) || match[0].includes(',')) return false;
  return (past >= YEARS_OVER || -past > YEARS_AHEAD) && !HOUR_NEXT.test(match.input.slice(match[0].length));
}

const HOUR_NEXT = /^,? (?:at )?(?:\d{1,2}(?:[:.]\d\d|\s?[ap]\.?m)|noon|midday|midnight)/iu;
