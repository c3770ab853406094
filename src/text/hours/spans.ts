/** Open from minute to minute of a local day, 0 to 1440; `to` is after `from`. */
export interface Span {
  from: number;
  to: number;
}

export const MINUTES_A_DAY = 1440;

/** '09:00-12:00 13:00-18:00'; '' of a closed day. */
export const writeSpans = (spans: readonly Span[]): string =>
  spans.map(({ from, to }) => `${clock(from)}-${clock(to)}`).join(' ');

const clock = (minutes: number): string =>
  [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');

const ONE =
  /^(\d{1,2})(?:[:：.](\d{2})|[点點时時](?:(\d{1,2})分?|(半))?)?\s?(?:[-–—~～到至])\s?(\d{1,2})(?:[:：.](\d{2})|[点點时時](?:(\d{1,2})分?|(半))?)?/u;
const NEXT = /^(?:\s{0,3}[,，、和;；+&]|\s{1,3}and\b)?\s{0,3}/u;
const LONGEST = 200;

/**
 * Reads '9-12, 13-18', '9:00-18:00', '9点到18点半': in order, joined where they touch. Undefined: no spans, or one that ends before it
 * begins (a night is two days), or words that are left. Linear: each step takes something from the front.
 */
export function readSpans(typed: string): Span[] | undefined {
  let rest = typed.trim();
  const read: Span[] = [];
  if (rest.length > LONGEST) return undefined;
  while (rest !== '') {
    const match = ONE.exec(rest);
    if (!match) return undefined;
    const [whole, h1, m1, m1b, half1, h2, m2, m2b, half2] = match;
    const from = minutesOf(h1!, m1 ?? m1b, half1);
    const to = minutesOf(h2!, m2 ?? m2b, half2);
    if (from === undefined || to === undefined || from >= to) return undefined;
    read.push({ from, to });
    rest = rest.slice(whole.length).replace(NEXT, '');
  }
  return read.length > 0 ? joined(read) : undefined;
}

function minutesOf(hours: string, minutes = '0', half?: string): number | undefined {
  const total = Number(hours) * 60 + (half ? 30 : Number(minutes));
  return Number(minutes) < 60 && total <= MINUTES_A_DAY ? total : undefined;
}

/** In order; what touches or overlaps is one. */
function joined(spans: readonly Span[]): Span[] {
  const all: Span[] = [];
  for (const { from, to } of [...spans].sort((one, other) => one.from - other.from)) {
    const last = all.at(-1);
    if (last && from <= last.to) last.to = Math.max(last.to, to);
    else all.push({ from, to });
  }
  return all;
}
