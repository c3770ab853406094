import { MINUTES_A_DAY } from '../../../text/hours/spans.ts';
import { type Day, fromWallTime, wallTime } from '../../../text/when/zone.ts';
import { type Hours, spansOn } from './hours.ts';

/** From instant to instant, in ms since 1970; `to` is after `from`. */
export interface Run {
  from: number;
  to: number;
}

const MINUTE_MS = 60_000;
const DAY_MS = MINUTES_A_DAY * MINUTE_MS;
/** Nobody closes for longer; beyond this nothing is due. */
const FURTHEST_DAYS = 400;

/** When it is open in a zone: which instants, whatever the clocks do. */
export interface Calendar {
  hours: Hours;
  /** IANA. */
  timezone: string;
  /** Local days, once looked up. */
  days: Map<Day, LocalDay>;
}

interface LocalDay {
  /** Its last instant, in ms since 1970: the first of the next. */
  end: number;
  runs: readonly Run[];
}

export const calendarOf = (hours: Hours, timezone: string): Calendar => ({ hours, timezone, days: new Map() });

/** The open runs of a local day. On a day on which the clocks change it is walked minute by minute, so that each counts as its clock shows it. */
function localDay(calendar: Calendar, day: Day): LocalDay {
  const known = calendar.days.get(day);
  if (known) return known;
  const { hours, timezone } = calendar;
  const start = fromWallTime({ day, minutes: 0 }, timezone).getTime();
  const end = fromWallTime({ day: day + 1, minutes: 0 }, timezone).getTime();
  const runs = end - start === DAY_MS ? plainRuns(hours, day, start) : walked(calendar, start, end);
  const read = { end, runs };
  calendar.days.set(day, read);
  return read;
}

const plainRuns = (hours: Hours, day: Day, start: number): Run[] =>
  spansOn(hours, day).map(({ from, to }) => ({ from: start + from * MINUTE_MS, to: start + to * MINUTE_MS }));

function walked({ hours, timezone }: Calendar, start: number, end: number): Run[] {
  const runs: Run[] = [];
  for (let at = start; at < end; at += MINUTE_MS) {
    const { day, minutes } = wallTime(new Date(at), timezone);
    if (!spansOn(hours, day).some(({ from, to }) => from <= minutes && minutes < to)) continue;
    const last = runs.at(-1);
    if (last?.to === at) last.to = at + MINUTE_MS;
    else runs.push({ from: at, to: at + MINUTE_MS });
  }
  return runs;
}

/** The open runs from `from` on, each cut to `from` and `to`, in order; where `to` is never, no further than `FURTHEST_DAYS`. */
function* openRuns(calendar: Calendar, from: number, to: number): Generator<Run> {
  const first = wallTime(new Date(from), calendar.timezone).day - 1;
  const last = Number.isFinite(to) ? Number.POSITIVE_INFINITY : first + FURTHEST_DAYS;
  let until = from;
  for (let day = first; day <= last; day++) {
    const { end, runs } = localDay(calendar, day);
    for (const run of runs) {
      const cut = { from: Math.max(run.from, until), to: Math.min(run.to, to) };
      if (cut.from < cut.to) yield cut;
      until = Math.max(until, run.to);
    }
    if (end >= to) return;
  }
}

/** How much open time lies in these runs of a clock, in ms. The runs are in order and do not overlap. */
export function openTime(calendar: Calendar, runs: readonly Run[]): number {
  let sum = 0;
  for (const { from, to } of runs) for (const open of openRuns(calendar, from, to)) sum += open.to - open.from;
  return sum;
}

/**
 * The instant at which these runs of a clock have used up so much open time (ms, 0: when it first runs in open time). Undefined: they never do,
 * or not within four hundred days.
 */
export function dueAt(calendar: Calendar, runs: readonly Run[], ms: number): number | undefined {
  let left = ms;
  for (const { from, to } of runs) {
    for (const open of openRuns(calendar, from, to)) {
      if (open.to - open.from >= left) return open.from + left;
      left -= open.to - open.from;
    }
  }
  return undefined;
}

/** What is left of runs without others; both in order. */
export function without(runs: readonly Run[], others: readonly Run[]): Run[] {
  let left = [...runs];
  for (const { from, to } of others) {
    left = left.flatMap((run) => [
      ...(run.from < Math.min(run.to, from) ? [{ from: run.from, to: Math.min(run.to, from) }] : []),
      ...(Math.max(run.from, to) < run.to ? [{ from: Math.max(run.from, to), to: run.to }] : []),
    ]);
  }
  return left;
}
