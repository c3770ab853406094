import { digestReply } from '../../desk/digest.ts';
import { presenceLine } from '../../owner/presence.ts';
import type { Command } from '../command.ts';
import { allWords } from '../words/words.ts';

export const digest: Command<null> = {
  name: 'digest',
  role: 'viewer',
  saidAtOnce: 'shows',
  unread: allWords,
  parse: () => null,
  async run(ctx) {
    const reply = await digestReply(ctx, ctx.t, ctx.locale);
    const hint = await presenceLine(ctx, ctx.t, ctx.locale);
    return reply ?? { text: ctx.t.digest.nothing, ...(hint && { hint }) };
  },
};
