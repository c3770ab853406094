import { headWords } from '../cut.ts';
import { plainly } from '../plainly.ts';
import type { WhenContext } from './format_when.ts';
import type { Anchor, Said } from './grammar/anchor.ts';
import { YEARS_AHEAD } from './grammar/clock_en.ts';
import { isCountedFrom } from './grammar/hours_from.ts';
import { english } from './grammar/when_en.ts';
import { type Clock, type Grammar, type Match, matchPhrase, type Phrase, splitsWord } from './grammar/when_grammar.ts';
import { chinese } from './grammar/when_zh.ts';
import { isToldOf } from './past/told_of.ts';
import { dateOf, fromWallTime, type WallTime, wallTime } from './zone.ts';
import { OWN_ZONE } from './zone_names.ts';

export interface When {
  at: Date;
  /** The text without the time expression, trimmed of what joined them. */
  rest: string;
  /** No time of day was said: `at` is 09:00 local, or the next full hour when that day is today and 09:00 is over. */
  dateOnly: boolean;
  /** Other moments the same words may mean: CST is China's clock and Chicago's. Only the owner knows. */
  others?: Date[];
  /** An hour without morning or evening, that was over this morning: the half of the day that `at` is not. */
  half?: Date;
  /** No clock shows the time that was said, because it is in the night in which clocks go forward: `at` is later by so much. */
  skipped?: true;
  /** A date without its year, so far ahead that the one just over may be meant: 20 Nov on the 21st, 29 February; or in a year that hardly anybody plans for. */
  farOff?: true;
}

/** ISO 3166 alpha-2, where 3/12 is 12 March (Unicode CLDR, short dates): elsewhere the day comes first. */
const MONTH_FIRST = 'US PH FM MH PW CN JP KR KP TW MN HU LT IR'.split(' ');

/** In minutes of the day: late in the evening, what is said to be today is not tomorrow. */
const LAST_MINUTE = 24 * 60 - 1;
/** Half a day, in minutes; and up to which hour an evening's is likelier than the next morning's, or how soon it is. */
const HALF = 12 * 60;
const EARLY = 8;
const SOON = 4 * 60;
/** So many days are left to the next date when it was over at most two months ago. */
const FAR_OFF = 305;
const morning: Clock = { hour: 9, minute: 0 };
/** No time expression is longer; what lies further from the end of a text is not searched. */
const longestExpression = 64;

/**
 * Finds a time expression at the start of a text, else at its end. Undefined when there is none, or when it could only mean the
 * past (今晚8点 at 21:00; a date with its year may be past). What is decided where language leaves it open:
 * - a weekday is its next occurrence, without a time of day never today; 下周五 and "next friday" are the one of the next ISO week;
 * - 12/3 is 3 December; a date without a year, a 5号 without a month and a bare time are the next to come;
 * - an hour from 1 to 6 without 上午, am or a leading zero is in the afternoon; 今天8点 after eight in the morning is 20:00, and so is
 *   8点 alone; 10点 then is the next morning's, unless ten in the evening is near: \`half\` is the other one;
 * - a time zone that is named (EST, London time, 北京时间) is the clock meant, on the day by the owner's calendar;
 * - 晚上12点 and midnight end the day they name; 3天后 without a time is 09:00 of that day, 3小时后 is counted exactly.
 */
export function parseWhen(text: string, context: WhenContext): When | undefined {
  const body = trimEnd(text.trimStart());
  const today = saidIn(context);
  const grammars = grammarsOf(context);
  const head = matchAny(grammars, plainly(headWords(body, 2 * longestExpression)), today, 'start');
  if (head && !isPossessive(body.slice(head.length))) return withTail(head, body.slice(head.length), context);
  const tail = matchTail(grammars, plainly(body.slice(-longestExpression)), today);
  const before = body.slice(0, -(tail?.length ?? 0));
  if (!tail || isOver(before) || isVague(before) || isHalf(before)) return undefined;
  const said = plainly(body.slice(before.length));
  if (isCountedFrom(plainly(before), said) || isToldOf(plainly(before), said)) return undefined;
  return resolve(tail.value, before, context);
}

/** Only the time at the very beginning: what follows are words, whatever they say. */
export function parseWhenFirst(text: string, context: WhenContext): When | undefined {
  const body = trimEnd(text.trimStart());
  const head = matchAny(grammarsOf(context), plainly(headWords(body, 2 * longestExpression)), saidIn(context), 'start');
  return head && !isPossessive(body.slice(head.length))
    ? resolve(head.value, body.slice(head.length), context)
    : undefined;
}

function grammarsOf({ locale }: WhenContext): Grammar[] {
  return locale === 'en' ? [english, chinese] : [chinese, english];
}

/** On which day, and where, something is said. */
export function saidIn({ now, timezone, country: named, years }: WhenContext): Said {
  const country = named?.toUpperCase();
  const { day, minutes } = wallTime(now, timezone);
  return {
    day,
    minutes,
    dayFirst: country !== undefined && !MONTH_FIRST.includes(country),
    country,
    years,
  };
}

/** Behind a day, and in front of 的, what something was done by then: 周四发生的事故, 周一要发的货; 周五买新的杯子 is to be done. */
const DONE_ZH =
  /^(?!给|和|跟|对|把|去|找|看|再|先)(?:\p{Script=Han}{1,2}|(?:要|该|得|没|刚)\p{Script=Han}{1,3})[了过到来完好出回下]?(?<![新旧大小红蓝白黑绿黄好多少长短热冷贵便宜快慢他她您你我它们家店上下里外])的(?=\p{Script=Han})/u;

/** Friday's order, 周五的订单: the day only says which one. */
function isPossessive(rest: string): boolean {
  return /^(?:['’]s\b|的)/i.test(rest) || DONE_ZH.test(rest);
}

/** "… from last Friday", 上周五: that is over. */
function isOver(before: string): boolean {
  return /(?:\b(?:last|past|previous|every|each|yesterday)|[上每]|昨[天日晚]|前[天日晚])[\s,，]{0,3}(?:at\s)?$/i.test(
    before.slice(-20),
  );
}

/** Mid next month, after the weekend: not the first of it; the 三 of 三五天后 is no end of other words. */
function isVague(before: string): boolean {
  return /[一二两三四五六七八九十几数]$|\b(?:mid|early|late|later|sometime|some time|after|over|before|before the|(?:start|beginning|middle|end|rest) of)[\s-]{1,3}(?:the\s{1,3})?$/i.test(
    before.slice(-24),
  );
}

/** The second of two: 3-5 December, between 3 and 4pm, 3点和5点. */
function isHalf(before: string): boolean {
  return /(?:\d|\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)?day|tomorrow|mon|tues?|wed|thu(?:rs?)?|fri)|[周期拜][一二三四五六日天]|\d\s?[ap]\.?m\.?|\dth|\dst|\dnd|\drd|[点號号日月])\s?(?:[-–—~～&,、和或跟到至]|\b(?:and|or|to|till?|until))\s?(?:(?:at|on)\s?)?$/i.test(
    plainly(before.slice(-24)),
  );
}

/** A day in front and its time of day at the end, or the other way round: "tomorrow call Kim at 5pm". */
function withTail(head: Match<Phrase>, rest: string, context: WhenContext): When | undefined {
  const tail = matchTail(grammarsOf(context), plainly(rest.slice(-longestExpression)), saidIn(context));
  const before = rest.slice(0, -(tail?.length ?? 0));
  const both = tail && !isOver(before) && !isHalf(before) && together(head.value, tail.value);
  const whole = both && resolve(both, before, context);
  return whole || resolve(head.value, rest, context);
}

function together(one: Phrase, other: Phrase): Phrase | undefined {
  if ('minutes' in one || 'minutes' in other) return undefined;
  const lacks = (a: keyof typeof one) => (one[a] === undefined) !== (other[a] === undefined);
  return lacks('anchor') && lacks('clock') && (one.anchor === undefined) !== (one.clock === undefined)
    ? { ...one, ...other }
    : undefined;
}

/** The longest expression that ends where the text ends. */
function matchTail(grammars: Grammar[], tail: string, today: Said): Match<Phrase> | undefined {
  for (let from = 1; from < tail.length; from += 1) {
    if (tail[from] === ' ' || splitsWord(tail, from)) continue;
    const match = matchAny(grammars, tail.slice(from), today, 'end');
    if (match?.length === tail.length - from) return match;
  }
  return undefined;
}

/** The longest match in any language; of equally long ones the first language's. */
function matchAny(grammars: Grammar[], text: string, today: Said, edge: 'start' | 'end'): Match<Phrase> | undefined {
  const matches = grammars.map((grammar) => matchPhrase(text, grammar, today, edge));
  return matches.reduce((best, match) => ((match?.length ?? 0) > (best?.length ?? 0) ? match : best));
}

function resolve(phrase: Phrase, rest: string, context: WhenContext): When | undefined {
  const dateOnly = !('minutes' in phrase) && phrase.clock === undefined;
  const moments =
    'minutes' in phrase ? [new Date(context.now.getTime() + phrase.minutes * 60_000)] : instants(phrase, context);
  const [at, ...others] = moments.filter(
    (one, nth) => !Number.isNaN(+one) && moments.findIndex((other) => +other === +one) === nth,
  );
  if (at === undefined) return undefined;
  const half = otherHalf(phrase, at, context);
  return {
    at,
    rest: trimJoint(rest),
    dateOnly,
    ...(half && { half }),
    ...(others.length > 0 && { others }),
    ...(isSkipped(phrase, at, context) && { skipped: true as const }),
    ...(isFarOff(phrase, at, context) && { farOff: true as const }),
  };
}

function otherHalf(phrase: Phrase, at: Date, { now, timezone }: WhenContext): Date | undefined {
  if ('minutes' in phrase || phrase.anchor || phrase.zones || !phrase.clock?.vague) return undefined;
  const { day, minutes } = wallTime(now, timezone);
  const said = phrase.clock.hour * 60 + phrase.clock.minute;
  if (said > minutes || said + HALF <= minutes) return undefined;
  const both = [
    { day, minutes: said + HALF },
    { day: day + 1, minutes: said },
  ];
  return both.map((wall) => fromWallTime(wall, timezone)).find((one) => +one !== +at);
}

function isFarOff(phrase: Phrase, at: Date, { now, timezone }: WhenContext): boolean {
  if ('minutes' in phrase || !phrase.anchor || (phrase.anchor.numeric && phrase.clock)) return false;
  const [then, today] = [wallTime(at, timezone).day, wallTime(now, timezone).day];
  if (phrase.anchor.absolute) return dateOf(then).year - dateOf(today).year > YEARS_AHEAD;
  return phrase.anchor.yearless === true && then - today > FAR_OFF;
}

/** Whether the owner's clock never shows what was said; eight in the evening may be read for eight. */
function isSkipped(phrase: Phrase, at: Date, { timezone }: WhenContext): boolean {
  if ('minutes' in phrase || !phrase.clock || phrase.zones) return false;
  return (wallTime(at, timezone).minutes - phrase.clock.hour * 60 - phrase.clock.minute) % 720 !== 0;
}

/** The moments by each of the clocks that may be meant. */
function instants(phrase: Exclude<Phrase, { minutes: number }>, context: WhenContext): Date[] {
  const zones = phrase.zones ?? [OWN_ZONE];
  return zones.flatMap((zone) => instant(phrase, context, zone === OWN_ZONE ? context.timezone : zone) ?? []);
}

/** A day that is named is the owner's; where none is named, the next such time by that clock is meant. */
function instant(
  phrase: { anchor?: Anchor; clock?: Clock },
  { now, timezone }: WhenContext,
  zone: string,
): Date | undefined {
  const today = wallTime(now, phrase.anchor ? timezone : zone);
  const anchor: Anchor = phrase.anchor ?? { day: today.day, again: (from) => from };
  const times = readings(phrase.clock, anchor, today, phrase.anchor === undefined).map((wall) =>
    fromWallTime(wall, zone),
  );
  return anchor.absolute ? times[0] : times.find((time) => time > now);
}

/** What may be meant, likeliest first; those that are over fall away. */
function readings(said: Clock | undefined, anchor: Anchor, today: WallTime, isAlone: boolean): WallTime[] {
  const day = said ? anchor.day : (anchor.bare ?? anchor.day);
  const clock = said ?? morning;
  const minutes = clock.hour * 60 + clock.minute;
  const times = [{ day, minutes }];
  if (!said && day === today.day)
    times.push({ day, minutes: Math.min((Math.floor(today.minutes / 60) + 1) * 60, LAST_MINUTE) });
  const evening = minutes + HALF;
  const isEvening = isAlone ? clock.hour <= EARLY || evening - today.minutes <= SOON : !anchor.again;
  if (clock.vague && day === today.day && isEvening) times.push({ day, minutes: evening });
  if (anchor.again) times.push({ day: anchor.again(today.day + 1), minutes });
  return times;
}

/** Like trimEnd, for closing punctuation too; by hand because /[…]+$/ is quadratic on long runs. */
function trimEnd(text: string): string {
  let end = text.length;
  while (end > 0 && /[\s.。!！,，;；]/.test(text[end - 1]!)) end -= 1;
  return text.slice(0, end);
}

function trimJoint(rest: string): string {
  return trimEnd(rest.replace(/^[\s,，、。.:：;；—–-]+/, '').replace(/^to\s+(?=\S)/i, '')).replace(/[\s、:：—–-]$/, '');
}
