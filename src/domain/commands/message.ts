import { loadMessage } from '../message.ts';
import { type Command, Incomplete } from './command.ts';
import { idIn, splitFirst } from './words.ts';

/** A message in full, quoted history included: what a card had to cut. */
export const message: Command<{ id: string }> = {
  name: 'message',
  alias: '全文',
  role: 'viewer',
  hidden: true,
  parse: (words) => {
    const id = idIn(splitFirst(words)[0]);
    return id ? { id } : new Incomplete('message');
  },
  async run(ctx, { id }) {
    const found = await loadMessage(ctx.tx, id);
    if (!found) return { failed: true, text: ctx.t.file.noSuch };
    const [row] = await ctx.tx<{ quoted: string | null }>`select quoted_text as quoted from messages where id = ${id}`;
    return { title: found.subject ?? '', text: found.text, ...(row?.quoted && { quote: row.quoted }) };
  },
};
