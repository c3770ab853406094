import type { Locale } from '../../text/locale.ts';
import type { Texts } from '../../text/texts.ts';
import { formatDay } from '../../text/when/format_when.ts';
import { formatWhen } from '../../text/when/when.ts';
import { fromWallTime } from '../../text/when/zone.ts';
import { type Context, clockOf } from '../context.ts';
import type { CalendarAct } from '../event.ts';
import type { Field } from '../reply.ts';

/** What somebody's calendar says of an event, and when that is by the owner's clock. */
export function calendarFields(ctx: Context, t: Texts, locale: Locale, act?: CalendarAct): Field[] {
  if (!act) return [];
  const clock = clockOf(ctx, locale);
  const days = [...new Set(act.days && [act.days.first, act.days.last])].map((date) => {
    const day = Date.parse(date) / 86_400_000;
    return formatDay(fromWallTime({ day, minutes: 12 * 60 }, clock.timezone), clock);
  });
  const times = [act.from, act.until].flatMap((time) => (time ? formatWhen(new Date(time), clock) : []));
  const when = [...days, ...times].join(' – ');
  return [
    { label: t.mail.calendar, value: [act.by, t.mail.calendarAct[act.is]].filter(Boolean).join(': ') },
    ...(when ? [{ label: t.mail.calendarWhen, value: when }] : []),
  ];
}
