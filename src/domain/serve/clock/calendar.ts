import type { Tx } from '../../../db/sql.ts';
import type { CalendarDay } from '../../../text/hours/calendar/calendar_file.ts';
import { isoDay } from '../../../text/when/zone.ts';
import type { CalendarSent, Settings } from '../../settings.ts';
import { type OwnDay, readOwnDays, spansBegun, writeOwnDays } from './hours.ts';
import { hoursOf } from './tend.ts';

export const calendarSent = ({ calendar = {} }: Pick<Settings, 'calendar'>): CalendarSent => calendar;

/** Keeps what is waited for or was found, and nothing of an earlier file. `waitsFor`: only while that file is waited for. */
export async function keepCalendar(tx: Tx, kept: CalendarSent, waitsFor?: string): Promise<boolean> {
  const { count } = await tx`
    insert into settings as s (key, value) values ('calendar', ${tx.json(kept)})
    on conflict (key) do update set value = excluded.value
    where ${waitsFor === undefined}::boolean or s.value #>> '{sent,file,ref}' = ${waitsFor ?? null}`;
  return count > 0;
}

/** What a file gave, as it is kept until the owner says whether that holds. */
export const foundOf = (name: string, days: readonly CalendarDay[]): NonNullable<CalendarSent['found']> => {
  const written = (isWork: boolean) =>
    writeOwnDays(
      days.filter((one) => one.isWork === isWork).map((one) => ({ day: isoDay(one.day), spans: [], name: one.name })),
    );
  return { name, off: written(false), work: written(true) };
};

/** A day of a file as it would be among the owner's own. */
export interface NewDay extends OwnDay {
  isWork: boolean;
  /** The owner has set this day: that stays. */
  isSet: boolean;
}

/** The days of a file in their order: one that is worked is open as a Monday is, or the first weekday that is. */
export function newDays(settings: Settings, found: NonNullable<CalendarSent['found']>): NewDay[] {
  const own = readOwnDays(settings.ownDays);
  const hours = hoursOf(settings);
  const working = spansBegun({ ...hours, own: new Map(), official: () => 'on' }, 0);
  const days = (kept: string, isWork: boolean) =>
    [...readOwnDays(kept).values()].map((one) => ({
      ...one,
      ...{ isWork, isSet: own.has(one.day), spans: own.get(one.day)?.spans ?? (isWork ? working : []) },
    }));
  return [...days(found.off, false), ...days(found.work, true)].sort((one, other) => (one.day < other.day ? -1 : 1));
}
