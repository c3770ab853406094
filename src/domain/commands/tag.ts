import { changeTags } from '../contact.ts';
import { type Command, Incomplete } from './command.ts';
import { pickNamed } from './pick.ts';
import { tagIn } from './words.ts';

interface Args {
  who: string;
  add: string[];
  remove: string[];
}

/** '/tag 张三 #vip -#old' */
export const tag: Command<Args> = {
  name: 'tag',
  alias: '标签',
  role: 'helper',
  changes: true,
  settles: true,
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
    if (args.add.length + args.remove.length === 0) return new Incomplete('tag');
    return args.who || replying ? args : new Incomplete('name');
  },
  async run(ctx, { who, add, remove }) {
    const changes = [...add.map((t) => `#${t}`), ...remove.map((t) => `-#${t}`)].join(' ');
    const picked = await pickNamed(ctx, who, (ref) => `/tag ${ref} ${changes}`);
    if ('ask' in picked) return picked.ask;
    const tags = await changeTags(ctx.tx, picked.contact.id, add, remove);
    return { text: ctx.t.tag.now(picked.contact.name, tags.map((t) => `#${t}`).join(' ')) };
  },
};
