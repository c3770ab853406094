import { foldText } from '../../text/fold.ts';
import { type Contact, identitiesOf, loadContact } from '../contact.ts';
import { type Conversation, conversationOf, loadConversation } from '../conversation.ts';
import { loadContactNow } from '../merge.ts';
import { ordersNumbered } from '../order.ts';
import { orderCard } from '../order_card.ts';
import { nameOf } from '../proposal.ts';
import type { Reply } from '../reply.ts';
import { findContacts, lastSeen } from '../search.ts';
import type { CommandContext } from './command.ts';
import { isCalled, moreOfName, nameCuts, nearness } from './naming.ts';
import { nowhereToAnswer } from './nowhere.ts';
import { unreadReply } from './unread.ts';
import { onlyFilledIn } from './values.ts';
import { explicitContact, explicitConversation, splitFirst } from './words.ts';

/** So many people of one name are offered as buttons. */
const MAX_CHOICES = 8;

/** The contact a command means, and the words that are left; or the question to ask back. */
export type Picked = { contact: Contact; rest: string } | { ask: Reply };

type Again = (contactRef: string, rest: string) => string;

/**
 * Reads a contact off the front of the words: `c12`, a whole name of several words, or a word, number or address that is surely
 * theirs; about anything else it asks. Answering a card, the words need not name anybody. `again` writes the command for a contact the
 * owner picks.
 */
export async function pickContact(ctx: CommandContext, words: string, again: Again): Promise<Picked> {
  const [first, rest] = splitFirst(words);
  if (/^[?？]$/.test(first)) return { ask: await whoReply(ctx, (ref) => again(ref, rest)) };
  if (!ctx.about && onlyFilledIn(words)) return { ask: await whoReply(ctx, (ref) => again(ref, words)) };
  const [cut] = nameCuts(words);
  const explicit = cut && explicitContact(cut.name);
  if (explicit) {
    const contact = await loadContactNow(ctx.tx, explicit);
    return contact ? { contact, rest: cut.left } : { ask: ctx.t.find.nobody(cut.name) };
  }
  const named = await byWholeName(ctx, words);
  if (ctx.about) return inAnswer(ctx, { contact: ctx.about.contact, rest: words.trim() }, named, again);
  return named ? oneOf(ctx, named, again) : byWord(ctx, words, again);
}

/** Words under a card are about its customer, unless they begin with somebody else's whole name: then only the owner knows. */
function inAnswer(
  ctx: CommandContext,
  picked: { contact: Contact; rest: string },
  named: Named | undefined,
  again: Again,
): Picked {
  if (!named || named.ids.includes(picked.contact.id)) return picked;
  const { contact, rest } = picked;
  const buttons = [
    ...named.ids.map((id) => [{ label: named.name, command: again(`c${id}`, named.left).trim() }]),
    [{ label: nameOf(contact), command: again(`c${contact.id}`, rest).trim() }],
  ];
  return { ask: { failed: true, text: ctx.t.find.cardOrNamed(nameOf(contact), named.name), buttons } };
}

/** The one who has the name, or which of them. What may be more of the name is asked about, rather than sent to whoever has it. */
async function oneOf(ctx: CommandContext, { name, ids, left }: Named, again: Again): Promise<Picked> {
  if (ids.length > 1) return { ask: await whichReply(ctx, ctx.t.find.which(name), ids, (ref) => again(ref, left)) };
  const contact = (await loadContact(ctx.tx, ids[0]!))!;
  const more = moreOfName(contact.name, name, left);
  if (!more) return { contact, rest: left };
  const ref = `c${contact.id}`;
  const buttons = [more.left, left].map((rest) => [
    { label: `${contact.name}: ${rest || '–'}`, command: again(ref, rest).trim() },
  ]);
  return { ask: { failed: true, text: ctx.t.find.moreOfName(more.part, contact.name), buttons } };
}

/** No whole name: who is surely meant by the first word, and otherwise whoever may be. */
async function byWord(ctx: CommandContext, words: string, again: Again): Promise<Picked> {
  const [first, rest] = splitFirst(words);
  const typed = first.replace(/[:：,，]+$/u, '');
  const [cut] = nameCuts(words);
  const found = await foundBy(ctx, typed);
  if (found.length > 0 || !cut || cut.name === typed) return meantBy(ctx, { name: typed, left: rest }, found, again);
  return meantBy(ctx, cut, await foundBy(ctx, cut.name), again);
}

async function meantBy(
  ctx: CommandContext,
  { name, left }: Omit<Named, 'ids'>,
  found: Found[],
  again: Again,
): Promise<Picked> {
  const sure = surely(found);
  if (sure.length > 0) return oneOf(ctx, { name, ids: sure, left }, again);
  if (found.length === 0) return { ask: await nobodyReply(ctx, name) };
  return { ask: await perhapsReply(ctx, name, found, (ref) => again(ref, left)) };
}

/** Nobody is called so: somebody nearly so may be meant. */
async function perhapsReply(
  ctx: CommandContext,
  typed: string,
  found: Found[],
  again: (contactRef: string) => string,
): Promise<Reply> {
  const ids = found.map(({ id }) => id);
  const [only] = found.length === 1 ? found : [];
  const reply = await whichReply(ctx, '', ids, again);
  const text = only ? ctx.t.find.perhaps(typed, only.name || `c${only.id}`) : ctx.t.find.perhapsOneOf(typed);
  return { failed: true, text, buttons: reply.buttons! };
}

async function whichReply(
  ctx: CommandContext,
  title: string,
  ids: string[],
  again: (contactRef: string) => string,
): Promise<Reply> {
  const buttons = [];
  for (const id of ids) buttons.push([{ label: await distinctName(ctx, id), command: again(`c${id}`).trim() }]);
  return { failed: true, title, buttons };
}

/** Whom? The people seen last, as buttons: '/note ? call back' asks so. */
async function whoReply(ctx: CommandContext, again: (contactRef: string) => string): Promise<Reply> {
  const buttons = (await lastSeen(ctx.tx, MAX_CHOICES)).map(({ id, name }) => [
    { label: name || `c${id}`, command: again(`c${id}`).trim() },
  ]);
  return { failed: true, text: ctx.t.find.whom, ...(buttons.length > 0 && { buttons }) };
}

/** For commands whose words can only be a name: whoever is named is meant, whatever card it answers; more words are none of its. */
export async function pickNamed(
  ctx: CommandContext,
  name: string,
  again: (contactRef: string) => string,
): Promise<Picked> {
  const picked = await pickNamedFirst(ctx, name, again);
  if ('ask' in picked || picked.rest === '') return picked;
  return { ask: unreadReply(ctx.t, picked.rest, again(`c${picked.contact.id}`)) };
}

/**
 * For commands whose words begin with a name, whatever card they answer. What follows a whole name is `rest`; behind a part of a name
 * it may be more of the name, so that is asked.
 */
export async function pickNamedFirst(ctx: CommandContext, name: string, again: Again): Promise<Picked> {
  const named = name ? { ...ctx, about: undefined } : ctx;
  const picked = await pickContact(named, name, again);
  if ('ask' in picked || picked.rest === '') return picked;
  if (explicitContact(nameCuts(name)[0]!.name) || (await byWholeName(ctx, name))) return picked;
  if (isCalled(picked.contact.name, name)) return { ...picked, rest: '' };
  const { contact, rest } = picked;
  const found = [{ id: contact.id, name: contact.name, sure: undefined }];
  return { ask: await perhapsReply(ctx, name, found, (ref) => again(ref, rest)) };
}

/**
 * For what only shows somebody: whoever a search finds best, and what to say where that is not the name that was typed.
 */
export async function pickShown(
  ctx: CommandContext,
  name: string,
  again: (contactRef: string) => string,
): Promise<(Extract<Picked, { contact: Contact }> & { hint?: string }) | { ask: Reply }> {
  const picked = await pickNamedFirst(ctx, name, again);
  if (!('ask' in picked)) return picked;
  const found = await foundBy(ctx, name);
  const [first] = found;
  if (!first || found.length > 1 || first.sure) return picked;
  const contact = (await loadContact(ctx.tx, first.id))!;
  return { contact, rest: '', hint: ctx.t.find.shownInstead(name, nameOf(contact)) };
}

/** The conversation of the card if it is with this contact, else the one an answer to them goes to. */
export async function conversationWith(ctx: CommandContext, contactId: string): Promise<Conversation | undefined> {
  return ctx.about?.contact.id === contactId ? ctx.about.conversation : conversationOf(ctx.tx, contactId);
}

/** The conversation meant: `v12`, the card's when nobody is named, or the one an answer to whoever is named goes to. */
export async function pickConversation(
  ctx: CommandContext,
  words: string,
  again: (contactRef: string) => string,
): Promise<{ contact: Contact; conversation: Conversation } | { ask: Reply }> {
  const id = explicitConversation(words.trim());
  const explicit = id && (await loadConversation(ctx.tx, id));
  if (explicit) return { contact: (await loadContact(ctx.tx, explicit.contactId))!, conversation: explicit };
  const picked = await pickNamed(ctx, words, again);
  if ('ask' in picked) return picked;
  const conversation = await conversationWith(ctx, picked.contact.id);
  return conversation ? { ...picked, conversation } : { ask: await nowhereToAnswer(ctx, picked.contact) };
}

interface Found {
  id: string;
  name: string;
  /** Why it is surely them: their name or its word, number or address; or their name begins so. Undefined: it only may be. */
  sure: 'named' | 'begins' | undefined;
}

/** Whoever is found, and who placed the order of this number. */
async function foundBy(ctx: CommandContext, word: string): Promise<Found[]> {
  const buyers = (await ordersNumbered(ctx.tx, word, MAX_CHOICES)).flatMap((order) => order.contactId ?? []);
  const found = new Map<string, Found>(buyers.map((id) => [id, { id, name: '', sure: 'named' }]));
  for (const { id, name } of await findContacts(ctx.tx, word, MAX_CHOICES)) {
    if (found.has(id)) continue;
    const reached = isAddress(word) && (await hasAddress(ctx, id, word));
    found.set(id, { id, name, sure: reached ? 'named' : nearness(name, word) });
  }
  return [...found.values()].slice(0, MAX_CHOICES);
}

/** Of those found, who has the name, number or address; else whose name begins so. */
function surely(found: Found[]): string[] {
  const named = found.filter(({ sure }) => sure === 'named');
  return (named.length > 0 ? named : found.filter(({ sure }) => sure === 'begins')).map(({ id }) => id);
}

/** A mail address, or at least the last four digits of a phone. */
const isAddress = (word: string): boolean => word.includes('@') || word.replace(/\D/g, '').length >= 4;

/** What somebody is reached at proves who is meant; a number that only may be theirs does not. */
async function hasAddress(ctx: CommandContext, contactId: string, typed: string): Promise<boolean> {
  const digits = typed.replace(/\D/g, '').replace(/^0+(?=\d{8})/, '');
  const identities = await identitiesOf(ctx.tx, contactId);
  return identities.some(({ channel, address }) =>
    channel === 'phone' ? address.endsWith(digits) : address.toLowerCase() === typed.toLowerCase(),
  );
}

/** An order whose buyer the shop does not name is shown all the same. */
async function nobodyReply(ctx: CommandContext, word: string): Promise<Reply> {
  const [order] = await ordersNumbered(ctx.tx, word, 1);
  return order ? orderCard(ctx, ctx.t, ctx.locale, order) : ctx.t.find.nobody(word);
}

/** Two people of one name are told apart by where they can be reached. */
export async function distinctName(ctx: CommandContext, contactId: string): Promise<string> {
  const contact = (await loadContact(ctx.tx, contactId))!;
  const [identity] = await identitiesOf(ctx.tx, contactId);
  const tags = contact.tags.map((tag) => ` #${tag}`).join('');
  return `${contact.name || `c${contactId}`}${tags}${identity ? ` · ${identity.address}` : ''}`;
}

/** Who is called so, and the words left as they were typed. */
interface Named {
  name: string;
  ids: string[];
  left: string;
}

/** The longest run of leading words that is a whole name, and everybody who has it. */
async function byWholeName(ctx: Pick<CommandContext, 'tx'>, words: string): Promise<Named | undefined> {
  const cuts = nameCuts(words).map((cut) => ({ ...cut, folded: foldText(cut.name.replace(/\s+/gu, ' ')) }));
  const rows = await ctx.tx<{ id: string; name: string }>`
    select id, fold_text(name) as name from contacts
    where fold_text(name) = any(${cuts.map(({ folded }) => folded)})
    order by length(name) desc, id limit ${MAX_CHOICES}`;
  const cut = cuts.findLast(({ folded }) => folded === rows[0]?.name);
  if (!cut) return undefined;
  return { name: cut.name, ids: rows.filter((row) => row.name === cut.folded).map((row) => row.id), left: cut.left };
}

/** A known contact whose whole name stands somewhere in the sentence: "给张三打电话", "call Anna Smith". */
export async function contactNamedIn(ctx: Pick<CommandContext, 'tx'>, sentence: string): Promise<Contact | undefined> {
  const candidates = [...hanRuns(sentence), ...wordRuns(sentence)];
  const [row] = await ctx.tx<{ id: string }>`
    select id from contacts where fold_text(name) = any(${candidates.map(foldText)}) order by length(name) desc, last_seen_at desc nulls last
    limit 1`;
  return row && loadContact(ctx.tx, row.id);
}

function hanRuns(sentence: string): string[] {
  const chars = [...sentence.slice(0, 200)];
  const runs: string[] = [];
  for (let length = 2; length <= 4; length++) {
    for (let start = 0; start + length <= chars.length; start++) {
      const run = chars.slice(start, start + length).join('');
      if (/^\p{Script=Han}+$/u.test(run)) runs.push(run);
    }
  }
  return runs;
}

function wordRuns(sentence: string): string[] {
  const words =
    sentence
      .slice(0, 200)
      .toLowerCase()
      .match(/[\p{L}\p{N}'.-]+/gu) ?? [];
  return words.flatMap((_, start) => [1, 2, 3].map((length) => words.slice(start, start + length).join(' ')));
}
