import { changeTagsOf } from '../../people/contact.ts';
import { failed } from '../../reply.ts';
import { type Command, Incomplete } from '../command.ts';
import { readValues } from '../words/values.ts';
import { tagIn } from '../words/words.ts';
import { type BulkWords, readBulk, runBulk } from './bulk.ts';

/** More would hold up everything else for longer than a chat may wait: 5,000 take about three seconds. */
const MOST = 10_000;

interface Args extends BulkWords {
  add: string[];
  remove: string[];
}

/** '/tagall #wholesale -#new where #vip -city:上海' asks; with the number of people in front, as its button has it, does it. */
export const tagall: Command<Args> = {
  name: 'tagall',
  role: 'helper',
  changes: true,
  settles: 'tags',
  onlyShows: ({ confirmed }) => confirmed === undefined,
  form: { title: 'tagall', need: 'tag', fields: [{ key: 'tags', required: true }] },
  parse(words) {
    const { before, values } = readValues(words, ['tags']);
    const bulk = readBulk(before);
    if (bulk instanceof Incomplete) return bulk;
    const typed = [...bulk.act.split(/\s+/u), ...filledIn(values.tags)].filter(Boolean);
    const add = typed.flatMap((word) => tagIn(word.replace(/^[+＋]/, '')) ?? []);
    const remove = typed.flatMap((word) => (/^[-－]/.test(word) ? (tagIn(word.slice(1)) ?? []) : []));
    const all = add.length + remove.length;
    const unread = typed.filter((word) => !/^[+＋-－-]?[#＃]/u.test(word)).join(' ');
    if (all < typed.length) return new Incomplete('tag', (more) => `${more} where ${bulk.filter}`, unread || bulk.act);
    return all === 0 ? new Incomplete('tag', 'front') : { ...bulk, add, remove };
  },
  run(ctx, args) {
    const { bulk } = ctx.t;
    const tags = [...args.add.map((tag) => `#${tag}`), ...args.remove.map((tag) => `-#${tag}`)].join(' ');
    return runBulk(ctx, args, {
      command: '/tagall',
      words: tags,
      most: MOST,
      tooMany: (total) => failed(bulk.tooMany(total, MOST)),
      title: (total) => bulk.askTag(total, tags),
      async run(ids) {
        const changed = await changeTagsOf(ctx.tx, ids, args.add, args.remove);
        return { text: bulk.tagged(changed, ids.length - changed, tags) };
      },
    });
  },
};

/** In a form nobody need write the #: 'wholesale, -new'. */
function filledIn(tags = ''): string[] {
  const words = tags.split(/[\s,，、;；]+/u).filter(Boolean);
  return words.map((word) => word.replace(/^([-－+＋]?)[#＃]?/u, '$1#'));
}
