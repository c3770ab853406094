/** Open from minute to minute of a local day, from 0 on; `to` is after `from`, and over 1440 where a night ends on the next day. */
export interface Span {
  from: number;
  to: number;
}

export const MINUTES_A_DAY = 1440;
const LONGEST = 200;

/** As it is kept: '09:00-12:00 13:00-18:00', '22:00-30:00' of a night; '' of a closed day. */
export const writeSpans = (spans: readonly Span[]): string =>
  spans.map(({ from, to }) => `${clock(from)}-${clock(to)}`).join(' ');

/** The same for people: 22:00-06:00. */
export const shownSpans = (spans: readonly Span[]): string[] =>
  spans.map(({ from, to }) => `${clock(from)}-${clock(to > MINUTES_A_DAY ? to - MINUTES_A_DAY : to)}`);

export const clock = (minutes: number): string =>
  [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');

const KEPT = /^(\d{2}):(\d{2})-(\d{2}):(\d{2})$/;

/** What `writeSpans` wrote. Undefined: something else. */
export function readSpans(kept: string): Span[] | undefined {
  if (kept.length > LONGEST) return undefined;
  const read = kept.split(' ').map((one) => {
    const [, h1, m1, h2, m2] = KEPT.exec(one) ?? [];
    return { from: Number(h1) * 60 + Number(m1), to: Number(h2) * 60 + Number(m2) };
  });
  return read.every(({ from, to }) => from < to) ? joined(read) : undefined;
}

/** In order; what touches or overlaps is one. */
export function joined(spans: readonly Span[]): Span[] {
  const all: Span[] = [];
  for (const { from, to } of [...spans].sort((one, other) => one.from - other.from)) {
    const last = all.at(-1);
    if (last && from <= last.to) last.to = Math.max(last.to, to);
    else all.push({ from, to });
  }
  return all;
}
