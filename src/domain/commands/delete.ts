import type { Contact } from '../contact.ts';
import { belongingsOf, deleteContact, isBeingAnswered } from '../delete.ts';
import { nameOf } from '../proposal.ts';
import type { Reply } from '../reply.ts';
import { type Command, type CommandContext, Incomplete } from './command.ts';
import { pickNamed } from './pick.ts';

interface Args {
  who: string;
  /** The question has been answered. */
  sure: boolean;
}

/** '/delete 张三' asks; its button '/delete c1 !' does it, with all that is theirs. */
export const remove: Command<Args> = {
  name: 'delete',
  alias: '删除',
  role: 'owner',
  changes: true,
  settles: true,
  onlyShows: ({ sure }) => !sure,
  parse(words, { replying }) {
    const sure = /(?:^|\s)[!！]$/.test(words);
    const who = words.replace(/\s*[!！]$/, '').trim();
    return who || replying ? { who, sure } : new Incomplete('name');
  },
  async run(ctx, { who, sure }) {
    const picked = await pickNamed(ctx, who, (ref) => `/delete ${ref}`);
    if ('ask' in picked) return picked.ask;
    const { contact } = picked;
    if (!sure) return ask(ctx, contact);
    if (await isBeingAnswered(ctx.tx, contact.id))
      return { failed: true, text: ctx.t.delete.answering(nameOf(contact)) };
    if (!(await deleteContact(ctx.tx, contact.id))) return ctx.t.find.nobody(`c${contact.id}`);
    return { text: ctx.t.delete.done(nameOf(contact)) };
  },
};

async function ask(ctx: CommandContext, contact: Contact): Promise<Reply> {
  const { t } = ctx;
  return {
    title: t.delete.title(nameOf(contact)),
    text: t.delete.goes(await belongingsOf(ctx.tx, contact.id)),
    buttons: [
      [
        { label: t.delete.sure, command: `/delete c${contact.id} !` },
        { label: t.button.block, command: `/block c${contact.id}` },
        { label: t.button.contact, command: `/contact c${contact.id}` },
      ],
    ],
    hint: t.delete.hint,
  };
}
