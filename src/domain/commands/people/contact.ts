import { contactCard } from '../../desk/contact_card.ts';
import { type Command, Incomplete } from '../command.ts';
import { unreadReply } from '../talk/unread.ts';
import { pickShown } from '../who/pick.ts';

export const contact: Command<{ words: string }> = {
  name: 'contact',
  role: 'viewer',
  saidAtOnce: 'shows',
  parse: (words, { replying }) => (words || replying ? { words } : new Incomplete('name')),
  async run(ctx, { words }) {
    const picked = await pickShown(ctx, words, (ref) => `/contact ${ref}`);
    if ('ask' in picked) return picked.ask;
    if (picked.rest) return unreadReply(ctx.t, picked.rest, `/contact c${picked.contact.id}`);
    const card = await contactCard(ctx, ctx.t, ctx.locale, picked.contact.id);
    return { ...card, ...(picked.hint && { hint: picked.hint }) };
  },
};
