import { type DaysSaid, readHours } from '../../../text/hours/days.ts';
import { joined, type Span, shownSpans, writeSpans } from '../../../text/hours/spans.ts';
import { typedMeanings } from '../../../text/typed.ts';
import { formatDay } from '../../../text/when/format_when.ts';
import { type Day, dateOf, fromWallTime, isoDay, wallTime } from '../../../text/when/zone.ts';
import { clockOf } from '../../context.ts';
import { type Button, failed, type Item, type Reply } from '../../reply.ts';
import { readOwnDays, readWeek, spansBegun, writeOwnDays, writeWeek } from '../../serve/clock/hours.ts';
import { knowsYear, officialIn } from '../../serve/clock/official.ts';
import { holidayCountry, hoursOf } from '../../serve/clock/tend.ts';
import { loadSettings, type Settings, saveSetting } from '../../settings.ts';
import type { Command, CommandContext } from '../command.ts';
import { momentOf } from '../words/moment.ts';
import { splitFirst } from '../words/words.ts';
import { calendarAsked, onCalendarDays } from './calendar_days.ts';

const HOLIDAYS = typedMeanings<'auto' | 'CN' | 'off'>(({ holidays }) => holidays);
const SET = typedMeanings<'set'>(({ settings }) => ({ set: settings.holidays }));

const DAYS_AHEAD = 120;
const MOST_AHEAD = 8;
/** Own days that are over for longer are let go when others are set. */
const KEPT_DAYS = 800;
const WEEK_DAYS = 7;

/** '/hours', '/hours mon-fri 9-12 13-18', '/hours sat closed', '/hours 10-01 closed', '/hours 2026-10-10 9-18', '/hours holidays off' */
export const hours: Command<{ words: string }> = {
  name: 'hours',
  role: 'owner',
  saidAtOnce: 'shows',
  changes: true,
  settles: 'settings',
  onlyShows: ({ words }) => words === '' || calendarAsked(words) === 'show',
  readsAll: (words, { now, settings: { timezone, country, locale } }) =>
    calendarAsked(words) !== undefined || readHours(words, { now, timezone, country, locale }).length > 0,
  parse: (words) => ({ words }),
  async run(ctx, { words }) {
    if (words === '') return overview(ctx, ctx.settings);
    const file = calendarAsked(words);
    if (file) {
      const done = await onCalendarDays(ctx, file);
      if (!('taken' in done)) return done;
      return {
        ...(await overview(ctx, await loadSettings(ctx.tx, ctx.settings))),
        text: ctx.t.hours.file.taken(done.taken),
      };
    }
    const [first, rest] = splitFirst(words);
    const whose = SET.has(first.toLowerCase()) ? HOLIDAYS.get(rest.toLowerCase()) : undefined;
    if (whose) {
      await saveSetting(ctx.tx, 'holidays', whose);
      return overview(ctx, await loadSettings(ctx.tx, ctx.settings));
    }
    return setHours(ctx, words);
  },
};

async function setHours(ctx: CommandContext, words: string): Promise<Reply> {
  const { t } = ctx;
  const [said, ...others] = readHours(words, momentOf(ctx));
  if (!said) return failed(t.hours.wrong(words), { hint: t.hours.example, buttons: presets(ctx) });
  // nothing is set before it is said which of the two, or whether a night of so many hours is meant
  if (others.length > 0) return askWhich(ctx, [said, ...others]);
  await keepHours(ctx, said);
  const shown = await overview(ctx, await loadSettings(ctx.tx, ctx.settings));
  const notes = notesOf(ctx, said);
  const first = said.find(({ assumed }) => assumed);
  return {
    ...shown,
    text: [...said.map((one) => saidAgain(ctx, one)).filter((one) => !stands(shown, one)), ...notes].join('\n'),
    ...(first && { buttons: [...otherDays(ctx, first), ...(shown.buttons ?? [])] }),
  };
}

/** Whether a line says what the week says below it. */
const stands = ({ fields }: Reply, line: string): boolean =>
  fields?.some(({ label, value }) => line === `${label}: ${value}` || line === `${label}：${value}`) === true;

/** Sets one group behind the other: what is said later of a day counts. */
async function keepHours({ tx, settings, now }: CommandContext, said: readonly DaysSaid[]): Promise<void> {
  const today = wallTime(now, settings.timezone).day;
  let week = readWeek(settings.hours);
  const own = readOwnDays(settings.ownDays);
  for (const iso of own.keys()) if (iso < isoDay(today - KEPT_DAYS)) own.delete(iso);
  for (const { days, spans, isBreak, name } of said) {
    if ('weekdays' in days) {
      const given = spans === 'usual' ? [] : spans;
      week = week.map((one, nth) => (days.weekdays.includes(nth) ? (isBreak ? without(one, given) : given) : one));
      continue;
    }
    for (const day of days.dates) {
      const iso = isoDay(day);
      if (spans === 'usual') own.delete(iso);
      else {
        const usual = spansBegun({ ...hoursOf(settings), week, own }, day);
        own.set(iso, { day: iso, spans: isBreak ? without(usual, spans) : spans, name });
      }
    }
  }
  if (writeWeek(week) !== settings.hours) await saveSetting(tx, 'hours', writeWeek(week));
  if (writeOwnDays(own.values()) !== settings.ownDays) await saveSetting(tx, 'ownDays', writeOwnDays(own.values()));
}

/** What is left of spans without others. */
function without(spans: readonly Span[], others: readonly Span[]): Span[] {
  let left = [...spans];
  for (const { from, to } of others)
    left = left.flatMap((one) => [
      ...(one.from < Math.min(one.to, from) ? [{ from: one.from, to: Math.min(one.to, from) }] : []),
      ...(Math.max(one.from, to) < one.to ? [{ from: Math.max(one.from, to), to: one.to }] : []),
    ]);
  return joined(left);
}

/** What was taken for said, and what may not be meant. */
function notesOf(ctx: CommandContext, said: readonly DaysSaid[]): string[] {
  const { t, now, settings } = ctx;
  const today = wallTime(now, settings.timezone).day;
  const isOver = said.some(({ days }) => 'dates' in days && days.dates.every((day) => day < today));
  const closed = said.filter(({ spans, isBreak }) => spans.length === 0 && !isBreak);
  const shut = new Set(closed.flatMap(({ days }) => ('weekdays' in days ? days.weekdays : [])));
  return [
    ...(said.some(({ assumed }) => assumed) ? [t.hours.assumed] : []),
    ...(isOver ? [t.hours.over] : []),
    ...(shut.size === WEEK_DAYS ? [t.hours.neverOpen] : []),
  ];
}

/** The same hours on other days than were taken for meant. */
function otherDays({ t }: CommandContext, { spans }: DaysSaid): Button[][] {
  const hours = spans === 'usual' ? '' : writeSpans(spans);
  return [
    [
      { label: t.hours.everyDay, command: `/hours daily ${hours}` },
      { label: t.hours.sixDays, command: `/hours mon-sat ${hours}` },
    ],
  ];
}

/** 'Mon–Fri: 09:00-18:00' */
function saidAgain(ctx: CommandContext, { days, spans, isBreak }: DaysSaid): string {
  const { t } = ctx;
  const named = 'weekdays' in days ? daysNamed(ctx, days.weekdays) : datesNamed(ctx, days.dates);
  if (spans === 'usual') return t.hours.usual(named);
  return isBreak ? t.hours.without(named, spansNamed(ctx, spans)) : t.hours.set(named, spansNamed(ctx, spans));
}

/** 9-12 13-18: the hours of each weekday, or those of 12 September; 6-2: in the morning, or at night. */
function askWhich(ctx: CommandContext, readings: readonly (readonly DaysSaid[])[]): Reply {
  const buttons = readings.map((said): Button[] => [
    {
      label: said.map((one) => saidAgain(ctx, one)).join('; '),
      command: `/hours ${said.map((one) => exactly(ctx, one)).join(', ')}`,
    },
  ]);
  return failed(ctx.t.hours.which, { buttons });
}

/** Words that are read in one way only. */
function exactly({ t }: CommandContext, { days, spans, isBreak, name }: DaysSaid): string {
  const { usual, closed } = t.typed.hours;
  const hours = spans === 'usual' ? usual[0]! : writeSpans(spans) || closed[0]!;
  const named =
    'weekdays' in days
      ? days.weekdays.map((day) => t.hours.weekdays[day]!).join(' ')
      : days.dates.length > 1
        ? `${isoDay(days.dates[0]!)}..${isoDay(days.dates.at(-1)!)}`
        : isoDay(days.dates[0]!);
  return `${named} ${hours}${isBreak ? ` ${t.typed.hours.lunch[0]!}` : ''}${name ? ` ${name}` : ''}`;
}

const spansNamed = ({ t }: CommandContext, spans: readonly Span[]): string =>
  spans.length === 0 ? t.hours.closed : t.inARow(shownSpans(spans));

/** 'Mon–Fri, Sun' */
function daysNamed({ t }: CommandContext, weekdays: readonly number[]): string {
  const runs: number[][] = [];
  for (const day of [...weekdays].sort()) {
    const last = runs.at(-1);
    if (last?.at(-1) === day - 1) last.push(day);
    else runs.push([day]);
  }
  const name = (day: number) => t.hours.weekdays[day]!;
  return t.inARow(
    runs.flatMap((run) => (run.length < 3 ? run.map(name) : [t.hours.range(name(run[0]!), name(run.at(-1)!))])),
  );
}

function datesNamed(ctx: CommandContext, dates: readonly Day[]): string {
  const runs: Day[][] = [];
  for (const day of dates) {
    const last = runs.at(-1);
    if (last?.at(-1) === day - 1) last.push(day);
    else runs.push([day]);
  }
  const name = (day: Day) => dayNamed(ctx, day);
  return ctx.t.inARow(
    runs.map((run) => (run.length > 1 ? ctx.t.hours.range(name(run[0]!), name(run.at(-1)!)) : name(run[0]!))),
  );
}

/** A date, never a weekday alone: that would be taken for each of them. */
function dayNamed(ctx: CommandContext, day: Day): string {
  const { t, locale, settings, now } = ctx;
  const near = Math.abs(day - wallTime(now, settings.timezone).day) < WEEK_DAYS;
  const at = fromWallTime({ day, minutes: 12 * 60 }, settings.timezone);
  const dated = formatDay(at, {
    ...clockOf(ctx, locale),
    ...(near && { now: fromWallTime({ day: day - 10, minutes: 0 }, settings.timezone) }),
  });
  return near ? t.hours.dated(t.hours.weekdays[(((day + 3) % 7) + 7) % 7]!, dated) : dated;
}

/** The week, whose days off hold, and which days are otherwise soon. */
async function overview(ctx: CommandContext, settings: Settings): Promise<Reply> {
  const { t } = ctx;
  const country = holidayCountry(settings);
  const today = wallTime(ctx.now, settings.timezone).day;
  const known = country !== undefined && knowsYear(country, dateOf(today).year);
  const official =
    country === undefined ? t.hours.officialOf.off : known ? t.hours.officialOf.CN : t.hours.officialOf.unknown;
  const soon = dateOf(today + DAYS_AHEAD).year;
  return {
    title: t.hours.title,
    fields: [...weekFields(ctx, settings), { label: t.hours.official, value: official }],
    lists: [{ title: t.hours.next, items: daysAhead(ctx, settings, today) }].filter(({ items }) => items.length > 0),
    buttons: [
      ...presets(ctx),
      [
        holidayButton(ctx, country !== undefined),
        { label: t.hours.file.button, command: `/hours ${t.typed.hours.file[0]!}`, turns: true },
      ],
    ],
    hint: [...(known && !knowsYear('CN', soon) ? [t.hours.notYet(soon)] : []), t.hours.example].join('\n'),
  };
}

/** Days that are alike stand together. */
function weekFields(ctx: CommandContext, settings: Settings): { label: string; value: string }[] {
  const alike = new Map<string, number[]>();
  for (const [nth, spans] of readWeek(settings.hours).entries()) {
    const key = writeSpans(spans);
    alike.set(key, [...(alike.get(key) ?? []), nth]);
  }
  const week = readWeek(settings.hours);
  return [...alike.values()].map((days) => ({ label: daysNamed(ctx, days), value: spansNamed(ctx, week[days[0]!]!) }));
}

/** The days that are otherwise than their week says. */
function daysAhead(ctx: CommandContext, settings: Settings, today: Day): Item[] {
  const country = holidayCountry(settings);
  const all = hoursOf(settings);
  const items: Item[] = [];
  for (let day = today; day < today + DAYS_AHEAD && items.length < MOST_AHEAD; day++) {
    const own = all.own.get(isoDay(day));
    const official = country ? officialIn(country, isoDay(day)) : undefined;
    if (!own && !official) continue;
    items.push({
      text: ctx.t.hours.set(dayNamed(ctx, day), spansNamed(ctx, spansBegun(all, day))),
      detail: own ? [ctx.t.hours.own, ...(own.name ? [own.name] : [])].join(' · ') : official!.name,
    });
  }
  return items;
}

function presets({ t }: CommandContext): Button[][] {
  const { presets: names } = t.hours;
  return [
    [
      { label: names.office, command: '/hours mon-fri 9-18' },
      { label: names.lunch, command: '/hours mon-fri 9-12 13-18' },
    ],
    [
      { label: names.sixDays, command: '/hours mon-sat 9-18' },
      { label: names.shop, command: '/hours daily 10-22' },
    ],
    [
      { label: names.nineToFive, command: '/hours mon-fri 9-17' },
      { label: names.always, command: '/hours daily 0-24' },
    ],
  ];
}

const holidayButton = ({ t }: CommandContext, on: boolean): Button =>
  on
    ? { label: t.hours.withoutOfficial, command: '/hours holidays off' }
    : { label: t.hours.withOfficial, command: '/hours holidays auto' };
