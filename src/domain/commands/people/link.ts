import { channelName } from '../../desk/channel_state.ts';
import { LINK_DAYS, newLink } from '../../people/link.ts';
import { type Command, Incomplete } from '../command.ts';
import { pickNamed } from '../who/pick.ts';

/** '/link 张三': a mail customer, say, who shall write by Telegram from now on. */
export const link: Command<{ words: string }> = {
  name: 'link',
  role: 'helper',
  careful: true,
  changes: true,
  parse: (words, { replying }) => (words || replying ? { words } : new Incomplete('name')),
  async run(ctx, { words }) {
    const picked = await pickNamed(ctx, words, (ref) => `/link ${ref}`);
    if ('ask' in picked) return picked.ask;
    const bot = (await channelName(ctx.tx, 'telegram')).replace(/^@/, '');
    if (!bot) return { failed: true, text: ctx.t.link.noBot };
    const token = await newLink(ctx, picked.contact.id, ctx.user.id);
    const name = picked.contact.name || `c${picked.contact.id}`;
    return {
      title: ctx.t.link.made(name),
      text: `https://t.me/${bot}?start=${token}`,
      hint: ctx.t.link.sendIt(name, LINK_DAYS),
    };
  },
};
