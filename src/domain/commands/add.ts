import { normaliseEmail } from '../../text/normalise.ts';
import { normalisePhone } from '../../text/phone.ts';
import {
  addIdentities,
  changeTags,
  contactByIdentity,
  type Identity,
  insertContact,
  refreshSearchKeys,
  renameContact,
} from '../contact.ts';
import { contactCard } from '../contact_card.ts';
import { type Command, type CommandContext, Incomplete } from './command.ts';
import { tagIn } from './words.ts';

interface Args {
  name: string;
  emails: string[];
  /** As typed: their country is a setting. */
  phones: string[];
  tags: string[];
}

/** '/add 张三 13800138000 zhang@example.com #vip', in any order. */
export const add: Command<Args> = {
  name: 'add',
  alias: '添加',
  role: 'helper',
  changes: true,
  parse(words) {
    const args: Args = { name: '', emails: [], phones: [], tags: [] };
    const name: string[] = [];
    for (const word of words.split(/[\s,，、;；]+/u).filter(Boolean)) {
      const tag = tagIn(word);
      if (tag) args.tags.push(tag);
      else if (normaliseEmail(word)) args.emails.push(normaliseEmail(word)!);
      else if (/^[+＋]?[\d０-９()（）-]{5,}$/u.test(word)) args.phones.push(word);
      else name.push(word);
    }
    args.name = name.join(' ');
    const empty = !args.name && args.emails.length === 0 && args.phones.length === 0;
    return empty ? new Incomplete('name') : args;
  },
  async run(ctx, args) {
    const phones = args.phones.map((typed) => ({ typed, phone: normalisePhone(typed, ctx.settings.country) }));
    const wrong = phones.find(({ phone }) => !phone);
    if (wrong) return { failed: true, text: ctx.t.add.notAPhone(wrong.typed, ctx.settings.country) };
    const identities: Identity[] = [
      ...phones.map(({ phone }) => ({ channel: 'phone', address: phone! })),
      ...args.emails.map((address) => ({ channel: 'email', address })),
    ];
    const known = await contactByIdentity(ctx.tx, identities);
    const contactId = known?.id ?? (await insertContact(ctx.tx, { name: nameFor(args) })).id;
    if (known && args.name && !known.name) await renameContact(ctx.tx, contactId, args.name);
    await addIdentities(ctx.tx, contactId, identities);
    await changeTags(ctx.tx, contactId, args.tags, []);
    await refreshSearchKeys(ctx.tx, contactId);
    return saved(ctx, contactId, known?.name);
  },
};

async function saved(ctx: CommandContext, contactId: string, knownAs: string | undefined) {
  const card = await contactCard(ctx, ctx.t, ctx.locale, contactId);
  return { ...card, hint: knownAs === undefined ? ctx.t.add.added : ctx.t.add.known(knownAs) };
}

const nameFor = (args: Args): string => args.name || args.emails[0]?.split('@')[0] || args.phones[0] || '';
