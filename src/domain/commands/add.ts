import { narrow, normaliseEmail } from '../../text/normalise.ts';
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
  /** Names and phones as typed: which digits are a phone depends on the country, a setting. */
  words: string[];
  emails: string[];
  tags: string[];
}

interface Person {
  name: string;
  phones: string[];
  /** Digits that look like a phone and are none. */
  unreadable?: string;
}

/** A phone is written in at most so many groups: +86 138 0013 8000. */
const MAX_GROUPS = 6;
const GROUP = /^[+＋]?[\d０-９()（）-]+$/u;
/** Fewer digits may be part of a name: 一号店 2. */
const SURELY_MEANT = /(?:\D*\d){5}/;

/** '/add 张三 13800138000 zhang@example.com #vip', in any order. */
export const add: Command<Args> = {
  name: 'add',
  alias: '添加',
  role: 'helper',
  changes: true,
  parse(words) {
    const args: Args = { words: [], emails: [], tags: [] };
    for (const word of words.split(/[\s,，、;；]+/u).filter(Boolean)) {
      const tag = tagIn(word);
      if (tag) args.tags.push(tag);
      else if (normaliseEmail(word)) args.emails.push(normaliseEmail(word)!);
      else args.words.push(word);
    }
    return args.words.length + args.emails.length > 0 ? args : new Incomplete('newName');
  },
  async run(ctx, args) {
    const { name, phones, unreadable } = readPerson(args.words, ctx.settings.country);
    if (unreadable) return { failed: true, text: ctx.t.add.notAPhone(unreadable, ctx.settings.country) };
    const identities: Identity[] = [
      ...phones.map((address) => ({ channel: 'phone', address })),
      ...args.emails.map((address) => ({ channel: 'email', address })),
    ];
    const known = await contactByIdentity(ctx.tx, identities);
    const draft = { name: name || args.emails[0]?.split('@')[0] || phones[0]! };
    const contactId = known?.id ?? (await insertContact(ctx.tx, draft)).id;
    if (known && name && !known.name) await renameContact(ctx.tx, contactId, name);
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

/** Groups of digits that make a valid phone together are one, the longest run first; every other word is the name. */
function readPerson(words: string[], country: string): Person {
  const person: Person = { name: '', phones: [] };
  const name: string[] = [];
  for (let at = 0; at < words.length; ) {
    const { phone, groups } = phoneAt(words, at, country);
    if (phone) person.phones.push(phone);
    else if (GROUP.test(words[at]!) && SURELY_MEANT.test(narrow(words[at]!))) person.unreadable ??= words[at]!;
    else name.push(words[at]!);
    at += groups;
  }
  return { ...person, name: name.join(' ') };
}

function phoneAt(words: string[], at: number, country: string): { phone?: string; groups: number } {
  const end = words.findIndex((word, index) => index >= at && !GROUP.test(word));
  const run = words.slice(at, Math.min(end < 0 ? words.length : end, at + MAX_GROUPS));
  for (let groups = run.length; groups > 0; groups--) {
    const phone = normalisePhone(run.slice(0, groups).join(' '), country);
    if (phone) return { phone, groups };
  }
  return { groups: 1 };
}
