import { normaliseEmail } from '../../text/normalise.ts';
import { changeIn, newNameIn, saysName } from '../../text/person_labels.ts';
import { countryOf, normalisePhone, readPhone } from '../../text/phone.ts';
import { type Contact, changeTags, lockIdentities, rename } from '../contact.ts';
import { contactCard } from '../contact_card.ts';
import { type Address, addressesOf, isWrittenFrom, removeAddress } from '../identity.ts';
import { BY_USER } from '../name.ts';
import { nameOf } from '../proposal.ts';
import type { Reply } from '../reply.ts';
import { type Command, type CommandContext, Incomplete } from './command.ts';
import { givenIn, keepGiven } from './person.ts';
import { pickContact } from './pick.ts';
import { tagIn } from './words.ts';

/** '-13900001111', '-old@example.com', '-#new': a phone may be written in groups. */
const REMOVAL = /(?<!\S)[-－]\s?([+＋]?\d[\d ()-]*\d(?!\S)|\S+)/gu;

/** '/edit 张三 name 张三丰 +13900001111 -old@example.com city:上海 #vip -#new': the rest stays as it is. */
export const edit: Command<{ words: string }> = {
  name: 'edit',
  alias: '修改',
  role: 'helper',
  changes: true,
  settles: true,
  parse: (words, { replying }) => (words || replying ? { words } : new Incomplete('name')),
  async run(ctx, { words }) {
    const picked = await pickContact(ctx, words, (ref, rest) => `/edit ${ref} ${rest}`);
    if ('ask' in picked) return picked.ask;
    const { contact, rest } = picked;
    if (!rest) return new Incomplete('change');
    const named = newNameIn(rest);
    return change(ctx, contact, named ? `name: ${named}` : await asChange(ctx, contact.id, rest));
  },
};

/** 把电话改成138…: the one phone they have goes, unless they write from it, and the new one comes. */
async function asChange(ctx: CommandContext, contactId: string, words: string): Promise<string> {
  const wish = changeIn(words);
  if (!wish) return words;
  const { field, label, value } = wish;
  const named = `${field === 'name' ? 'name' : label}: ${value}`;
  const had = (await addressesOf(ctx.tx, contactId)).filter(({ channel }) => channel === field);
  const [only] = had;
  if (!only || had.length > 1 || isMeant(only, value, ctx.settings.country)) return named;
  return (await isWrittenFrom(ctx.tx, contactId, only)) ? named : `-${only.address} ${named}`;
}

async function change(ctx: CommandContext, contact: Contact, words: string): Promise<Reply> {
  const { country } = ctx.settings;
  const removed = [...words.matchAll(REMOVAL)].map(([, what]) => what!);
  const added = words.replace(REMOVAL, '\n').trim();
  const given = givenIn(withoutPlus(added, country), country);
  const cleared = /^(?:-|－)$/.test(given.city);
  if (given.name && !saysName(added)) return askWhat(ctx, contact, given.name);
  await lockIdentities(ctx.tx, given.identities);
  const tags = removed.flatMap((what) => tagIn(what) ?? []);
  const wrong = await removeAll(
    ctx,
    contact,
    removed.filter((what) => !tagIn(what)),
  );
  if (wrong) return wrong;
  if (given.name) await rename(ctx.tx, contact.id, given.name, BY_USER);
  await keepGiven(ctx, contact.id, cleared ? { ...given, city: '' } : given);
  await changeTags(ctx.tx, contact.id, [], tags);
  const card = await contactCard(ctx, ctx.t, ctx.locale, contact.id);
  const unread = given.unread.map((typed) => ctx.t.edit.unread(typed, countryOf(typed, country)));
  const noted = given.notes.length > 0 ? [ctx.t.add.noted(given.notes.join(ctx.t.add.comma))] : [];
  return { ...card, hint: [ctx.t.edit.done, ...unread, ...noted].join('\n') };
}

/** Words that may be a new name, or anything. */
function askWhat({ t }: CommandContext, { id, name }: Contact, words: string): Reply {
  return {
    failed: true,
    text: t.edit.what(nameOf({ id, name }), words),
    buttons: [
      [
        { label: t.edit.isName, command: `/rename c${id} ${words}` },
        { label: t.button.note, command: `/note c${id} ${words}` },
      ],
    ],
  };
}

/** The plus that means "add" before a number that has none of its own. */
function withoutPlus(words: string, country: string): string {
  return words.replace(/(?<!\S)[+＋]\s?(\d[\d ()-]*\d(?!\S)|\S+)/gu, (whole, what: string) => {
    const abroad = readPhone(`+${what}`, country) !== undefined;
    const athome = readPhone(what, country) !== undefined || normaliseEmail(what) !== undefined || tagIn(what);
    return athome && !abroad ? what : whole;
  });
}

/** All or none: why one of them cannot be taken away. */
async function removeAll(ctx: CommandContext, contact: Contact, typed: string[]): Promise<Reply | undefined> {
  const own = await addressesOf(ctx.tx, contact.id);
  const meant = typed.map((what) => ({ what, address: own.find((one) => isMeant(one, what, ctx.settings.country)) }));
  for (const { what, address } of meant) {
    if (!address) return { failed: true, text: ctx.t.split.notTheirs(nameOf(contact), what) };
    if (await isWrittenFrom(ctx.tx, contact.id, address)) return writesFromThere(ctx, contact, address);
  }
  for (const { address } of meant) await removeAddress(ctx.tx, contact.id, address!);
  return undefined;
}

function isMeant({ channel, address }: Address, typed: string, country: string): boolean {
  const digits = (text: string) => text.replace(/\D/g, '');
  if (address.toLowerCase() === typed.toLowerCase()) return true;
  if (channel !== 'phone') return address === normaliseEmail(typed);
  return address === normalisePhone(typed, country) || (digits(typed).length > 4 && digits(address) === digits(typed));
}

/** What is written from there would come from a stranger, and the answers with it: it can only be taken out whole. */
function writesFromThere({ t }: CommandContext, contact: Contact, { channel, address }: Address): Reply {
  return {
    failed: true,
    text: t.edit.writesFrom(nameOf(contact), t.channel(channel), address),
    buttons: [[{ label: t.button.takeOut, command: `/split c${contact.id} ${channel}:${address}` }]],
  };
}
