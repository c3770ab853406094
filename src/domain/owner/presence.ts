import type { Place } from '../../outbox/message.ts';
import type { Locale } from '../../text/locale.ts';
import { type Texts, texts } from '../../text/texts.ts';
import { formatClock, formatWhen } from '../../text/when/format_when.ts';
import { localSlot } from '../../text/when/zone.ts';
import { type Context, clockOf, localeOf } from '../context.ts';
import type { Reply } from '../reply.ts';
import { type Absence, currentAbsence } from './away.ts';
import { endOfQuiet, readQuietHours } from './quiet.ts';
import { sayAt } from './say.ts';
import type { User } from './user.ts';

/** Says that the owner is away, or is not to be disturbed, and until when; undefined if neither. */
export async function presenceLine(ctx: Context, t: Texts, locale: Locale): Promise<string | undefined> {
  const { timezone, quietHours } = ctx.settings;
  const say = (at: Date) => formatWhen(at, { now: ctx.now, timezone, locale });
  const absence = await currentAbsence(ctx.tx, ctx.now);
  if (absence) return t.away.until(say(absence.until));
  const end = endOfQuiet(ctx.now, readQuietHours(quietHours), timezone);
  return end > ctx.now ? t.away.quietUntil(say(end)) : undefined;
}

/**
 * The time of return as customers read it: the day, or the time if it is today. Somebody who is away for a whole day is
 * back on the next.
 */
export function formatReturn({ now, settings }: Pick<Context, 'now' | 'settings'>, end: Date, locale: Locale): string {
  const { timezone } = settings;
  const at = formatClock(end, timezone) === '23:59' ? new Date(end.getTime() + 60_000) : end;
  if (localSlot(at, timezone) === localSlot(now, timezone)) return formatWhen(at, { now, timezone, locale });
  const day = { timeZone: timezone, month: 'long', day: 'numeric', weekday: 'long' } as const;
  return new Intl.DateTimeFormat(locale, day).format(at);
}

/** The absence in which somebody answers all the same. */
export async function absenceOf(ctx: Context, user: User): Promise<Absence | undefined> {
  return user.role === 'owner' ? currentAbsence(ctx.tx, ctx.now) : undefined;
}

/** The owner answers somebody although they are away: they are reminded once in each absence, where they typed. */
export async function remindOfAbsence(
  ctx: Context,
  user: User,
  absence: Absence | undefined,
  place: Place,
): Promise<void> {
  if (!absence) return;
  const locale = localeOf(ctx, user);
  const until = formatWhen(absence.until, clockOf(ctx, locale));
  const { channel, address, topic = '' } = place;
  await sayAt(
    ctx,
    { channel, address, topic },
    { key: `away said:${absence.id}`, reply: reminder(texts(locale), until) },
  );
}

const reminder = (t: Texts, until: string): Reply => ({
  text: t.away.reminder(until),
  buttons: [[{ label: t.away.off, command: '/away off' }]],
});
