import { truncate } from '../../../text/truncate.ts';
import { endOfRange, hourOrWords } from '../../../text/when/figures/hour_or_words.ts';
import { formatDay } from '../../../text/when/format_when.ts';
import { fromNow, lengthsIn } from '../../../text/when/from_now.ts';
import { type FestivalAway, festivalTime } from '../../../text/when/named_festival.ts';
import type { Stretch } from '../../../text/when/stretch.ts';
import { parseWhen } from '../../../text/when/when.ts';
import { fromWallTime, wallTime } from '../../../text/when/zone.ts';
import type { Absence } from '../../owner/away.ts';
import { type Button, failed, type Reply } from '../../reply.ts';
import type { CommandContext } from '../command.ts';
import { incomplete } from '../incomplete.ts';
import { askAboutTime, askHourOrWords, exactly, momentOf, shown, wordsBehind } from '../words/moment.ts';
import { type Until, withoutUntil } from './absence_read.ts';
import { spanOf } from './absence_shown.ts';

/** Says on a button that this absence replaces a planned one which overlaps. */
export const INSTEAD = 'instead';
/** How much of the words for customers a button shows. */
export const LABEL_GRAPHEMES = 30;

/** Only a beginning: nobody is away until we know for how long. */
export function askHowLong(ctx: CommandContext, from: Date, text: string, instead: boolean): Reply {
  const { timezone } = ctx.settings;
  const { day } = wallTime(from, timezone);
  const lastDays = [day, day + 2, day + 6].map((last) => fromWallTime({ day: last, minutes: 24 * 60 - 1 }, timezone));
  const buttons = lastDays.map((until) => [
    {
      label: spanOf(ctx, from, until),
      command: `/away ${instead ? `${INSTEAD} ` : ''}${exactly(ctx, from)} - ${exactly(ctx, until)}${text && ` | ${text}`}`,
    },
  ]);
  return failed(ctx.t.away.howLong(shown(ctx, from)), { buttons });
}

/** A day or an evening that is named alone may be the absence, its end or its beginning: nobody is away before the owner has said which. */
export function askWhichIsIt(
  ctx: CommandContext,
  { until }: Until,
  { from, until: end }: Stretch,
  typed: Typed,
): Reply {
  const { time, text, instead } = typed;
  const words = text && ` | ${text}`;
  const line = (said: string) => `/away ${instead ? `${INSTEAD} ` : ''}${said}${words}`;
  const buttons = [
    {
      label: ctx.t.away.thatTime(spanOf(ctx, from, end)),
      command: line(`${exactly(ctx, from)} - ${exactly(ctx, end)}`),
    },
    { label: fromNowUntil(ctx, until), command: line(exactly(ctx, until)) },
    { label: ctx.t.away.fromThen(shown(ctx, from)), command: line(`from ${exactly(ctx, from)}`) },
  ];
  return failed(ctx.t.away.whichIsIt(time), { buttons: buttons.map((one) => [one]) });
}

/** An absence as it was typed: its time, what customers are told, and that it replaces what was planned. */
interface Typed {
  time: string;
  text: string;
  instead: boolean;
}

/** Two times that overlap may be one long absence, or the second corrects the first. */
export function askWhetherBoth(ctx: CommandContext, met: Absence[], { startsAt, until }: Until, text: string): Reply {
  const from = new Date(Math.min(startsAt!.getTime(), ...met.map((one) => one.startsAt.getTime())));
  const to = new Date(Math.max(until.getTime(), ...met.map((one) => one.until.getTime())));
  const line = (first: Date, last: Date) =>
    `${first > ctx.now ? `${exactly(ctx, first)} - ` : ''}${exactly(ctx, last)}${text && ` | ${text}`}`;
  return failed(ctx.t.away.overlaps(met.map((one) => spanOf(ctx, one.startsAt, one.until)).join(', ')), {
    buttons: [
      [{ label: spanOf(ctx, from, to), command: `/away ${line(from, to)}` }],
      [
        {
          label: ctx.t.away.only(spanOf(ctx, startsAt!, until)),
          command: `/away ${INSTEAD} ${line(startsAt!, until)}`,
        },
      ],
    ],
  });
}

/** Customers read what stands behind the time: a piece of another time must not become such words. */
export function askWhatIsMeant(ctx: CommandContext, { startsAt, until }: Until, unread: string, text: string): Reply {
  const from = startsAt && startsAt > ctx.now ? `${exactly(ctx, startsAt)} - ` : '';
  const line = `/away ${from}${exactly(ctx, until)}`;
  return askAboutTime(ctx, unread, [
    { label: ctx.t.time.awayUntil(shown(ctx, until)), command: line },
    ...(text ? [tellingThem(ctx, line, until, text)] : []),
  ]);
}

/** Away tomorrow 1900 for both: the hour, or what customers are told. */
export function askOfFigures(ctx: CommandContext, { until, startsAt }: Until, said: string, text: string) {
  // of a range its end is looked at, and of an end what it is without its 'until'
  const end = startsAt ? endOfRange(said) : withoutUntil(said);
  const ways = [...new Set([said, end])].flatMap((one) => {
    const found = hourOrWords({ at: until, rest: text, dateOnly: false, said: one }, text, momentOf(ctx));
    return found && (!startsAt || one === end) ? [found] : [];
  })[0];
  if (!ways) return undefined;
  const from = startsAt && startsAt > ctx.now ? `${exactly(ctx, startsAt)} - ` : '';
  const buttons = ways.moments
    .filter(({ at }) => at > ctx.now)
    .map(({ at, words }) => tellingThem(ctx, `/away ${from}${exactly(ctx, at)}`, at, words));
  return askHourOrWords(ctx, ways.figures, buttons);
}

const tellingThem = (ctx: CommandContext, line: string, until: Date, text: string): Button => ({
  label: ctx.t.time.awayTelling(shown(ctx, until), truncate(text, LABEL_GRAPHEMES)),
  command: `${line} | ${text}`,
});

/** 20 Nov on the 21st: nobody is away for a year unasked. */
export function askWhichYear(ctx: CommandContext, { startsAt, until }: Until, text: string): Reply {
  const begins = startsAt && startsAt > ctx.now ? startsAt : undefined;
  const words = text && ` | ${text}`;
  const button = begins
    ? {
        label: spanOf(ctx, begins, until),
        command: `/away ${exactly(ctx, begins)} - ${exactly(ctx, until)}${words}`,
      }
    : { label: fromNowUntil(ctx, until), command: `/away ${exactly(ctx, until)}${words}` };
  return failed(ctx.t.time.farOff(shown(ctx, begins ?? until)), { hint: ctx.t.away.withDates, buttons: [[button]] });
}

/** A festival may be the absence or its end, and be more than its day: the dates are proposed, and one tap takes them. */
export function askWhichDays(
  ctx: CommandContext,
  { said, day, stretches, rest }: FestivalAway,
  instead: boolean,
): Reply {
  const { words, sure } = wordsBehind(rest);
  const told = sure && words ? ` | ${words}` : '';
  const way = (label: string, time: string): Button => ({
    label,
    command: `/away ${instead ? `${INSTEAD} ` : ''}${time}`,
  });
  const span = ({ from, until }: FestivalAway['day']) => `${exactly(ctx, from)} - ${exactly(ctx, until)}`;
  const read = ({ from, until }: FestivalAway['day']) => spanOf(ctx, from, until);
  const [first] = stretches;
  const telling = () =>
    way(ctx.t.away.telling(read(first!), truncate(words, LABEL_GRAPHEMES)), `${span(first!)} | ${words}`);
  const morning = morningOf(ctx, day.from);
  const buttons = [
    ...stretches.map((one) => way(read(one), `${span(one)}${told}`)),
    ...(words && !sure ? [telling()] : []),
    way(ctx.t.away.fromThen(shown(ctx, day.from)), `from ${exactly(ctx, day.from)}${told}`),
    ...(morning > ctx.now ? [way(fromNowUntil(ctx, morning), `${exactly(ctx, morning)}${told}`)] : []),
  ];
  return failed(ctx.t.away.whichDays(said, formatDay(day.from, momentOf(ctx))), {
    hint: ctx.t.away.withDates,
    buttons: buttons.map((one) => [one]),
  });
}

function morningOf({ settings: { timezone } }: CommandContext, at: Date): Date {
  return fromWallTime({ day: wallTime(at, timezone).day, minutes: 9 * 60 }, timezone);
}

const fromNowUntil = (ctx: CommandContext, at: Date): string =>
  ctx.t.away.fromNow(ctx.t.time.awayUntil(shown(ctx, at)));

/** Nothing follows from words that name no time: a button says that the absence would begin now. */
export function askWithDates(ctx: CommandContext, words: string): Reply {
  const { t } = ctx;
  const when = parseWhen(words, momentOf(ctx));
  const lengths = lengthsIn(words).flatMap((length) => parseWhen(fromNow(length), momentOf(ctx)) ?? []);
  const festival = when ? undefined : festivalTime(words, momentOf(ctx));
  const untils = [...(when && !when.others ? [when] : []), ...lengths].map(({ at }) => at);
  const until = [...untils, ...(festival?.moments ?? [])].map((at) => ({
    label: fromNowUntil(ctx, at),
    typed: exactly(ctx, at),
  }));
  const spans = t.away.spans.map(({ label, typed }) => ({ label: t.away.fromNow(label), typed }));
  const buttons = [...until, ...spans].map(({ label, typed }) => [{ label, command: `/away ${typed}` }]);
  return { ...incomplete(t, 'away', t.need.time, '', words), hint: t.away.withDates, buttons };
}
