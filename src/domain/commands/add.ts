import { cleanName, narrow, normaliseEmail } from '../../text/normalise.ts';
import { normalisePhone } from '../../text/phone.ts';
import { lookAlike } from '../alike.ts';
import { cityName } from '../city.ts';
import {
  addIdentities,
  changeCity,
  changeTags,
  contactByIdentity,
  type Identity,
  insertContact,
  loadContact,
  refreshSearchKeys,
  rename,
} from '../contact.ts';
import { contactCard } from '../contact_card.ts';
import { BY_USER } from '../name.ts';
import { type Command, type CommandContext, Incomplete } from './command.ts';
import { keepNote } from './note.ts';
import { readValues } from './values.ts';
import { tagIn } from './words.ts';

interface Args {
  /** Names and phones as typed: which digits are a phone depends on the country, a setting. */
  words: string[];
  emails: string[];
  tags: string[];
  city?: string;
  /** What was filled in, each where it belongs. */
  filled: Filled;
}

type Filled = Partial<Record<(typeof KEYS)[number], string>>;

interface Person {
  name: string;
  phones: string[];
  /** Digits that look like a phone and are none. */
  unreadable?: string;
}

const KEYS = ['name', 'phone', 'email', 'tags', 'note'] as const;

/** A phone is written in at most so many groups: +86 138 0013 8000. */
const MAX_GROUPS = 6;
const GROUP = /^[+＋]?[\d０-９()（）-]+$/u;
/** As in a filter. */
const CITY = /^(?:city|城市)[:：](.+)$/iu;
/** Fewer digits may be part of a name: 一号店 2. */
const SURELY_MEANT = /(?:\D*\d){5}/;

/** '/add 张三 13800138000 zhang@example.com #vip city:上海', in any order. */
export const add: Command<Args> = {
  name: 'add',
  alias: '添加',
  role: 'helper',
  changes: true,
  form: {
    title: 'add',
    need: 'newName',
    fields: [
      { key: 'name', required: true },
      { key: 'phone' },
      { key: 'email' },
      { key: 'tags' },
      { key: 'note', multiline: true },
    ],
  },
  parse(words) {
    const { before, values: filled } = readValues(words, KEYS);
    const args: Args = { words: [], emails: [], tags: [], filled };
    for (const word of before.split(/[\s,，、;；]+/u).filter(Boolean)) {
      const tag = tagIn(word);
      const city = cityName(CITY.exec(word)?.[1] ?? '');
      if (tag) args.tags.push(tag);
      else if (city) args.city = city;
      else if (normaliseEmail(word)) args.emails.push(normaliseEmail(word)!);
      else args.words.push(word);
    }
    const named = args.words.length + args.emails.length > 0 || filled.name || filled.phone || filled.email;
    return named ? args : new Incomplete('newName');
  },
  async run(ctx, typed) {
    const args = withFilled(ctx, typed);
    if ('wrong' in args) return { failed: true, text: args.wrong };
    const { name, phones, unreadable } = args.person;
    if (unreadable) return { failed: true, text: ctx.t.add.notAPhone(unreadable, ctx.settings.country) };
    const identities: Identity[] = [
      ...phones.map((address) => ({ channel: 'phone', address })),
      ...args.emails.map((address) => ({ channel: 'email', address })),
    ];
    const known = await contactByIdentity(ctx.tx, identities);
    const standIn = { name: args.emails[0]?.split('@')[0] || phones[0]! };
    const draft = name ? { name, nameFrom: BY_USER } : standIn;
    const contactId = known?.id ?? (await insertContact(ctx.tx, draft)).id;
    if (known && name && !known.name) await rename(ctx.tx, contactId, name, BY_USER);
    const added = await addIdentities(ctx.tx, contactId, identities);
    await changeTags(ctx.tx, contactId, args.tags, []);
    if (typed.city) await changeCity(ctx.tx, contactId, typed.city);
    if (typed.filled.note) await keepNote(ctx, contactId, typed.filled.note);
    await refreshSearchKeys(ctx.tx, contactId);
    const contact = (await loadContact(ctx.tx, contactId))!;
    await lookAlike(ctx, { ...contact, changed: added > 0 }, { identities });
    return saved(ctx, contactId, known?.name);
  },
};

async function saved(ctx: CommandContext, contactId: string, knownAs: string | undefined) {
  const card = await contactCard(ctx, ctx.t, ctx.locale, contactId);
  return { ...card, hint: knownAs === undefined ? ctx.t.add.added : ctx.t.add.known(knownAs) };
}

/** What was typed and what was filled in, together; or why a field cannot be read. */
function withFilled(ctx: CommandContext, { words, emails, tags, filled }: Args) {
  const person = readPerson(words, ctx.settings.country);
  if (filled.name) person.name = cleanName(`${person.name} ${filled.name}`);
  if (filled.phone) {
    const phone = normalisePhone(filled.phone, ctx.settings.country);
    if (!phone) return { wrong: ctx.t.add.notAPhone(filled.phone, ctx.settings.country) };
    person.phones.push(phone);
  }
  const email = filled.email && normaliseEmail(filled.email);
  if (filled.email && !email) return { wrong: ctx.t.add.notAnEmail(filled.email) };
  const filledTags = filled.tags?.split(/[\s,，、;；#＃]+/u).filter(Boolean) ?? [];
  const noTag = filledTags.find((tag) => !tagIn(`#${tag}`));
  if (noTag) return { wrong: ctx.t.add.notATag(noTag) };
  return {
    person,
    emails: email ? [...emails, email] : emails,
    tags: [...tags, ...filledTags.map((tag) => tagIn(`#${tag}`)!)],
  };
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
