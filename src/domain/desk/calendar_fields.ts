import type { Locale } from '../../text/locale.ts';
import type { Messages } from '../../text/messages.ts';
import { formatWhen } from '../../text/when/when.ts';
import type { Context } from '../context.ts';
import type { CalendarAct } from '../event.ts';
import type { Field } from '../reply.ts';

/** What somebody's calendar says of an event, and when that is by the owner's clock. */
export function calendarFields(ctx: Context, t: Messages, locale: Locale, act?: CalendarAct): Field[] {
  if (!act) return [];
  const clock = { now: ctx.now, timezone: ctx.settings.timezone, locale };
  const times = [act.from, act.until].flatMap((time) => (time ? formatWhen(new Date(time), clock) : []));
  return [
    { label: t.mail.calendar.label, value: [act.by, t.mail.calendar.acts[act.is]].filter(Boolean).join(': ') },
    ...(times.length > 0 ? [{ label: t.mail.calendar.when, value: times.join(' – ') }] : []),
  ];
}
