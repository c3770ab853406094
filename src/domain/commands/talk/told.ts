import { countToldWith, memberItem, toldOne, toldWith } from '../../desk/notice_flood.ts';
import { failed, type Reply } from '../../reply.ts';
import { type Command, type CommandContext, Incomplete } from '../command.ts';
import { paged } from '../paged.ts';
import { pageIn } from '../words/words.ts';

interface Told {
  id: string;
  all: boolean;
  page: number;
}

/** '/told o15': a notice that was told together with others; '/told all o15': all of them. */
export const told: Command<Told> = {
  name: 'told',
  role: 'helper',
  hidden: true,
  parse(words) {
    const match = /^(all )?o(\d{1,18})(?: (\d{1,4}))?$/i.exec(words.trim());
    if (!match) return new Incomplete('notice');
    return { all: match[1] !== undefined, id: match[2]!, page: pageIn(match[3] ?? '') };
  },
  run: (ctx, { id, all, page }) => (all ? list(ctx, id, page) : one(ctx, id)),
};

function list(ctx: CommandContext, id: string, page: number): Promise<Reply> {
  const { t } = ctx;
  return paged(ctx, page, {
    title: t.notices.title,
    empty: t.notices.none,
    command: `/told all o${id}`,
    count: (most) => countToldWith(ctx.tx, id, most),
    load: async (limit, offset) => (await toldWith(ctx.tx, id, limit, offset)).map((member) => memberItem(t, member)),
  });
}

/** As it would have been told alone: an answer to it answers the customer. */
async function one({ tx, t }: CommandContext, id: string): Promise<Reply> {
  const found = await toldOne(tx, id);
  if (!found) return failed(t.notices.gone);
  const { reply, conversationId } = found;
  return { ...reply, ...(conversationId && { about: conversationId }) };
}
