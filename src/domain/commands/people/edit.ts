import { normaliseEmail } from '../../../text/normalise.ts';
import { countryName } from '../../../text/person/country.ts';
import { changeIn, cityBehindLabel, newNameIn, readSigned, saysName } from '../../../text/person/person_labels.ts';
import { countryOf, formatPhone, normalisePhone, readPhone } from '../../../text/person/phone.ts';
import { contactCard } from '../../desk/contact_card.ts';
import { type Contact, changeCity, changeTags, lockIdentities, rename } from '../../people/contact.ts';
import { changeFields } from '../../people/fields/contact_fields.ts';
import { behindClear } from '../../people/fields/said.ts';
import { type Address, addressesOf, broughtAnother, isWrittenFrom, removeAddress } from '../../people/identity.ts';
import { BY_USER, nameOf } from '../../people/name.ts';
import { PHONE } from '../../people/sign.ts';
import { failed, type Reply } from '../../reply.ts';
import { type Command, type CommandContext, Incomplete } from '../command.ts';
import { type Given, givenIn, keepGiven } from '../who/person.ts';
import { pickContact } from '../who/pick.ts';
import { tagIn } from '../words/words.ts';
import { readFields } from './edit_fields.ts';
import { askWhat } from './edit_unknown.ts';

/** '-13900001111', '-old@example.com', '-#new': a phone may be written in groups. */
const REMOVAL = /(?<!\S)[-－]\s?([+＋]?\d[\d ()-]*\d(?!\S)|\S+)/gu;

/** '/edit 张三 name 张三丰 +13900001111 -old@example.com city:上海 #vip -#new', '/edit Anna shoe size 38': the rest stays as it is. */
export const edit: Command<{ words: string }> = {
  name: 'edit',
  role: 'helper',
  changes: true,
  settles: 'details',
  parse: (words, { replying }) => (words || replying ? { words } : new Incomplete('name')),
  async run(ctx, { words }) {
    const picked = await pickContact(ctx, words, (ref, rest) => `/edit ${ref} ${rest}`, 'value');
    if ('ask' in picked) return picked.ask;
    const { contact, rest } = picked;
    if (!rest) return new Incomplete('change');
    const read = await readFields(ctx, contact, rest);
    if ('ask' in read) return read.ask;
    if (read.changes.length === 0) return changeOther(ctx, contact, rest);
    const other = read.rest === '' ? undefined : await changeOther(ctx, contact, read.rest);
    if (other?.failed) return other;
    const changed = await changeFields(ctx.tx, contact.id, read.changes);
    const card = await contactCard(ctx, ctx.t, ctx.locale, contact.id);
    return { ...card, hint: other?.hint ?? (changed ? ctx.t.edit.done : ctx.t.desk.unchanged) };
  },
};

/** Whatever is no field: names, addresses, tags, the city. */
async function changeOther(ctx: CommandContext, contact: Contact, typed: string): Promise<Reply> {
  const words = withRemoval(typed);
  const named = newNameIn(words);
  if (named) return change(ctx, contact, `name: ${named}`);
  const city = cityBehindLabel(words);
  if (city) return change(ctx, contact, `city: ${city}`);
  const wish = await asChange(ctx, contact, words);
  return typeof wish === 'string' ? change(ctx, contact, wish) : wish;
}

/** 'remove her phone', 删除邮箱, 'delete #vip' with the sign that means the same; any other words as they are. */
function withRemoval(words: string): string {
  const what = behindClear(words);
  if (what === undefined) return words;
  const signed = `-${what}`;
  const isWhole = readSigned(signed).words === '' || [...signed.matchAll(REMOVAL)].some(([whole]) => whole === signed);
  return isWhole && (tagIn(what) || /[\d@]/.test(what) || readSigned(signed).gone.length > 0) ? signed : words;
}

/** 把电话改成138…: the one phone they have goes, unless they write from it, and the new one comes; of several it is asked which. */
async function asChange(ctx: CommandContext, contact: Contact, words: string): Promise<string | Reply> {
  const wish = changeIn(words);
  if (!wish) return withoutLabels(ctx, contact, words);
  const { field, label, value } = wish;
  const named = `${field === 'name' ? 'name' : label}: ${value}`;
  const had = await addressesBy(ctx, contact.id, field);
  if (had.some((one) => isMeant(one, value, ctx.settings.country))) return named;
  const [only] = had;
  if (had.length > 1) return askWhich(ctx, contact, had, named);
  return only && !(await isNeeded(ctx, contact.id, only)) ? `-${only.address} ${named}` : named;
}

/** -电话 takes away the one there is; of several it is asked which. */
async function withoutLabels(ctx: CommandContext, contact: Contact, typed: string): Promise<string | Reply> {
  const { words, gone } = readSigned(typed);
  const removed: string[] = [];
  for (const { field, label } of gone) {
    if (field === 'city') {
      removed.push('city: -');
      continue;
    }
    const had = await addressesBy(ctx, contact.id, field);
    if (had.length > 1) return askWhich(ctx, contact, had, words);
    if (!had[0]) return failed(ctx.t.edit.hasNone(nameOf(contact), label));
    removed.push(`-${had[0].address}`);
  }
  return [...removed, words].filter(Boolean).join('\n');
}

const addressesBy = async (ctx: CommandContext, contactId: string, field: string): Promise<Address[]> =>
  (await addressesOf(ctx.tx, contactId)).filter(({ channel }) => channel === field);

const written = ({ settings }: CommandContext, { channel, address }: Address): string =>
  channel === PHONE ? formatPhone(address, settings.country) : address;

/** Which of several is to go; a new one may also stand beside them. */
function askWhich(ctx: CommandContext, contact: Contact, had: Address[], added: string): Reply {
  const { t } = ctx;
  const rest = added.replace(/\n/g, ' ').trim();
  const buttons = had.map((one) => [
    { label: t.edit.goes(written(ctx, one)), command: `/edit c${contact.id} -${one.address} ${rest}`.trim() },
  ]);
  const beside = { label: t.edit.beside, command: `/edit c${contact.id} ${rest}` };
  return failed(t.edit.which(nameOf(contact)), { buttons: [...buttons, ...(rest ? [[beside]] : [])] });
}

async function change(ctx: CommandContext, contact: Contact, words: string): Promise<Reply> {
  const { country } = ctx.settings;
  const removed = [...words.matchAll(REMOVAL)].map(([, what]) => what!);
  const added = words.replace(REMOVAL, '\n').trim();
  const given = givenIn(withoutPlus(added, country), country);
  const cleared = /^(?:-|－)$/.test(given.city);
  if (given.name && !saysName(added)) return askWhat(ctx, contact, words);
  await lockIdentities(ctx.tx, given.identities);
  const tags = removed.flatMap((what) => tagIn(what) ?? []);
  const wrong = await removeAll(
    ctx,
    contact,
    removed.filter((what) => !tagIn(what)),
  );
  if (wrong) return wrong;
  if (given.name) await rename(ctx.tx, contact.id, given.name, BY_USER);
  if (cleared) await changeCity(ctx.tx, contact.id, null);
  const kept = await keepGiven(ctx, contact.id, cleared ? { ...given, city: '' } : given);
  const changed =
    kept ||
    (cleared && contact.city !== null) ||
    removed.length > 0 ||
    (given.name !== '' && given.name !== contact.name);
  await changeTags(ctx.tx, contact.id, [], tags);
  const card = await contactCard(ctx, ctx.t, ctx.locale, contact.id);
  const unread = given.unread.map((typed) =>
    ctx.t.edit.unread(typed, countryName(countryOf(typed, country), ctx.locale)),
  );
  const noted = given.notes.length > 0 ? [ctx.t.add.noted(given.notes.join(ctx.t.add.comma))] : [];
  const beside = changed ? await besideNew(ctx, contact.id, given) : [];
  const stays =
    beside.length > 0 ? [ctx.t.edit.stays(beside.map((one) => written(ctx, one)).join(ctx.t.add.comma))] : [];
  const buttons = await Promise.all(
    beside.map(async (one) => {
      const label = ctx.t.edit.goes(written(ctx, one));
      return (await isNeeded(ctx, contact.id, one)) ? [] : [{ label, command: `/edit c${contact.id} -${one.address}` }];
    }),
  );
  return {
    ...card,
    hint: [changed ? ctx.t.edit.done : ctx.t.desk.unchanged, ...stays, ...unread, ...noted].join('\n'),
    buttons: [...(card.buttons ?? []), ...buttons.filter(({ length }) => length > 0)],
  };
}

/** What stands beside a new phone or mail address: a user who changes one may think that it is gone. */
async function besideNew(ctx: CommandContext, contactId: string, { identities }: Given): Promise<Address[]> {
  const added = new Set(identities.map(({ address }) => address));
  const channels = new Set(identities.map(({ channel }) => channel));
  const all = channels.size > 0 ? await addressesOf(ctx.tx, contactId) : [];
  return all.filter(({ channel, address }) => channels.has(channel) && !added.has(address));
}

/** The plus that means "add" before a number that has none of its own. */
function withoutPlus(words: string, country: string): string {
  return words.replace(/(?<!\S)[+＋]\s?(\d[\d ()-]*\d(?!\S)|\S+)/gu, (whole, what: string) => {
    // written in one piece, a number of one's own country is likelier than one whose country's code it begins with by chance
    const abroad = !/^\d+$/u.test(what) && readPhone(`+${what}`, country) !== undefined;
    const athome = readPhone(what, country) !== undefined || normaliseEmail(what) !== undefined || tagIn(what);
    return athome && !abroad ? what : whole;
  });
}

/** Whether it can only be taken out whole, with what depends on it. */
const isNeeded = async ({ tx }: CommandContext, contactId: string, one: Address): Promise<boolean> =>
  (await isWrittenFrom(tx, contactId, one)) || broughtAnother(tx, contactId, one);

/** All or none: why one of them cannot be taken away. */
async function removeAll(ctx: CommandContext, contact: Contact, typed: string[]): Promise<Reply | undefined> {
  const own = await addressesOf(ctx.tx, contact.id);
  const meant = typed.map((what) => ({ what, address: own.find((one) => isMeant(one, what, ctx.settings.country)) }));
  for (const { what, address } of meant) {
    if (!address) return failed(ctx.t.split.notTheirs(nameOf(contact), what));
    if (await isWrittenFrom(ctx.tx, contact.id, address)) return takenOutWhole(ctx, contact, address, 'writesFrom');
    if (await broughtAnother(ctx.tx, contact.id, address)) return takenOutWhole(ctx, contact, address, 'broughtBy');
  }
  for (const { address } of meant) await removeAddress(ctx.tx, contact.id, address!);
  return undefined;
}

function isMeant({ channel, address }: Address, typed: string, country: string): boolean {
  const digits = (text: string) => text.replace(/\D/g, '');
  if (address.toLowerCase() === typed.toLowerCase()) return true;
  if (channel !== PHONE) return address === normaliseEmail(typed);
  return address === normalisePhone(typed, country) || (digits(typed).length > 4 && digits(address) === digits(typed));
}

/**
 * What is written from there would come from a stranger, and the answers with it; and an account that may be another's would stay, with its
 * orders: it can only be taken out whole.
 */
function takenOutWhole(
  { t }: CommandContext,
  contact: Contact,
  { channel, address }: Address,
  why: 'writesFrom' | 'broughtBy',
): Reply {
  return failed(t.edit[why](nameOf(contact), t.channel(channel), address), {
    buttons: [[{ label: t.button.takeOut, command: `/split c${contact.id} ${channel}:${address}` }]],
  });
}
