import type { CalendarActName } from '../../text/calendar_act.ts';
import type { Locale } from '../../text/locale.ts';
import type { Texts } from '../../text/texts.ts';
import { formatDay, type WhenContext } from '../../text/when/format_when.ts';
import { formatDays } from '../../text/when/repeat/format_repeat.ts';
import { formatWhen } from '../../text/when/when.ts';
import { fromWallTime, wallTime } from '../../text/when/zone.ts';
import type { CalendarAct, CalendarLine, CalendarRepeat } from '../calendar_act.ts';
import { type Context, clockOf } from '../context.ts';
import type { Field } from '../reply.ts';

/** What is done with the events of a mail, each act once: the sender's own, unless it holds only others'. */
export function calendarActs(calendar: CalendarAct | undefined): CalendarActName[] {
  if (!calendar || calendar.is === 'answers') return [calendar?.is ?? 'asks'];
  const lines = calendar.lines ?? [calendar];
  const own = lines.filter(({ by }) => !by);
  return [...new Set((own.length > 0 ? own : lines).map(({ is }) => is))];
}

/** What somebody's calendar says of its events, and when they are by the owner's clock: of several a line each. */
export function calendarFields(ctx: Context, t: Texts, locale: Locale, calendar?: CalendarAct): Field[] {
  if (!calendar) return [];
  const clock = clockOf(ctx, locale);
  const lines = calendar.lines ?? [calendar];
  const field = (value: string): Field => ({ label: t.mail.calendar, value });
  if (lines.length === 1 && !calendar.more) {
    const when = whenOf(t, clock, lines[0]!);
    return [
      field([actOf(t, lines[0]!), ...seriesOf(t, clock, lines[0]!)].join(' · ')),
      ...(when ? [{ label: t.mail.calendarWhen, value: when }] : []),
    ];
  }
  const areAlike = new Set(lines.map(({ name }) => name)).size === 1;
  const told = lines.map((line) => {
    const parts = [actOf(t, line), areAlike ? '' : line.name, whenOf(t, clock, line), ...seriesOf(t, clock, line)];
    return field([...parts, line.comment && t.mail.calendarComment(line.comment)].filter(Boolean).join(' · '));
  });
  return [...told, ...(calendar.more ? [field(t.mail.calendarMore(calendar.more))] : [])];
}

const actOf = (t: Texts, { by, is }: CalendarLine): string =>
  by ? t.labelled(by, t.mail.calendarAct[is]) : t.mail.calendarAct[is];

function whenOf(t: Texts, clock: WhenContext, { days, from, until, wall }: CalendarLine): string {
  if (wall) return t.mail.calendarOwnClock(wall.map((time) => wallShown(time, clock)).join(' – '));
  const dates = [...new Set(days && [days.first, days.last])].map((date) => dayOf(date, clock));
  const times = [from, until].flatMap((time) => (time ? formatWhen(new Date(time), clock) : []));
  return [...dates, ...times].join(' – ');
}

/** Which dates of a series it is about. */
function seriesOf(t: Texts, clock: WhenContext, line: CalendarLine): string[] {
  const { series, except, instead, again, repeats } = line;
  const planned = instead?.includes('T') ? formatWhen(new Date(instead), clock) : instead && dayOf(instead, clock);
  return [
    again && t.mail.calendarChanged,
    series && t.mail.calendarSeries[series],
    repeats && repeatOf(t, clock, repeats, line),
    planned && t.mail.calendarInstead(planned),
    except && t.mail.calendarExcept(except.map((date) => dayOf(date, clock))),
  ].filter((text) => text !== undefined);
}

/** On which days; if those are others by the owner's clock, that they are so by the sender's. */
function repeatOf(t: Texts, clock: WhenContext, { on, until, count }: CalendarRepeat, { from }: CalendarLine): string {
  const isElsewhere = from !== undefined && wallTime(new Date(from), clock.timezone).day !== on.from;
  const days = formatDays(on, clock.locale);
  const end = until ? t.mail.calendarUntil(dayOf(until, clock)) : count ? t.mail.calendarTimes(count) : '';
  return [isElsewhere ? t.mail.calendarOwnClock(days) : days, end].filter(Boolean).join(t.mail.calendarParted);
}

function dayOf(date: string, clock: WhenContext): string {
  const day = Date.parse(date) / 86_400_000;
  return formatDay(fromWallTime({ day, minutes: 12 * 60 }, clock.timezone), clock);
}

function wallShown(time: string, clock: WhenContext): string {
  const [date = '', hours = ''] = time.split('T');
  return `${dayOf(date, clock)} ${hours}`;
}
