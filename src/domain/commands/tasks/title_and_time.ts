import { breaksOff, type HalfAmid, halfAmid } from '../../../text/when/hour_amid.ts';
import { JOINED_AT_END, type JoinedTimes, joinedTimes } from '../../../text/when/joined_times.ts';
import { isBareFestival } from '../../../text/when/named_festival.ts';
import { parseRange } from '../../../text/when/parse_range.ts';
import { parseWhenFirst } from '../../../text/when/parse_when.ts';
import { breaksClause } from '../../../text/when/past/told_clause.ts';
import type { Repeat } from '../../../text/when/repeat/repeat.ts';
import { leavesOut } from '../../../text/when/repeat/repeat_left.ts';
import { parseRepeat, type Repeating } from '../../../text/when/repeat/repeat_words.ts';
import {
  beginsWord,
  leftOfTime,
  type Recurrence,
  recurrenceIn,
  secondPart,
  withJoint,
  withoutJoint,
  withoutReminder,
  workdaysIn,
} from '../../../text/when/time_like.ts';
import { timeWithin } from '../../../text/when/times_said.ts';
import { parseWhen, type When, type WhenContext } from '../../../text/when/when.ts';
import type { CommandContext } from '../command.ts';
import { exactly, momentOf } from '../words/moment.ts';
import { readValues } from '../words/values.ts';

/** What a line to remember says: its title, and when. */
export interface TitleAndTime {
  title: string;
  when: When | 'unreadable' | undefined;
  /** It is to come back, but how is not understood. */
  unreadRepeat?: Recurrence | undefined;
  comesBack?: Repeat;
  left?: Left | undefined;
  /** The title holds the time from end to end. */
  ranged?: true;
}

/** A piece of a time that stands behind one that was read, and the two together. */
export interface Left {
  said: string;
  whole: string;
  /** It is no time without the other half: its hour is that of the day that was read. */
  half?: true;
}

/** As of when, where and in which language it is read. */
type Reader = Pick<CommandContext, 'readAt' | 'settings' | 'locale'>;

/** The time at either end of what was typed; filled in, the title is the title whatever it says. */
export function titleAndTime(ctx: Reader, words: string): TitleAndTime {
  const moment = momentOf(ctx);
  const { before, values } = readValues(words, ['title', 'when']);
  if (Object.keys(values).length === 0) {
    const said = withoutReminder(words).trim();
    const back = comingBack(ctx, said);
    if (back) return back;
    const unreadRepeat = recurrenceIn(said);
    const range = unreadRepeat ? undefined : parseRange(said, moment);
    if (range) return { title: said, when: range.first, ranged: true };
    const two = unreadRepeat || parseWhenFirst(said, moment) ? undefined : joinedTimes(said, moment);
    if (two) return twoTimes(said, two);
    const read = unreadRepeat ? undefined : parseWhen(said, moment);
    const when = read && isBareFestival(said, read, moment) ? undefined : read;
    const left = when && leftBehind(said, when);
    const half = when && !left ? halfAmid(said, when, moment) : undefined;
    if (half) return wholeTime(said, when!, half);
    // 三点水包装: perhaps no time at all, so not a word of it is lost
    if (when && !left && (beginsWord(said, when) || breaksOff(when.rest))) return { title: said, when, ranged: true };
    if (when && !left && said.startsWith(when.rest) && breaksClause(when.rest))
      return { title: said, when, ranged: true };
    const within = when || unreadRepeat || workdaysIn(said) ? undefined : timeWithin(said, moment);
    if (within) return { title: said, when: { at: within, rest: said, dateOnly: false }, ranged: true };
    return {
      title: left ? said : withoutReminder(when ? withoutJoint(said, when.rest.trim()) : said.trim()),
      when,
      unreadRepeat,
      left,
    };
  }
  const title = values.title?.trim() ?? before;
  if (values.when === undefined) return { title, when: undefined };
  // a title of its own is the title, whatever times it names
  return { title, ...filledTime(values.when, moment), ...(values.title !== undefined && { ranged: true as const }) };
}

/** With the other half of its time, which stays in the title; where that is not sure, it is offered. */
function wholeTime(said: string, when: When, { at, left }: HalfAmid): TitleAndTime {
  if (left)
    return { title: said, when: at ? { at, rest: said, dateOnly: false } : when, left: { ...left, half: true } };
  const inFront = when.dateOnly || said.trimEnd().endsWith(when.rest);
  const title = inFront ? withoutReminder(when.rest.trim()) : said;
  return { title, when: { at, rest: title, dateOnly: false }, ranged: true };
}

/** What was filled in for a time is one from end to end. */
function filledTime(words: string, moment: WhenContext): Pick<TitleAndTime, 'when' | 'comesBack'> {
  const back = parseRepeat(words, moment);
  if (back?.rest === '') return { when: { at: back.at, rest: '', dateOnly: false }, comesBack: back.repeat };
  const when = parseWhen(words, moment);
  return { when: when?.rest === '' ? when : 'unreadable' };
}

/** A time that lasts is in the title from end to end; of two the other is offered. */
const twoTimes = (said: string, { first, second }: JoinedTimes): TitleAndTime => ({
  title: said,
  when: first,
  ranged: true,
  ...(second !== undefined && { left: { said: second, whole: second } }),
});

/** What comes back, with its first time; without a title it is asked for. */
function comingBack(ctx: Reader, said: string): TitleAndTime | undefined {
  const back = parseRepeat(said, momentOf(ctx));
  if (!back) return undefined;
  if (back.left !== undefined) return notKept(said, back.left, firstTime(ctx, back));
  // 每天早餐: the time may be a part of what is to be done
  const title = withoutReminder(beginsWord(said, back) ? said : back.rest).trim();
  return { title, when: { at: back.at, rest: title, dateOnly: false }, comesBack: back.repeat };
}

/** Its own first time, if no days are left out of it, and it has a day of its own: of 每年春节 only the year was read, of 每月农历十五 only the month. */
function firstTime(ctx: Reader, { repeat, at, left = '' }: Repeating): string {
  const { unit, on, nth } = repeat;
  if (leavesOut(left)) return '';
  return unit === 'day' || on.length > 0 || nth ? exactly(ctx, at) : '';
}

/** A part of how it repeats was not understood: it is made once, with all its words. */
function notKept(said: string, left: string, once: string): TitleAndTime {
  const end = said.indexOf(left);
  return {
    title: said,
    when: undefined,
    unreadRepeat: { said: end < 0 ? left : said.slice(0, end + left.length), once },
  };
}

/** Half a time stays in the title, where it can be read. */
function leftBehind(said: string, { rest, dateOnly }: When): Left | undefined {
  const inFront = rest !== '' && said.endsWith(rest);
  const joined = withJoint(said, rest);
  const left = inFront ? (leftOfTime(joined, dateOnly) ?? secondPart(rest)) : undefined;
  const read = said.slice(0, said.length - rest.length);
  const front = joined === rest ? read : read.trimEnd().replace(JOINED_AT_END, '');
  return left === undefined ? undefined : { said: left, whole: `${front}${left}` };
}
