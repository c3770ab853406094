import { listTime } from '../../../text/money/order/list_time.ts';
import { formatDay, type WhenContext } from '../../../text/when/format_when.ts';
import { type PastSpan, pastSpan } from '../../../text/when/past_span.ts';
import { fromWallTime, wallTime } from '../../../text/when/zone.ts';
import { clockOf } from '../../context.ts';
import { takingsLine } from '../../desk/shop/takings_line.ts';
import { failed, type Reply } from '../../reply.ts';
import { takings as takingsIn } from '../../sell/order_money.ts';
import type { Command } from '../command.ts';
import { momentOf } from '../words/moment.ts';

/** '/takings', '/takings today', '/takings last month', '/takings 2026-11': what came in and went back, one line for each currency. */
export const takings: Command<{ words: string }> = {
  name: 'takings',
  role: 'viewer',
  saidAtOnce: 'shows',
  parse: (words) => ({ words }),
  async run(ctx, { words }): Promise<Reply> {
    const { t, locale } = ctx;
    const span = spanOf(words || t.takings.thisMonth, momentOf(ctx));
    if (!span) return failed(t.takings.whichSpan(words));
    const lines = await takingsIn(ctx.tx, span.from, span.until);
    const at = clockOf(ctx, locale);
    const last = new Date(span.until.getTime() - 1);
    const [from, until] = [formatDay(span.from, at), formatDay(last, at)];
    const title = t.takings.title(from === until ? from : t.takings.fromTo(from, until));
    if (lines.length === 0) return { title, text: t.takings.none };
    return { title, lists: [{ items: lines.map((line) => ({ text: takingsLine(t, line, locale) })) }] };
  },
};

/** since nov 1, nov 3: a day, or all from one on until today. What only ends has no beginning. */
function spanOf(words: string, clock: WhenContext): PastSpan | undefined {
  const { from, until } = pastSpan(words, clock) ?? listTime(words, clock) ?? {};
  if (!from) return undefined;
  const today = wallTime(clock.now, clock.timezone).day;
  return { from, until: until ?? fromWallTime({ day: today + 1, minutes: 0 }, clock.timezone) };
}
