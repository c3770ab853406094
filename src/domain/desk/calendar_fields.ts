import type { CalendarActName } from '../../text/calendar_act.ts';
import type { Locale } from '../../text/locale.ts';
import type { Texts } from '../../text/texts.ts';
import { formatDay, type WhenContext } from '../../text/when/format_when.ts';
import { formatWhen } from '../../text/when/when.ts';
import { fromWallTime } from '../../text/when/zone.ts';
import type { CalendarAct, CalendarLine } from '../calendar_act.ts';
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
function seriesOf(t: Texts, clock: WhenContext, { series, except, instead }: CalendarLine): string[] {
  const planned = instead?.includes('T') ? formatWhen(new Date(instead), clock) : instead && dayOf(instead, clock);
  return [
    series && t.mail.calendarSeries[series],
    planned && t.mail.calendarInstead(planned),
    except && t.mail.calendarExcept(except.map((date) => dayOf(date, clock))),
  ].filter((text) => text !== undefined);
}

function dayOf(date: string, clock: WhenContext): string {
  const day = Date.parse(date) / 86_400_000;
  return formatDay(fromWallTime({ day, minutes: 12 * 60 }, clock.timezone), clock);
}

function wallShown(time: string, clock: WhenContext): string {
  const [date = '', hours = ''] = time.split('T');
  return `${dayOf(date, clock)} ${hours}`;
}
