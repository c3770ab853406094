import { dateOf, fromWallTime, isoDay, wallTime } from '../text/when/zone.ts';

/** A daily or weekly job's latest occasion at or before now. */
export interface Slot {
  /** The local day, 'YYYY-MM-DD', which makes the occasion unique, whatever the clocks do. */
  day: string;
  /** The instant when it was due. A local time that the clocks skip falls due directly after the gap. */
  dueAt: Date;
}

/** The last time it was `at` ('HH:MM') in `timezone`, of a weekly job on that `weekday` (Monday = 0). */
export function latestSlot(at: string, timezone: string, now: Date, weekday?: number): Slot {
  const [hours, minutes] = at.split(':').map(Number) as [number, number];
  const today = wallTime(now, timezone).day;
  const slotOn = (day: number): Slot => ({
    day: isoDay(day),
    dueAt: fromWallTime({ day, minutes: hours * 60 + minutes }, timezone),
  });
  let day = today;
  // more than one step back is only needed where a day was left out of the calendar (Samoa, 30 December 2011)
  while (slotOn(day).dueAt > now) day -= 1;
  if (weekday !== undefined) day -= (dateOf(day).weekday - weekday + 7) % 7;
  return slotOn(day);
}
