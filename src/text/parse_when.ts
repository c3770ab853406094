import type { WhenContext } from './format_when.ts';
import { narrow } from './normalise.ts';
import { english } from './when_en.ts';
import { type Anchor, type Clock, type Match, matchPhrase, type Phrase, splitsWord } from './when_grammar.ts';
import { chinese } from './when_zh.ts';
import { type Day, fromWallTime, wallTime } from './zone.ts';

export interface When {
  at: Date;
  /** The text without the time expression, trimmed of what joined them. */
  rest: string;
  /** No time of day was said: `at` is 09:00 local, or the next full hour when that day is today and 09:00 is over. */
  dateOnly: boolean;
}

const morning: Clock = { hour: 9, minute: 0 };
/** No time expression is longer; what lies further from the end of a text is not searched. */
const longestExpression = 48;

/**
 * Finds a time expression at the start of a text, else at its end. Undefined when there is none, or when it could only mean the
 * past (今晚8点 at 21:00; a date with its year may be past). What is decided where language leaves it open:
 * - a weekday is its next occurrence, without a time of day never today; 下周五 and "next friday" are the one of the next ISO week;
 * - 12/3 is 3 December; a date without a year, a 5号 without a month and a bare time are the next to come;
 * - an hour from 1 to 6 without 上午, am or a leading zero is in the afternoon; 今天8点 after eight in the morning is 20:00;
 * - 晚上12点 and midnight end the day they name; 3天后 without a time is 09:00 of that day, 3小时后 is counted exactly.
 */
export function parseWhen(text: string, context: WhenContext): When | undefined {
  const body = trimEnd(text.trimStart());
  const head = matchAny(narrow(body.slice(0, 2 * longestExpression)), context, 'start');
  if (head) return resolve(head.value, body.slice(head.length), context);
  const tail = matchTail(narrow(body.slice(-longestExpression)), context);
  return tail && resolve(tail.value, body.slice(0, -tail.length), context);
}

/** The longest expression that ends where the text ends. */
function matchTail(tail: string, context: WhenContext): Match<Phrase> | undefined {
  for (let from = 1; from < tail.length; from += 1) {
    if (tail[from] === ' ' || splitsWord(tail, from)) continue;
    const match = matchAny(tail.slice(from), context, 'end');
    if (match?.length === tail.length - from) return match;
  }
  return undefined;
}

function matchAny(text: string, context: WhenContext, edge: 'start' | 'end'): Match<Phrase> | undefined {
  const { day } = wallTime(context.now, context.timezone);
  const grammars = context.locale === 'en' ? [english, chinese] : [chinese, english];
  const matches = grammars.map((grammar) => matchPhrase(text, grammar, day, edge));
  return matches.reduce((best, match) => ((match?.length ?? 0) > (best?.length ?? 0) ? match : best));
}

function resolve(phrase: Phrase, rest: string, context: WhenContext): When | undefined {
  const dateOnly = !('minutes' in phrase) && phrase.clock === undefined;
  const at = 'minutes' in phrase ? new Date(context.now.getTime() + phrase.minutes * 60_000) : instant(phrase, context);
  if (at === undefined || Number.isNaN(at.getTime())) return undefined;
  return { at, rest: trimJoint(rest), dateOnly };
}

function instant(phrase: { anchor?: Anchor; clock?: Clock }, { now, timezone }: WhenContext): Date | undefined {
  const today = wallTime(now, timezone);
  const anchor: Anchor = phrase.anchor ?? { day: today.day, again: (from) => from };
  const clock = phrase.clock ?? morning;
  const day = phrase.clock ? anchor.day : (anchor.bare ?? anchor.day);
  const at = on(day, clock, timezone);
  if (at > now || anchor.absolute) return at;
  return candidates(phrase, anchor, today).find((candidate) => candidate > now);

  function candidates(
    said: typeof phrase,
    { again }: Anchor,
    { day: thisDay, minutes }: { day: Day; minutes: number },
  ): Date[] {
    const later: Date[] = [];
    if (!said.clock && day === thisDay)
      later.push(on(day, { hour: Math.floor(minutes / 60) + 1, minute: 0 }, timezone));
    if (!again && day === thisDay && clock.vague) later.push(on(day, { ...clock, hour: clock.hour + 12 }, timezone));
    if (again) later.push(on(again(thisDay + 1), clock, timezone));
    return later;
  }
}

function on(day: Day, { hour, minute }: Clock, timezone: string): Date {
  return fromWallTime({ day, minutes: hour * 60 + minute }, timezone);
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
