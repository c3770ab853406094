import { type DaysSaid, readHours } from '../../../text/hours/days.ts';
import { type Span, writeSpans } from '../../../text/hours/spans.ts';
import { typedMeanings } from '../../../text/typed.ts';
import { formatDay } from '../../../text/when/format_when.ts';
import { type Day, dateOf, fromWallTime, isoDay, wallTime } from '../../../text/when/zone.ts';
import { clockOf } from '../../context.ts';
import { type Button, failed, type Item, type Reply } from '../../reply.ts';
import { readOwnDays, readWeek, spansOn, writeOwnDays, writeWeek } from '../../serve/clock/hours.ts';
import { knowsYear, officialIn } from '../../serve/clock/official.ts';
import { holidayCountry, hoursOf } from '../../serve/clock/tend.ts';
import { loadSettings, type Settings, saveSetting } from '../../settings.ts';
import type { Command, CommandContext } from '../command.ts';
import { splitFirst } from '../words/words.ts';

const HOLIDAYS = typedMeanings<'auto' | 'CN' | 'off'>(({ holidays }) => holidays);
const SET = typedMeanings<'set'>(({ settings }) => ({ set: settings.holidays }));

const DAYS_AHEAD = 120;
const MOST_AHEAD = 8;
/** Own days that are over for longer are let go when others are set. */
const KEPT_DAYS = 800;

/** '/hours', '/hours mon-fri 9-12 13-18', '/hours sat closed', '/hours 10-01 closed', '/hours 2026-10-10 9-18', '/hours holidays off' */
export const hours: Command<{ words: string }> = {
  name: 'hours',
  role: 'owner',
  saidAtOnce: 'shows',
  changes: true,
  settles: 'settings',
  onlyShows: ({ words }) => words === '',
  parse: (words) => ({ words }),
  async run(ctx, { words }) {
    if (words === '') return overview(ctx, ctx.settings);
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
  const { t, settings } = ctx;
  const today = wallTime(ctx.now, settings.timezone).day;
  const [said, other] = readHours(words, today);
  if (!said) return failed(t.hours.wrong(words), { hint: t.hours.example, buttons: presets(ctx) });
  if (other) return askWhich(ctx, [said, other]);
  const { days, spans } = said;
  if ('weekdays' in days) {
    const week = readWeek(settings.hours).map((one, nth) => (days.weekdays.includes(nth) ? (spans as Span[]) : one));
    await saveSetting(ctx.tx, 'hours', writeWeek(week));
  } else {
    const own = readOwnDays(settings.ownDays);
    for (const iso of own.keys()) if (iso < isoDay(today - KEPT_DAYS)) own.delete(iso);
    for (const iso of days.dates.map(isoDay)) {
      if (spans === 'usual') own.delete(iso);
      else own.set(iso, { day: iso, spans, name: said.name });
    }
    await saveSetting(ctx.tx, 'ownDays', writeOwnDays(own.values()));
  }
  return { text: saidAgain(ctx, said), ...(await overview(ctx, await loadSettings(ctx.tx, settings))) };
}

/** 'Mon–Fri: 09:00-18:00' */
function saidAgain(ctx: CommandContext, { days, spans }: DaysSaid): string {
  const named = 'weekdays' in days ? daysNamed(ctx, days.weekdays) : datesNamed(ctx, days.dates);
  return spans === 'usual' ? ctx.t.hours.usual(named) : ctx.t.hours.set(named, spansNamed(ctx, spans));
}

/** 9-12 13-18: the hours of each weekday, or those of 12 September. */
function askWhich(ctx: CommandContext, readings: readonly DaysSaid[]): Reply {
  const buttons = readings.map((one): Button[] => {
    const days =
      'weekdays' in one.days ? 'weekdays' : `${isoDay(one.days.dates[0]!)}..${isoDay(one.days.dates.at(-1)!)}`;
    const spans =
      one.spans === 'usual' ? ctx.t.typed.hours.usual[0]! : writeSpans(one.spans) || ctx.t.typed.hours.closed[0]!;
    return [{ label: saidAgain(ctx, one), command: `/hours ${days} ${spans}` }];
  });
  return failed(ctx.t.hours.which, { buttons });
}

const spansNamed = ({ t }: CommandContext, spans: readonly Span[]): string =>
  spans.length === 0 ? t.hours.closed : t.inARow(writeSpans(spans).split(' '));

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
  const [first, last] = [dayNamed(ctx, dates[0]!), dayNamed(ctx, dates.at(-1)!)];
  return dates.length > 1 ? ctx.t.hours.range(first, last) : first;
}

const dayNamed = (ctx: CommandContext, day: Day): string =>
  formatDay(fromWallTime({ day, minutes: 12 * 60 }, ctx.settings.timezone), clockOf(ctx, ctx.locale));

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
    buttons: [...presets(ctx), [holidayButton(ctx, country !== undefined)]],
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
      text: ctx.t.hours.set(dayNamed(ctx, day), spansNamed(ctx, spansOn(all, day))),
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
  ];
}

const holidayButton = ({ t }: CommandContext, on: boolean): Button =>
  on
    ? { label: t.hours.withoutOfficial, command: '/hours holidays off' }
    : { label: t.hours.withOfficial, command: '/hours holidays auto' };
