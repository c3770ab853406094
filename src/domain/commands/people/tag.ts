import { changeTags } from '../../people/contact.ts';
import { failed, type Reply } from '../../reply.ts';
import { type Command, type CommandContext, Incomplete } from '../command.ts';
import { pickContact, pickNamed } from '../who/pick.ts';
import { tagIn } from '../words/words.ts';

interface Args {
  who: string;
  add: string[];
  remove: string[];
}

/** '/tag 张三 #vip -#old' */
export const tag: Command<Args> = {
  name: 'tag',
  role: 'helper',
  changes: true,
  settles: 'tags',
  parse(words, { replying }) {
    const args: Args = { who: '', add: [], remove: [] };
    const who: string[] = [];
    for (const word of words.split(/\s+/u).filter(Boolean)) {
      const added = tagIn(word);
      const removed = /^[-－]/.test(word) ? tagIn(word.slice(1)) : undefined;
      if (added) args.add.push(added);
      else if (removed) args.remove.push(removed);
      else who.push(word);
    }
    args.who = who.join(' ');
    if (!words) return new Incomplete('tag', (more, card) => `${card.contact} ${more}`);
    return args.who || replying ? args : new Incomplete('name');
  },
  async run(ctx, { who, add, remove }) {
    if (add.length + remove.length === 0) return askForTag(ctx, who);
    const changes = [...add.map((t) => `#${t}`), ...remove.map((t) => `-#${t}`)].join(' ');
    const picked = await pickNamed(ctx, who, (ref) => `/tag ${ref} ${changes}`);
    if ('ask' in picked) return picked.ask;
    const tags = await changeTags(ctx.tx, picked.contact.id, add, remove);
    return { text: ctx.t.tag.now(picked.contact.name, tags.map((t) => `#${t}`).join(' ')) };
  },
};

/** Words behind the name may be tags whose # was left out: which is a button. */
async function askForTag(ctx: CommandContext, words: string): Promise<Reply | Incomplete> {
  const picked = await pickContact(ctx, words, (ref, rest) => `/tag ${ref} ${rest}`);
  if ('ask' in picked) return picked.ask;
  const { contact, rest } = picked;
  if (rest === '') return new Incomplete('tag', (more) => `c${contact.id} ${more}`);
  const tags = rest
    .split(/[\s,，、]+/u)
    .filter(Boolean)
    .map((word) => word.replace(/^([-－]?)/u, (sign) => (sign ? '-#' : '#')));
  if (!tags.every((typed) => tagIn(typed.replace(/^-/, ''))))
    return new Incomplete('tag', (more) => `c${contact.id} ${more}`, rest);
  const asTag = { label: tags.join(' '), command: `/tag c${contact.id} ${tags.join(' ')}` };
  return failed(ctx.t.tag.meant(contact.name, tags.join(' ')), { buttons: [[asTag]] });
}
