import { formatDay, formatLastDay } from '../../../../text/when/format_when.ts';
import { withoutSpan } from '../../../../text/when/past/span_amid.ts';
import { type PastSpan, spanBefore } from '../../../../text/when/past_span.ts';
import { fromWallTime, wallTime } from '../../../../text/when/zone.ts';
import { clockOf } from '../../../context.ts';
import type { Button } from '../../../reply.ts';
import type { CommandContext } from '../../command.ts';
import { momentOf } from '../moment.ts';

/** Whether words name days at all does not depend on when they are said. */
export const ANY_TIME = { now: new Date('2026-07-15T12:00:00Z'), timezone: 'UTC', locale: 'en' as const };

/** Days that are over or go on, and what else was typed beside them: 'won last month', '上个月 投诉'. */
export interface SpanAmid {
  span?: PastSpan;
  /** As it was typed. */
  said: string;
  rest: string;
}

export const spanAmid = (ctx: CommandContext, words: string): SpanAmid => withoutSpan(words, momentOf(ctx));

/** The words beside a time, of a line of which only that is asked. */
export const besideSpan = (words: string): string => withoutSpan(words, ANY_TIME).rest;

/** '1 November – 28 November', 'today'. */
export function spanNamed(ctx: CommandContext, { from, until }: PastSpan): string {
  const at = clockOf(ctx, ctx.locale);
  const end = new Date(until.getTime() - 1);
  const [first, last] = [formatDay(from, at), from < ctx.now ? formatLastDay(end, at) : formatDay(end, at)];
  return first === last ? first : ctx.t.takings.fromTo(first, last);
}

/** The last days, today among them. */
export function lastDays(ctx: CommandContext, days: number): PastSpan {
  const { now, timezone } = momentOf(ctx);
  const { day } = wallTime(now, timezone);
  return {
    from: fromWallTime({ day: day - days + 1, minutes: 0 }, timezone),
    until: fromWallTime({ day: day + 1, minutes: 0 }, timezone),
  };
}

/** The stretch before, as far as this one has gone. */
export const spanBeforeIn = (ctx: CommandContext, span: PastSpan): PastSpan => spanBefore(span, ctx.settings.timezone);

/** The same list of other days: each button turns it in its place, and other days that are typed next are asked of it. */
export function ofOtherDays({ t }: CommandContext, line: string): { ofDays: string; row: Button[] } {
  const spans = [t.asked.thisWeek, t.asked.thisMonth, t.asked.lastMonth];
  const row = spans.map((label) => ({ label, command: `${line} ${label.toLowerCase()}`, turns: true as const }));
  return { ofDays: line, row };
}
