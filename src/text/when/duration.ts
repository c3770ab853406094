import type { Locale } from '../locale.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

// From the largest; each is used from `least` of it on, so 59 days stay days.
const units = [
  { ms: 365 * day, least: 1, 'zh-CN': '年', en: 'y' },
  { ms: 30 * day, least: 2, 'zh-CN': '个月', en: 'mo' },
  { ms: day, least: 1, 'zh-CN': '天', en: 'd' },
  { ms: hour, least: 1, 'zh-CN': '小时', en: 'h' },
  { ms: minute, least: 0, 'zh-CN': '分钟', en: 'min' },
] as const;

/** How long something has lasted, in one rounded-down unit: `3 小时` / `3 h`. Less than a minute is one; the sign is ignored. */
export function formatAge(ms: number, locale: Locale): string {
  const length = Math.abs(ms);
  const unit = units.find((u) => length >= u.least * u.ms) ?? units[4];
  return `${Math.max(1, Math.floor(length / unit.ms))} ${unit[locale]}`;
}
