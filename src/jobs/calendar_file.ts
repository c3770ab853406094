import { calendarShown } from '../domain/commands/serve/calendar_days.ts';
import { type Context, localeOf } from '../domain/context.ts';
import { sayAt } from '../domain/owner/say.ts';
import { failed, type Reply } from '../domain/reply.ts';
import { calendarSent, foundOf, keepCalendar } from '../domain/serve/clock/calendar.ts';
import { type CalendarSent, loadSettings } from '../domain/settings.ts';
import { userAt } from '../domain/user.ts';
import { readCalendarFile } from '../text/hours/calendar/calendar_file.ts';
import { texts } from '../text/texts.ts';
import { wallTime } from '../text/when/zone.ts';
import { fetchSent, type Keeping } from './sent_file.ts';

type Sent = NonNullable<CalendarSent['sent']>;

/** Years of events. */
const MOST_BYTES = 2 * 1024 * 1024;

/** Fetches the calendar file that the owner sent, and shows what days off it has. A round gives how long to rest. */
export const calendarReader = (keeping: Keeping): (() => Promise<number>) =>
  fetchSent(keeping, ({ settings }) => Promise.resolve(calendarSent(settings).sent), settle);

/** A file that was sent meanwhile is waited for instead. */
async function settle(ctx: Context, sent: Sent, bytes: Buffer | undefined): Promise<void> {
  const { channel, address } = sent.place;
  const locale = localeOf(ctx, userAt(ctx, channel, address));
  const { hours: t } = texts(locale);
  const today = wallTime(ctx.now, ctx.settings.timezone).day;
  const isFit = bytes !== undefined && bytes.length <= MOST_BYTES;
  const read = isFit
    ? readCalendarFile(new TextDecoder().decode(bytes), { today, timezone: ctx.settings.timezone })
    : undefined;
  const found = read && read.days.length > 0 ? foundOf(sent.file.name ?? '', read.days) : undefined;
  if (!(await keepCalendar(ctx.tx, found ? { found } : {}, sent.file.ref))) return;
  const settings = await loadSettings(ctx.tx, ctx.settings);
  const left = read ? t.file.left(read.left, read.isCut) : [];
  const reply: Reply = found
    ? calendarShown({ ...ctx, settings, locale }, found, left)
    : failed([read ? t.file.none : t.file.unfit, ...left].join('\n'));
  await sayAt(ctx, sent.place, { key: `calendar:${sent.file.ref}:${ctx.now.getTime()}`, reply });
}
