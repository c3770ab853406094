import { isoDay, wallTime } from '../../../../text/when/zone.ts';

/** From the first day of the month up to the first of the next, where the owner lives. */
export function monthOf(now: Date, timezone: string): { from: string; before: string } {
  const [year, month] = isoDay(wallTime(now, timezone).day).split('-').map(Number) as [number, number];
  const first = (of: number) => new Date(Date.UTC(year, of, 1)).toISOString().slice(0, 10);
  return { from: first(month - 1), before: first(month) };
}
