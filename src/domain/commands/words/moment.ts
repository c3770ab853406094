import type { Texts } from '../../../text/texts.ts';
import { formatClock, formatWhen } from '../../../text/when/format_when.ts';
import type { When, WhenContext } from '../../../text/when/when.ts';
import { localSlot } from '../../../text/when/when.ts';
import { type Button, failed, type Reply } from '../../reply.ts';
import type { CommandContext } from '../command.ts';

/** Whose clock, language and order of day and month the times of a command are read in, and as of when. */
export function momentOf({
  readAt,
  settings,
  locale,
}: Pick<CommandContext, 'readAt' | 'settings' | 'locale'>): WhenContext {
  return { now: readAt, timezone: settings.timezone, locale, country: settings.country };
}

/** A time as people read it. */
export const shown = (ctx: CommandContext, at: Date): string => formatWhen(at, { ...momentOf(ctx), now: ctx.now });

/** A time as a button's command carries it: without anything to be understood in two ways. */
export function exactly({ settings }: Pick<CommandContext, 'settings'>, at: Date): string {
  return `${localSlot(at, settings.timezone)} ${formatClock(at, settings.timezone)}`;
}

/** Which of the moments that a time may mean (3pm CST): each is a button. Undefined: it means one. */
export function askWhichMoment(
  ctx: CommandContext,
  { at, others }: Pick<When, 'at' | 'others'>,
  way: (at: Date) => Button,
): Reply | undefined {
  return others && failed(ctx.t.time.severalZones, { buttons: [at, ...others].map((one) => [way(one)]) });
}

/** Between a time and words that look like more of it: what follows are words, the owner said so. */
const BAR = /^[|｜]\s*/;

/** The words behind a time, and whether they surely are no part of it. */
export function wordsBehind(rest: string): { words: string; sure: boolean } {
  return { words: rest.replace(BAR, ''), sure: BAR.test(rest) };
}

/** Nothing is done before the owner has said what the words next to the time are: each way to mean them is a button. */
export function askAboutTime(ctx: CommandContext, unread: string, ways: { label: string; command: string }[]): Reply {
  return failed(ctx.t.time.unread(unread), { hint: ctx.t.time.retype, buttons: ways.map((way) => [way]) });
}

/** Figures that may be the hour or words for customers: nothing leaves before the owner has said which. */
export const askHourOrWords = ({ t }: CommandContext, figures: string, ways: Button[]): Reply =>
  failed(t.time.hourOrWords(figures), { buttons: ways.map((way) => [way]) });

/** A time that is over is asked for anew, and what was said is done then: the line goes on around what is typed next. */
export function askAfterOver(
  { t }: CommandContext,
  over: string,
  { before, after = '' }: { before: string; after?: string },
): Reply {
  return failed(t.time.over(over), overAsks(t, { before, after }));
}

/** What is typed next is the time; for a reply that says by itself that one is over. */
export const overAsks = (
  t: Texts,
  { before, after }: { before: string; after: string },
): Pick<Reply, 'rest' | 'asks'> => ({
  rest: { before, after, need: 'time' },
  asks: t.desk.typeIt(t.need.time),
});
