import { joined, MINUTES_A_DAY, readSpans, type Span, writeSpans } from '../../../text/hours/spans.ts';
import { type Day, isoDay } from '../../../text/when/zone.ts';

/** The open spans of each weekday, Monday first; none: closed. In order, and none touches the next. */
export type Week = readonly (readonly Span[])[];

/** A day that is otherwise than its week says. */
export interface OwnDay {
  day: string;
  spans: readonly Span[];
  /** What it is called; '': nothing. */
  name: string;
}

/** When somebody is there: the week, days of their own, and official days off and on. */
export interface Hours {
  week: Week;
  /** By 'YYYY-MM-DD'. */
  own: ReadonlyMap<string, OwnDay>;
  /** An official day off, a working day in place of one, or undefined. */
  official: (day: string) => 'off' | 'on' | undefined;
}

/** The open minutes of a local day: what begins on it, up to midnight, and what is left of the night before. */
export function spansOn(hours: Hours, day: Day): readonly Span[] {
  const begun = spansBegun(hours, day);
  const night = spansBegun(hours, day - 1).filter(({ to }) => to > MINUTES_A_DAY);
  if (night.length === 0 && begun.every(({ to }) => to <= MINUTES_A_DAY)) return begun;
  return joined([
    ...night.map(({ to }) => ({ from: 0, to: to - MINUTES_A_DAY })),
    ...begun.map(({ from, to }) => ({ from, to: Math.min(to, MINUTES_A_DAY) })),
  ]);
}

/**
 * The spans that begin on a day. The owner's own days count first, then official ones: a working day in place of another is open as a
 * Monday is, or else as the first weekday that is.
 */
export function spansBegun({ week, own, official }: Hours, day: Day): readonly Span[] {
  const iso = isoDay(day);
  const mine = own.get(iso);
  if (mine) return mine.spans;
  const is = official(iso);
  if (is === 'off') return [];
  if (is === 'on') return week.slice(0, 5).find((spans) => spans.length > 0) ?? [];
  return week[weekdayOf(day)] ?? [];
}

/** Monday is 0; 1970-01-01 was a Thursday. */
const weekdayOf = (day: Day): number => (((day + 3) % 7) + 7) % 7;

/** As it is kept: 'mon|tue|…', each as `writeSpans`. */
export const writeWeek = (week: Week): string => week.map(writeSpans).join('|');

/** What `writeWeek` wrote; what is none is closed. */
export const readWeek = (kept: string): Week => {
  const days = kept.split('|');
  return Array.from({ length: 7 }, (_, nth) => readSpans(days[nth] ?? '') ?? []);
};

/** As they are kept: '2026-10-10=09:00-18:00=name', one behind the other in their order. */
export const writeOwnDays = (days: Iterable<OwnDay>): string =>
  [...days]
    .sort((one, other) => (one.day < other.day ? -1 : 1))
    .map(({ day, spans, name }) => `${day}=${writeSpans(spans)}=${name.replaceAll(/[;=]/g, ' ')}`)
    .join(';');

/** What `writeOwnDays` wrote. */
export function readOwnDays(kept: string): Map<string, OwnDay> {
  const days = kept.split(';').filter(Boolean);
  return new Map(
    days.map((one) => {
      const [day = '', spans = '', name = ''] = one.split('=');
      return [day, { day, spans: readSpans(spans) ?? [], name }];
    }),
  );
}
