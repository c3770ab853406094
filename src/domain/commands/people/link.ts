import { linkOf, REMOTE } from '../../channel.ts';
import { channelName } from '../../desk/channel_state.ts';
import { LINK_DAYS, newLink } from '../../people/link.ts';
import { nameOf } from '../../people/name.ts';
import { failed } from '../../reply.ts';
import { type Command, type CommandContext, Incomplete } from '../command.ts';
import { pickNamed } from '../who/pick.ts';

/** '/link 张三': a mail customer, say, who shall write in a chat from now on. */
export const link: Command<{ words: string }> = {
  name: 'link',
  role: 'helper',
  careful: true,
  changes: true,
  parse: (words, { replying }) => (words || replying ? { words } : new Incomplete('name')),
  async run(ctx, { words }) {
    const picked = await pickNamed(ctx, words, (ref) => `/link ${ref}`);
    if ('ask' in picked) return picked.ask;
    const linkBy = await linkWith(ctx);
    if (!linkBy) return failed(ctx.t.link.noBot);
    const token = await newLink(ctx, picked.contact.id, ctx.user.id);
    const name = nameOf(picked.contact);
    return {
      title: ctx.t.link.made(name),
      text: linkBy(token),
      hint: ctx.t.link.sendIt(name, LINK_DAYS),
    };
  },
};

/** On the first channel that has links and where we have a name by now. */
async function linkWith(ctx: CommandContext): Promise<((token: string) => string) | undefined> {
  for (const channel of REMOTE) {
    const link = linkOf(channel);
    const name = link && (await channelName(ctx.tx, channel)).replace(/^@/, '');
    if (name) return (token) => link(name, token);
  }
  return undefined;
}
