import type { Locale } from '../locale.ts';
import { dateOf, dayOfIso, isoDay, wallTime } from './zone.ts';

/** The clock and language a time is written in or read from. `timezone` is an IANA name; anything else throws a RangeError. */
export interface WhenContext {
  now: Date;
  timezone: string;
  locale: Locale;
  /** ISO 3166 alpha-2: in which order day and month are written; default month first. */
  country?: string;
  /** Days are meant, past ones too: of 5 Dec 2015 the year. */
  years?: true;
}

const weekdays: Record<Locale, string[]> = {
  'zh-CN': ['周一', '周二', '周三', '周四', '周五', '周六', '周日'],
  en: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
};
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const near: Record<Locale, Record<number, string>> = {
  'zh-CN': { [-1]: '昨天', 0: '今天', 1: '明天', 2: '后天' },
  en: { [-1]: 'yesterday', 0: 'today', 1: 'tomorrow' },
};

/**
 * A time for people, as short as the distance allows: 明天 10:00 / tomorrow 10:00, within a week 周五 10:00 / Fri 10:00,
 * in the same year 12月3日 14:00 / 3 Dec 14:00, else with the year. `parseWhen` reads every future one back.
 */
export function formatWhen(at: Date, context: WhenContext): string {
  return `${formatDay(at, context)} ${formatClock(at, context.timezone)}`;
}

/** The same for one of the next six days, with its weekday in place of tomorrow: Fri 10:00. Undefined for any other. */
export function formatWeekday(at: Date, { now, timezone, locale }: WhenContext): string | undefined {
  const { day } = wallTime(at, timezone);
  const distance = day - wallTime(now, timezone).day;
  if (distance < 1 || distance > 6) return undefined;
  return `${weekdays[locale][dateOf(day).weekday]} ${formatClock(at, timezone)}`;
}

/** Its day alone: 昨天 / yesterday, 12月3日 / 3 Dec. */
export function formatDay(at: Date, { now, timezone, locale }: WhenContext): string {
  return dayName(wallTime(at, timezone).day, wallTime(now, timezone).day, locale);
}

/** The last day of a stretch that has begun: 1 Nov – 30 Nov, and not – Mon. */
export function formatLastDay(at: Date, { now, timezone, locale }: WhenContext): string {
  const [day, today] = [wallTime(at, timezone).day, wallTime(now, timezone).day];
  return day > today ? dateName(day, today, locale) : dayName(day, today, locale);
}

/** The same of a date, 'YYYY-MM-DD'. */
export function formatDate(iso: string, { now, timezone, locale }: WhenContext): string {
  return dayName(dayOfIso(iso), wallTime(now, timezone).day, locale);
}

/** The same as it is right on any day that it is read: 3 Dec 2026, 2026年12月3日. */
export function formatFullDate(iso: string, locale: Locale): string {
  const { year, month, date } = dateOf(dayOfIso(iso));
  return locale === 'en' ? `${date} ${months[month - 1]} ${year}` : `${year}年${month}月${date}日`;
}

/** A time that is kept and read anywhere, at any later time: 2026-11-21 12:00 (UTC+8). */
export function formatStamp(at: Date, timezone: string): string {
  const { day, minutes } = wallTime(at, timezone);
  const utc = wallTime(at, '+00:00');
  const ahead = (day - utc.day) * 1440 + minutes - utc.minutes;
  const [hours, rest] = [Math.floor(Math.abs(ahead) / 60), Math.abs(ahead) % 60];
  const zone = ahead === 0 ? '' : `${ahead < 0 ? '-' : '+'}${hours}${rest ? `:${String(rest).padStart(2, '0')}` : ''}`;
  return `${isoDay(day)} ${formatClock(at, timezone)} (UTC${zone})`;
}

/** Its time of day alone, 24 hours: 09:05. */
export function formatClock(at: Date, timezone: string): string {
  const { minutes } = wallTime(at, timezone);
  return [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');
}

function dayName(day: number, today: number, locale: Locale): string {
  const distance = day - today;
  const name = near[locale][distance];
  if (name !== undefined) return name;
  return distance > 0 && distance < 7 ? weekdays[locale][dateOf(day).weekday]! : dateName(day, today, locale);
}

function dateName(day: number, today: number, locale: Locale): string {
  const { year, month, date } = dateOf(day);
  const thisYear = year === dateOf(today).year;
  if (locale === 'en') return `${date} ${months[month - 1]}${thisYear ? '' : ` ${year}`}`;
  return `${thisYear ? '' : `${year}年`}${month}月${date}日`;
}
