import { type OrderDay, orderedOn } from '../../../../text/money/order/order_day.ts';
import { fromWallTime, wallTime } from '../../../../text/when/zone.ts';
import type { Context } from '../../../context.ts';

const NOON = 12 * 60;

/** When an order was placed by the day that was typed: now for today, else at noon; undefined: that day lies ahead. */
export function placedOn({ now, settings }: Pick<Context, 'now' | 'settings'>, said: OrderDay): Date | undefined {
  const today = wallTime(now, settings.timezone).day;
  const day = orderedOn(said, today);
  if (day === undefined) return undefined;
  if (day === today) return now;
  return fromWallTime({ day, minutes: NOON }, settings.timezone);
}
