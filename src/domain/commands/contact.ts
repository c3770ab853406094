import { contactCard } from '../contact_card.ts';
import { type Command, Incomplete } from './command.ts';
import { pickNamed } from './pick.ts';

export const contact: Command<{ words: string }> = {
  name: 'contact',
  alias: '客户',
  role: 'viewer',
  parse: (words, { replying }) => (words || replying ? { words } : new Incomplete('name')),
  async run(ctx, { words }) {
    const picked = await pickNamed(ctx, words, (ref) => `/contact ${ref}`);
    return 'ask' in picked ? picked.ask : contactCard(ctx, ctx.t, ctx.locale, picked.contact.id);
  },
};
