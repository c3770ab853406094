import type { DaySpan } from '../../../../db/days.ts';
import { typedWords } from '../../../../text/typed.ts';
import { comingDays } from '../../../../text/when/coming/coming_days.ts';
import type { PastSpan } from '../../../../text/when/past_span.ts';
import { fromWallTime, isoDay, wallTime } from '../../../../text/when/zone.ts';
import type { CommandContext } from '../../command.ts';
import { readingsOf } from '../../who/readings.ts';
import { momentOf } from '../moment.ts';

const DUE = [...typedWords((typed) => typed.dueThen)].sort((one, other) => other.length - one.length);
const LATE = typedWords(({ late }) => late);
/** What is due soon is so within these days. */
const SOON_DAYS = 30;

/** What of a list with days is asked for: what is late by now, or some days, and whether they are those on which it is due. */
export type DueAsked = { is: 'late'; days: DaySpan } | { is: 'due' | 'days'; span: PastSpan; days: DaySpan };

/** 'due next month', '下个月到期', 'next month', 'overdue'; undefined: words that name no days, or somebody who is called so: May. */
export async function dueAsked(ctx: CommandContext, query: string): Promise<DueAsked | undefined> {
  const { now, timezone } = momentOf(ctx);
  const today = wallTime(now, timezone).day;
  const words = query.trim().toLowerCase();
  if (LATE.has(words)) return { is: 'late', days: { until: isoDay(today) } };
  const due = DUE.find((one) => words.startsWith(one) || words.endsWith(one));
  const rest =
    due === undefined ? words : (words.startsWith(due) ? words.slice(due.length) : words.slice(0, -due.length)).trim();
  const on = (day: number) => fromWallTime({ day, minutes: 0 }, timezone);
  const span =
    due !== undefined && rest === ''
      ? { from: on(today), until: on(today + SOON_DAYS + 1) }
      : comingDays(rest, momentOf(ctx));
  if (!span || (due === undefined && (await readingsOf(ctx, query)).length > 0)) return undefined;
  const [from, until] = [span.from, span.until].map((at) => isoDay(wallTime(at, timezone).day)) as [string, string];
  return { is: due === undefined ? 'days' : 'due', span, days: { from, until } };
}
