import type { Context } from '../domain/context.ts';
import { keepDay, keepForecast } from '../domain/sell/forecast/kept.ts';
import { forecastNow } from '../domain/sell/forecast/now.ts';
import { latestSlot } from './slot.ts';
import { takeSlot } from './take.ts';

/** Late enough that the day is as good as over. */
const END_OF_DAY = '23:55';

/** Keeps what is in the pipeline at the end of each day, and what is foreseen of each month once it has begun. */
export async function keepForecasts(ctx: Context): Promise<void> {
  const { tx, now, settings } = ctx;
  const { day } = latestSlot(END_OF_DAY, settings.timezone, now);
  if ((await takeSlot(tx, 'pipeline kept', day)) !== 'done before') await keepDay(tx, day);
  const month = latestSlot('00:00', settings.timezone, now).day.slice(0, 7);
  if ((await takeSlot(tx, 'forecast kept', month)) === 'done before') return;
  const { forecast } = await forecastNow(ctx);
  await keepForecast(tx, `${month}-01`, forecast, now);
}
