import { digestReply } from '../../desk/digest.ts';
import { overdueReply } from '../../desk/shop/overdue.ts';
import { presenceLine } from '../../owner/presence.ts';
import type { Command } from '../command.ts';
import { isOverdue } from '../tasks/agenda.ts';
import { allWords } from '../words/words.ts';

/** '/digest'; '/digest overdue': of all there is only that of which the time is over. */
export const digest: Command<{ overdue: boolean }> = {
  name: 'digest',
  role: 'viewer',
  saidAtOnce: 'shows',
  unread: (words) => (isOverdue(words) ? '' : allWords(words)),
  parse: (words) => ({ overdue: isOverdue(words) }),
  async run(ctx, { overdue }) {
    if (overdue) return overdueReply(ctx, ctx.t, ctx.locale);
    const reply = await digestReply(ctx, ctx.t, ctx.locale);
    const hint = await presenceLine(ctx, ctx.t, ctx.locale);
    return reply ?? { text: ctx.t.digest.nothing, ...(hint && { hint }) };
  },
};
