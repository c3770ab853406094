import { digestReply } from '../digest.ts';
import type { Command } from './command.ts';

export const digest: Command<null> = {
  name: 'digest',
  alias: '日报',
  role: 'viewer',
  parse: () => null,
  run: async (ctx) => (await digestReply(ctx, ctx.t, ctx.locale)) ?? { text: ctx.t.digest.nothing },
};
