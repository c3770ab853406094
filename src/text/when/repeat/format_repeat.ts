import type { Locale } from '../../locale.ts';
import { texts } from '../../texts.ts';
import { dateOf } from '../zone.ts';
import type { Repeat } from './repeat.ts';
import { WORKDAY } from './workday.ts';

const DAY_MS = 86_400_000;
/** 1970-01-05, a Monday. */
const A_MONDAY = 4;
const WORKDAYS = '0,1,2,3,4';

/** How a repetition reads: every Monday 09:00, 每月15号 09:00. */
export function formatRepeat(repeat: Repeat, locale: Locale): string {
  return `${formatDays(repeat, locale)} ${hourOf(repeat.minutes, locale)}`;
}

/** 24:00 ends its day; what lies further on belongs to the next. */
function hourOf(minutes: number, locale: Locale): string {
  const { repeat: t } = texts(locale);
  if (minutes === 24 * 60) return '24:00';
  const clock = clockOf((minutes + 24 * 60) % (24 * 60));
  if (minutes < 0) return t.dayBefore(clock);
  return minutes > 24 * 60 ? t.dayAfter(clock) : clock;
}

function clockOf(minutes: number): string {
  const two = (count: number) => String(count).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** Its days without the hour: every Monday, 每周一. */
export function formatDays({ unit, every, on, nth, from }: Omit<Repeat, 'minutes'>, locale: Locale): string {
  const { repeat: t } = texts(locale);
  const { weekday, date } = dateOf(from);
  if (unit === 'day') return t.days(every);
  if (unit === 'week' && every === 1 && on.join() === WORKDAYS) return t.workdays;
  if (unit === 'week') return t.weeks(every, listed(weekdaysOf(on.length > 0 ? on : [weekday], locale), locale));
  if (unit === 'year') return t.years(every, anniversary(from, locale));
  if (nth) {
    const day = nth.weekday === WORKDAY ? t.workday : weekdaysOf([nth.weekday], locale)[0]!;
    return t.nth(every, t.which[`${nth.which}` as keyof typeof t.which], day);
  }
  const dates = (on.length > 0 ? on : [date]).map((one) => (one < 0 ? t.lastDay : t.date(one)));
  return t.months(every, listed(dates, locale));
}

/** With the day before the month. */
const languageOf = (locale: Locale): string => (locale === 'en' ? 'en-GB' : locale);

const weekdaysOf = (days: number[], locale: Locale): string[] =>
  days.map((day) => named(A_MONDAY + day, locale, { weekday: locale === 'en' ? 'long' : 'short' }));

const anniversary = (day: number, locale: Locale): string => named(day, locale, { day: 'numeric', month: 'long' });

const named = (day: number, locale: Locale, parts: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat(languageOf(locale), { timeZone: 'UTC', ...parts }).format(day * DAY_MS);

const listed = (parts: string[], locale: Locale): string =>
  new Intl.ListFormat(languageOf(locale), { style: 'long', type: 'conjunction' }).format(parts);
