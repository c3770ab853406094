import type { Tx } from '../../db/sql.ts';
import { fromWallTime, wallTime } from '../../text/when/zone.ts';

/**
 * Local hours in which only urgent things are told, in minutes since midnight; if `from` is after `to` they span
 * midnight.
 */
export interface QuietHours {
  from: number;
  to: number;
}

const MINUTE_MS = 60_000;

/** Reads '22:00-08:00', '22-8', '22点到8点'; undefined if it is nothing of the kind, or empty (both ends the same). */
export function readQuietHours(typed: string): QuietHours | undefined {
  const clock = String.raw`(\d{1,2})(?:[:：](\d{2})|[点點时])?`;
  const match = new RegExp(`^${clock}\\s*(?:[-–—~～到至]|to)\\s*${clock}$`).exec(typed.trim());
  if (!match) return undefined;
  const [from, to] = [minutesOf(match[1]!, match[2]), minutesOf(match[3]!, match[4])];
  return from === undefined || to === undefined || from === to ? undefined : { from, to };
}

function minutesOf(hours: string, minutes = '0'): number | undefined {
  const total = Number(hours) * 60 + Number(minutes);
  return Number(minutes) < 60 && total <= 24 * 60 ? total % (24 * 60) : undefined;
}

/** '22:00-08:00' */
export function formatQuietHours({ from, to }: QuietHours): string {
  const clock = (minutes: number) =>
    [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');
  return `${clock(from)}-${clock(to)}`;
}

/**
 * The first moment from `at` on outside the quiet hours: `at` itself, or when the wall clock next shows their end. An
 * end that the clocks skip comes later by the gap; if it occurs twice, we mean the one that ends the quiet hours in
 * which `at` lies.
 */
export function endOfQuiet(at: Date, hours: QuietHours | undefined, timezone: string): Date {
  if (!hours || !isQuiet(at, hours, timezone)) return at;
  const { day, minutes } = wallTime(at, timezone);
  const end = fromWallTime({ day: minutes < hours.to ? day : day + 1, minutes: hours.to }, timezone);
  if (end > at) return endOfQuiet(end, hours, timezone);
  // the clocks went back: the first end is over, the second is as far away as the clock says
  return new Date(Math.floor(at.getTime() / MINUTE_MS) * MINUTE_MS + (hours.to - minutes) * MINUTE_MS);
}

export function isQuiet(at: Date, { from, to }: QuietHours, timezone: string): boolean {
  const { minutes } = wallTime(at, timezone);
  return from < to ? from <= minutes && minutes < to : minutes >= from || minutes < to;
}

/**
 * Reschedules waiting notices after the hours were changed, or an absence ended early, was extended or undone. Locks in
 * the same order as the gathering of cards.
 */
export async function moveNotices(tx: Tx, now: Date, leaveAt: Date): Promise<void> {
  await tx`
    update outbox set run_at = ${leaveAt}
    where id in (
      select id from outbox
      where quiet and state = 'queued' and attempts = 0 and run_at > ${now} and run_at <> ${leaveAt} order by id for update
    )`;
}
