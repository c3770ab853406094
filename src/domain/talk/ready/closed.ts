import type { Locale } from '../../../text/locale.ts';
import { texts } from '../../../text/texts.ts';
import { formatWhen } from '../../../text/when/format_when.ts';
import type { Context } from '../../context.ts';
import { calendarOf, dueAt } from '../../serve/clock/open.ts';
import { hoursOf } from '../../serve/clock/tend.ts';

/** When it opens next, where it is closed now. Undefined: it is open, or never opens. */
export function opensNext({ now, settings }: Pick<Context, 'now' | 'settings'>): Date | undefined {
  const calendar = calendarOf(hoursOf(settings), settings.timezone);
  const at = dueAt(calendar, [{ from: now.getTime(), to: Number.POSITIVE_INFINITY }], 0);
  return at !== undefined && at > now.getTime() ? new Date(at) : undefined;
}

/** What customers who speak this language get while it is closed. `told`: the owner has been told of an urgent message at once. */
export function closedWords(
  { now, settings }: Pick<Context, 'now' | 'settings'>,
  locale: Locale,
  { opensAt, told = false }: { opensAt: Date; told?: boolean },
): string {
  const { ready } = texts(locale);
  const own = settings.autoreply?.words?.[locale] ?? ready.closed(settings.businessName);
  const opens = formatWhen(opensAt, { now, timezone: settings.timezone, locale });
  return [own.replaceAll(/\{opens\}/gi, opens), ...(told ? [ready.toldAtOnce] : [])].join(locale === 'en' ? ' ' : '');
}
