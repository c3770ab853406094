import { addMonths, type Day, dateOf, monthEnd } from '../../../text/when/zone.ts';

/** How long before its end a contract has to be given notice of; `to`: it counts to the end of a month or quarter only. */
export interface Notice {
  count: number;
  unit: 'day' | 'week' | 'month';
  to?: 'month' | 'quarter' | undefined;
}

type Span = Pick<Notice, 'count' | 'unit'>;

const DAYS = { day: 1, week: 7 } as const;

/**
 * The last day of a time that begins with a day: a month from 1 March ends on the 31st, a year from 29 February on the 28th. Where a month lacks
 * the day, its own last one ends it: a month from 31 January ends on 28 February.
 */
export function lastOf(first: Day, { count, unit }: Span): Day {
  if (unit !== 'month') return first + count * DAYS[unit] - 1;
  const same = addMonths(first, count);
  return count > 0 && dateOf(same).date < dateOf(first).date ? same : same - 1;
}

/** The end of a month or quarter that a day is in. */
function closeOf(day: Day, to: NonNullable<Notice['to']>): Day {
  return monthEnd(day, to === 'quarter' ? 2 - ((dateOf(day).month - 1) % 3) : 0);
}

/** The last one that is over by the end of a day. */
function closedBy(day: Day, to: Notice['to']): Day {
  if (!to || closeOf(day, to) === day) return day;
  return monthEnd(day, to === 'quarter' ? -(((dateOf(day).month - 1) % 3) + 1) : -1);
}

/** The last day on which notice still ends a contract with its term: whole days lie between both. */
export function noticeBy(endsOn: Day, { count, unit, to }: Notice): Day {
  const next = closedBy(endsOn, to) + 1;
  return (unit === 'month' ? addMonths(next, -count) : next - count * DAYS[unit]) - 1;
}

const LONGEST = { month: 24, day: 999 } as const;

/** The time of notice whose last day before an end this is: whole months where they fit. Undefined: there is none. */
export function noticeUntil(endsOn: Day, last: Day): Notice | undefined {
  for (let count = 1; count <= LONGEST.month; count++)
    if (noticeBy(endsOn, { count, unit: 'month' }) === last) return { count, unit: 'month' };
  const days = endsOn - last;
  return days >= 0 && days <= LONGEST.day ? { count: days, unit: 'day' } : undefined;
}

/** When a contract is over of which notice is given on a day. */
export function endsAfter(noticedOn: Day, { to, ...span }: Notice): Day {
  const last = lastOf(noticedOn + 1, span);
  return to ? closeOf(last, to) : last;
}

/** The last day of a term, counted from the first one's: so 31 January goes on to 28 February, and to 31 March. */
export const termEnd = (firstEnd: Day, months: number, terms: number): Day =>
  terms === 0 ? firstEnd : lastOf(firstEnd + 1, { count: months * terms, unit: 'month' });
