import { head } from '../../../text/cut.ts';
import { cleanName, normaliseEmail } from '../../../text/normalise.ts';
import { countryName } from '../../../text/person/country.ts';
import { namesNobody, withoutAsking } from '../../../text/person/new_person.ts';
import { readPerson } from '../../../text/person/person.ts';
import { parcelIn } from '../../../text/person/person_text.ts';
import { countryOf, exampleOf, formatPhone, readPhone } from '../../../text/person/phone.ts';
import { severalIn } from '../../../text/person/several.ts';
import type { Texts } from '../../../text/texts.ts';
import { contactCard } from '../../desk/contact_card.ts';
import { loadContactNow } from '../../merge/merge.ts';
import {
  type Contact,
  contactByIdentity,
  insertContact,
  loadContact,
  lockIdentities,
  lockName,
  rename,
} from '../../people/contact.ts';
import { BY_USER, nameOf, standsIn } from '../../people/name.ts';
import { sameName } from '../../people/same_name.ts';
import { EMAIL, PHONE } from '../../people/sign.ts';
import { type Button, failed, type Reply } from '../../reply.ts';
import { type Command, type CommandContext, Incomplete } from '../command.ts';
import { distinctName } from '../who/choices.ts';
import { fieldsAmong, withDays } from '../who/given_fields.ts';
import { noSuchContact } from '../who/no_id.ts';
import { type Given, givenIn, keepGiven } from '../who/person.ts';
import { holdersOfAny } from '../who/proof.ts';
import { readValues, type Values, writeValues } from '../words/values.ts';
import { explicitContact, splitFirst, tagIn } from '../words/words.ts';
import { goOn, wishButtons } from './whom/wish.ts';

interface Args {
  /** Whom it is added to: a contact's id, or surely somebody new. */
  to: { id: string } | 'new' | undefined;
  words: string;
  /** What was filled in, each where it belongs. */
  filled: Filled;
}

type Filled = Partial<Record<(typeof KEYS)[number], string>>;

const KEYS = ['name', PHONE, EMAIL, 'tags', 'note', 'goesOn'] as const;
const LABEL = 20;
/** How many people of one name are offered. */
const MAX_NAMESAKES = 4;

/**
 * '/add 张三 13800138000 zhang@example.com #vip city:上海', in any order; '/add c13 …' adds to contact 13, '/add + …' makes somebody new
 * whoever is known. Whoever may be known already is asked about.
 */
export const add: Command<Args> = {
  name: 'add',
  role: 'helper',
  saidAtOnce: 'sure',
  changes: true,
  form: {
    title: 'add',
    need: 'newName',
    fields: [
      { key: 'name', required: true },
      { key: PHONE },
      { key: EMAIL },
      { key: 'tags' },
      { key: 'note', multiline: true },
    ],
  },
  parse(typed) {
    const { before, values: filled } = readValues(typed, KEYS);
    const [first, rest] = splitFirst(before);
    const id = explicitContact(first);
    if (id) return { to: { id }, words: rest, filled };
    const isNew = /^[+＋]$/.test(first);
    const args: Args = { to: isNew ? 'new' : undefined, words: isNew ? rest : withoutAsking(before), filled };
    if (namesNobody(isNew ? rest : before) && Object.keys(filled).length === 0)
      return new Incomplete('newName', 'instead');
    const { name, phones, emails } = readPerson(args.words, '');
    const named = name || phones.length + emails.length > 0 || filled.name || filled.phone || filled.email;
    return named ? args : new Incomplete('newName');
  },
  async run(ctx, args) {
    const parcel = args.to ? undefined : parcelIn(args.words);
    if (parcel) return askWhichOf(ctx, parcel);
    const several = args.to ? [] : severalIn(args.words, ctx.settings.country);
    if (several.length > 0) return askForEach(ctx, several, args);
    const given = withFilled(ctx, givenIn(args.words, ctx.settings.country), args.filled);
    if ('wrong' in given) return failed(given.wrong);
    await lockIdentities(ctx.tx, given.identities);
    await lockName(ctx.tx, given.name);
    if (args.to === 'new') return saveNew(ctx, given);
    if (args.to) {
      const contact = await loadContactNow(ctx.tx, args.to.id);
      return contact ? complete(ctx, contact, given) : noSuchContact(ctx.t, `c${args.to.id}`);
    }
    const known = await contactByIdentity(ctx.tx, given.identities);
    if (known) return addToHolder(ctx, given, args);
    const namesakes = await namesakesOf(ctx, given.name);
    return namesakes.length > 0 ? askWho(ctx, namesakes, given, args) : saveNew(ctx, given);
  },
};

/** A parcel names who sends it and who receives it: nothing is saved before the user says who is meant. */
function askWhichOf({ t }: CommandContext, { sender, receiver }: { sender: string; receiver: string }): Reply {
  return failed(t.add.twoPeople, {
    buttons: [
      [{ label: t.add.receiver(head(receiver, LABEL)), command: `/add ${receiver}` }],
      [{ label: t.add.sender(head(sender, LABEL)), command: `/add ${sender}` }],
    ],
  });
}

/** Each with their own address is added by a button of their own; they may be one person's all the same. */
function askForEach({ t }: CommandContext, people: string[], { words, filled }: Args): Reply {
  const buttons = people
    .slice(0, MAX_NAMESAKES)
    .map((one) => [{ label: t.add.addEach(head(one, LABEL)), command: `/add ${one}` }]);
  const all = [words, writeValues(filled as Values)].filter(Boolean).join(' ');
  return failed(t.add.several, { buttons: [...buttons, [{ label: t.add.allOne, command: `/add + ${all}` }]] });
}

/** The first address anybody has may be several people's: whoever is called so is meant; else the user says to whom it is added. */
async function addToHolder(ctx: CommandContext, given: Draft, args: Args): Promise<Reply> {
  const holders: Contact[] = [];
  const called: Contact[] = [];
  for (const identity of given.identities) {
    if (holders.length > 0) break;
    for (const id of await holdersOfAny(ctx, [identity])) holders.push((await loadContact(ctx.tx, id))!);
  }
  for (const holder of holders) if (await isCalled(holder, given.name)) called.push(holder);
  const [only, ...others] = called;
  if (only && others.length === 0) return complete(ctx, only, given);
  return askWho(ctx, (only ? called : holders).slice(0, MAX_NAMESAKES), given, args);
}

async function isCalled(known: Contact, name: string): Promise<boolean> {
  return name === '' || known.name === '' || known.name === name || (await sameName(known.name, name));
}

/** Everybody who has this name, or had it. */
async function namesakesOf(ctx: CommandContext, name: string): Promise<Contact[]> {
  if (name === '') return [];
  const rows = await ctx.tx<{ id: string }>`
    select id from (
      select id from contacts where fold_text(name) = fold_text(${name})
      union
      select contact_id from contact_signs where source = 'former' and fold_text(address) = fold_text(${name})
      union
      select contact_id from contact_identities where known_as is not null and fold_text(known_as) = fold_text(${name})
    ) namesake join contacts c using (id)
    order by fold_text(c.name) = fold_text(${name}) desc, c.last_seen_at desc nulls last, id limit ${MAX_NAMESAKES}`;
  const found: Contact[] = [];
  for (const { id } of rows) found.push((await loadContact(ctx.tx, id))!);
  return found;
}

async function saveNew(ctx: CommandContext, given: Draft): Promise<Reply> {
  const address = given.identities[0]?.address ?? given.signs[0]?.address ?? '';
  const draft = given.name ? { name: given.name, nameFrom: BY_USER } : { name: address.replace(/@.*/, '') };
  const { id } = await insertContact(ctx.tx, draft);
  const { changes, notes, unclear } = await fieldsAmong(ctx, undefined, given);
  const kept = { ...given, notes };
  await keepGiven(ctx, id, kept, changes);
  return withDays(ctx, id, await saved(ctx, id, kept, ctx.t.add.added), unclear);
}

/** An address several people have is somebody's, but whose nobody said. */
function whyAsked(t: Texts, held: string | undefined, name: string, holder: string): string {
  if (held && name === '') return t.find.which(held);
  return held ? t.add.heldBy(held, holder, name) : t.add.sameName(name);
}

/** What is new goes to somebody known; a name they have not is kept as a note. */
async function complete(ctx: CommandContext, contact: Contact, given: Draft): Promise<Reply> {
  const { name } = given;
  const takesName = name !== '' && (await standsIn(ctx.tx, contact.id));
  const other = name !== '' && !takesName && !(await isCalled(contact, name));
  if (takesName) await rename(ctx.tx, contact.id, name, BY_USER);
  const { changes, notes, unclear } = await fieldsAmong(ctx, contact.id, given);
  const all = { ...given, notes: other ? [name, ...notes] : notes };
  const changed = (await keepGiven(ctx, contact.id, all, changes)) || takesName;
  const { known, nothingNew } = ctx.t.add;
  const said = (changed ? known : nothingNew)(nameOf(contact));
  return isOnTheirCard(ctx, contact, given)
    ? addedOnCard(ctx, contact, given, said)
    : withDays(ctx, contact.id, await saved(ctx, contact.id, all, said), unclear);
}

/** An address or a note that a button of their own card adds: who they are stands there already. */
const isOnTheirCard = ({ about, pressed, typed }: CommandContext, { id }: Contact, { name, goesOn }: Draft): boolean =>
  pressed !== undefined && !typed && about?.contact.id === id && name === '' && !goesOn;

/** In a line, which the card shows. */
function addedOnCard({ t, settings }: CommandContext, { id }: Contact, given: Draft, said: string): Reply {
  const addresses = given.identities.map(({ channel, address }) =>
    channel === PHONE ? formatPhone(address, settings.country) : address,
  );
  const what = [...addresses, ...given.signs.map(({ address }) => t.address(address)), ...given.notes];
  return { text: [said, ...what].join(' '), person: { contactId: id, sure: false } };
}

/** Which country's number it is not, and how one looks there. */
function unreadPhone({ t, settings, locale }: CommandContext, typed: string): string {
  const country = countryOf(typed, settings.country);
  return t.add.unread(typed, countryName(country, locale), exampleOf(country));
}

/** The card, what became of every word, and how to put it right. */
async function saved(ctx: CommandContext, contactId: string, given: Draft, said: string): Promise<Reply> {
  const { t } = ctx;
  const card = await contactCard(ctx, t, ctx.locale, contactId);
  const notes = given.notes.join(t.add.comma);
  const lines = [said, ...given.unread.map((typed) => unreadPhone(ctx, typed)), ...(notes ? [t.add.noted(notes)] : [])];
  const whole = cleanName([given.name, ...given.notes].join(' '));
  const isName = given.name !== '' && notes !== '' && !notes.includes(':') && !notes.includes('：');
  const rename = { label: t.add.isName, command: `/rename c${contactId} ${whole}` };
  return {
    ...card,
    hint: lines.join('\n'),
    buttons: [
      ...goOn(ctx, contactId, given),
      ...wishButtons(t, contactId, given.notes),
      ...(card.buttons ?? []),
      ...(isName ? [[rename]] : []),
    ],
  };
}

/** Somebody has this address, or is called so: only the user knows whether it is them. Nothing is saved. */
async function askWho(ctx: CommandContext, known: Contact[], given: Given, { words, filled }: Args): Promise<Reply> {
  const { t } = ctx;
  const typed = [words, writeValues(filled as Values)].filter(Boolean).join(' ');
  const buttons: Button[][] = [];
  for (const { id } of known) {
    buttons.push([{ label: t.add.addTo(await distinctName(ctx, id)), command: `/add c${id} ${typed}` }]);
  }
  buttons.push([{ label: t.add.newContact, command: `/add + ${typed}` }]);
  const [first] = known;
  const held = await heldBy(ctx, first!, given);
  return {
    undecided: true,
    title: given.name || nameOf(first!),
    text: whyAsked(t, held, given.name, nameOf(first!)),
    fields: [...given.identities, ...given.signs].map(({ channel, address }) => ({
      label: t.channel(channel),
      value: t.address(address),
    })),
    buttons,
    hint: t.add.notSaved,
  };
}

/** Which of the addresses is this contact's. */
async function heldBy(ctx: CommandContext, contact: Contact, { identities }: Given): Promise<string | undefined> {
  for (const identity of identities) {
    const owner = await contactByIdentity(ctx.tx, [identity]);
    if (owner?.id === contact.id)
      return identity.channel === PHONE ? formatPhone(identity.address, ctx.settings.country) : identity.address;
  }
  return undefined;
}

/** What is known of somebody, and the line that goes on with them once they are added. */
type Draft = Given & { goesOn?: string | undefined };

/** What was typed and what was filled in, together; or why a field cannot be read. */
function withFilled(ctx: CommandContext, typed: Given, filled: Filled): Draft | { wrong: string } {
  const { country } = ctx.settings;
  const { t } = ctx;
  if (filled.phone && !readPhone(filled.phone, country))
    return {
      wrong: t.add.notAPhone(
        filled.phone,
        countryName(countryOf(filled.phone, country), ctx.locale),
        exampleOf(countryOf(filled.phone, country)),
      ),
    };
  const email = filled.email && normaliseEmail(filled.email);
  if (filled.email && !email) return { wrong: t.add.notAnEmail(filled.email) };
  const tags = filled.tags?.split(/[\s,，、;；#＃]+/u).filter(Boolean) ?? [];
  const noTag = tags.find((tag) => !tagIn(`#${tag}`));
  if (noTag) return { wrong: t.add.notATag(noTag) };
  const phone = givenIn(filled.phone ?? '', country);
  return {
    ...typed,
    name: cleanName(`${typed.name} ${filled.name ?? ''}`),
    identities: [...typed.identities, ...phone.identities, ...(email ? [{ channel: EMAIL, address: email }] : [])],
    signs: [...typed.signs, ...phone.signs],
    tags: [...typed.tags, ...tags.map((tag) => tagIn(`#${tag}`)!)],
    notes: [...typed.notes, ...(filled.note ? [filled.note] : [])],
    goesOn: filled.goesOn,
  };
}
