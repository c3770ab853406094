import { shownSpans } from '../../../text/hours/spans.ts';
import type { Locale } from '../../../text/locale.ts';
import { texts } from '../../../text/texts.ts';
import { typedMeanings, typedWords } from '../../../text/typed.ts';
import { formatDay } from '../../../text/when/format_when.ts';
import { dayOf, fromWallTime, isoDay, wallTime } from '../../../text/when/zone.ts';
import { type Context, clockOf } from '../../context.ts';
import { failed, type Item, type Reply } from '../../reply.ts';
import { calendarSent, keepCalendar, type NewDay, newDays } from '../../serve/clock/calendar.ts';
import { readOwnDays, writeOwnDays } from '../../serve/clock/hours.ts';
import { type CalendarSent, type Settings, saveSetting } from '../../settings.ts';
import type { CommandContext } from '../command.ts';
import { splitFirst } from '../words/words.ts';

const FILE = typedWords(({ hours }) => hours.file);
const ACTS = typedMeanings<'take' | 'drop'>(({ hours: { take, drop } }) => ({ take, drop }));
const MOST_SHOWN = 20;
/** Own days that are over for longer are let go when others are set. */
const KEPT_DAYS = 800;

/** Behind /hours: 'calendar' shows what a calendar file gave, 'calendar take' lets it hold; undefined: something else is meant. */
export function calendarAsked(words: string): 'show' | 'take' | 'drop' | undefined {
  const [first, rest] = splitFirst(words);
  if (!FILE.has(first.toLowerCase())) return undefined;
  return rest === '' ? 'show' : ACTS.get(rest.toLowerCase());
}

/** Undefined: the days hold now, `taken` of them. */
export async function onCalendarDays(
  ctx: CommandContext,
  act: 'show' | 'take' | 'drop',
): Promise<Reply | { taken: number }> {
  const { t, tx, settings } = ctx;
  const { sent, found } = calendarSent(settings);
  if (!found) return sent && act === 'show' ? { text: t.hours.file.comes } : failed(t.hours.file.how);
  if (act === 'show') return calendarShown(ctx, found, []);
  await keepCalendar(tx, {});
  if (act === 'drop') return { text: t.hours.file.dropped };
  const fresh = newDays(settings, found).filter(({ isSet }) => !isSet);
  const own = readOwnDays(settings.ownDays);
  const over = isoDay(wallTime(ctx.now, settings.timezone).day - KEPT_DAYS);
  for (const iso of own.keys()) if (iso < over) own.delete(iso);
  for (const { day, spans, name } of fresh) own.set(day, { day, spans, name });
  await saveSetting(tx, 'ownDays', writeOwnDays(own.values()));
  return { taken: fresh.length };
}

/** The days of a file, before they hold. */
export function calendarShown(
  ctx: Pick<Context, 'now'> & { settings: Settings; locale: Locale },
  found: NonNullable<CalendarSent['found']>,
  left: readonly string[],
): Reply {
  const t = texts(ctx.locale);
  const days = newDays(ctx.settings, found);
  const runs = runsOf(days);
  const fresh = days.filter(({ isSet }) => !isSet).length;
  const items = runs.slice(0, MOST_SHOWN).map((run): Item => itemOf(ctx, run));
  const more = runs.slice(MOST_SHOWN).reduce((sum, run) => sum + run.length, 0);
  return {
    title: t.hours.file.title(found.name),
    text: [t.hours.file.found(fresh), ...(more > 0 ? [t.hours.file.more(more)] : []), ...left].join('\n'),
    lists: [{ items }],
    buttons: [
      [
        ...(fresh > 0
          ? [{ label: t.hours.file.take(fresh), command: `/hours ${t.typed.hours.file[0]!} ${t.typed.hours.take[0]!}` }]
          : []),
        { label: t.hours.file.drop, command: `/hours ${t.typed.hours.file[0]!} ${t.typed.hours.drop[0]!}` },
      ],
    ],
  };
}

/** Days in a row that are called alike stand together. */
function runsOf(days: readonly NewDay[]): NewDay[][] {
  const runs: NewDay[][] = [];
  for (const one of days) {
    const last = runs.at(-1)?.at(-1);
    const isNext = last && numberOf(last) + 1 === numberOf(one);
    if (isNext && last.name === one.name && last.isWork === one.isWork && last.isSet === one.isSet)
      runs.at(-1)!.push(one);
    else runs.push([one]);
  }
  return runs;
}

function numberOf({ day }: NewDay): number {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  return dayOf(year, month, date) ?? 0;
}

function itemOf(ctx: Parameters<typeof calendarShown>[0], run: readonly NewDay[]): Item {
  const t = texts(ctx.locale);
  const [first, last] = [run[0]!, run.at(-1)!];
  const named = (one: NewDay) =>
    formatDay(fromWallTime({ day: numberOf(one), minutes: 12 * 60 }, ctx.settings.timezone), clockOf(ctx, ctx.locale));
  const dates = run.length > 1 ? t.hours.range(named(first), named(last)) : named(first);
  const open = first.spans.length > 0 ? t.inARow(shownSpans(first.spans)) : t.hours.closed;
  return {
    text: t.hours.set(dates, open),
    ...((first.name || first.isSet) && {
      detail: [first.name, first.isSet ? t.hours.file.isSet : ''].filter(Boolean).join(' · '),
    }),
  };
}
