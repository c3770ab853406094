import { addMonths, dateOf, dayOf, fromWallTime, isoDay, wallTime } from '../../../text/when/zone.ts';
import type { Context } from '../../context.ts';
import { loadStages } from '../pipeline/stage.ts';
import { daysOf, loadBook } from './book.ts';
import { type Forecast, forecastOf, type Month } from './forecast.ts';

/** This month and two more. */
const MONTHS = 3;

/** The months ahead by the owner's clock: this one, as far as it is still to come, and the next. */
export function monthsAhead(now: Date, timezone: string): Month[] {
  const { year, month } = dateOf(wallTime(now, timezone).day);
  const first = dayOf(year, month, 1)!;
  return Array.from({ length: MONTHS }, (_, nth) => ({
    first: isoDay(addMonths(first, nth)),
    ends: daysOf(fromWallTime({ day: addMonths(first, nth + 1), minutes: 0 }, timezone)),
  }));
}

/** What the pipeline as it is now brings in the months ahead. The same all day, unless something changes. */
export async function forecastNow({
  tx,
  now,
  settings,
}: Pick<Context, 'tx' | 'now' | 'settings'>): Promise<{ months: Month[]; forecast: Forecast }> {
  const months = monthsAhead(now, settings.timezone);
  const [book, stages] = await Promise.all([loadBook(tx, now), loadStages(tx, { all: true })]);
  const probabilities = new Map(stages.map(({ key, probability }) => [key, probability / 100]));
  const seed = wallTime(now, settings.timezone).day;
  return { months, forecast: forecastOf(book, { now: daysOf(now), months, probabilities, seed }) };
}
