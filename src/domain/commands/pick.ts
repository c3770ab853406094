import { foldText } from '../../text/fold.ts';
import { type Contact, identitiesOf, loadContact } from '../contact.ts';
import { type Conversation, conversationOf, loadConversation } from '../conversation.ts';
import { loadContactNow } from '../merge.ts';
import { ordersNumbered } from '../order.ts';
import { orderCard } from '../order_card.ts';
import type { Reply } from '../reply.ts';
import { findContacts, lastSeen } from '../search.ts';
import type { CommandContext } from './command.ts';
import { onlyFilledIn } from './values.ts';
import { explicitContact, explicitConversation, splitFirst } from './words.ts';

/** Names have up to this many words. */
const MAX_NAME_WORDS = 4;
/** So many people of one name are offered as buttons. */
const MAX_CHOICES = 8;

/** The contact a command means, and the words that are left; or the question to ask back. */
export type Picked = { contact: Contact; rest: string } | { ask: Reply };

/**
 * Reads a contact off the front of the words: `c12`, a whole name of several words, or anything /find understands.
 * Answering a card, the words need not name anybody. `again` writes the command for a contact the owner picks.
 */
export async function pickContact(
  ctx: CommandContext,
  words: string,
  again: (contactRef: string, rest: string) => string,
): Promise<Picked> {
  const [first, rest] = splitFirst(words);
  if (/^[?？]$/.test(first)) return { ask: await whoReply(ctx, (ref) => again(ref, rest)) };
  if (!ctx.about && onlyFilledIn(words)) return { ask: await whoReply(ctx, (ref) => again(ref, words)) };
  const explicit = explicitContact(first);
  if (explicit) {
    const contact = await loadContactNow(ctx.tx, explicit);
    return contact ? { contact, rest } : { ask: ctx.t.find.nobody(first) };
  }
  if (ctx.about) return { contact: ctx.about.contact, rest: words.trim() };
  const named = await byWholeName(ctx, words);
  const { name, ids, left } = named ?? { name: first, ids: await foundBy(ctx, first), left: rest };
  if (ids.length === 0) return { ask: await nobodyReply(ctx, name) };
  if (ids.length === 1) return { contact: (await loadContact(ctx.tx, ids[0]!))!, rest: left };
  const buttons = [];
  for (const id of ids) buttons.push([{ label: await distinctName(ctx, id), command: again(`c${id}`, left).trim() }]);
  return { ask: { failed: true, title: ctx.t.find.which(name), buttons } };
}

/** Whom? The people seen last, as buttons: '/note ? call back' asks so. */
async function whoReply(ctx: CommandContext, again: (contactRef: string) => string): Promise<Reply> {
  const buttons = (await lastSeen(ctx.tx, MAX_CHOICES)).map(({ id, name }) => [
    { label: name || `c${id}`, command: again(`c${id}`).trim() },
  ]);
  return { failed: true, text: ctx.t.find.whom, ...(buttons.length > 0 && { buttons }) };
}

/** For commands whose words can only be a name: whoever is named is meant, whatever card it answers. */
export function pickNamed(ctx: CommandContext, name: string, again: (contactRef: string) => string): Promise<Picked> {
  return pickContact(name ? { ...ctx, about: undefined } : ctx, name, again);
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
  return conversation ? { ...picked, conversation } : { ask: ctx.t.reply.noChannel(picked.contact.name) };
}

/** Whoever is found, and who placed the order of this number. */
async function foundBy(ctx: CommandContext, word: string): Promise<string[]> {
  const people = (await findContacts(ctx.tx, word, MAX_CHOICES)).map((contact) => contact.id);
  const buyers = (await ordersNumbered(ctx.tx, word, MAX_CHOICES)).flatMap((order) => order.contactId ?? []);
  return [...new Set([...buyers, ...people])].slice(0, MAX_CHOICES);
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

/** The longest run of leading words that is a whole name, everybody who has it, and the words left as they were typed. */
async function byWholeName(
  ctx: CommandContext,
  words: string,
): Promise<{ name: string; ids: string[]; left: string } | undefined> {
  const parts = words.trim().split(/\s+/u);
  const prefixes = parts.slice(0, MAX_NAME_WORDS).map((_, index) => parts.slice(0, index + 1).join(' '));
  const rows = await ctx.tx<{ id: string; name: string }>`
    select id, fold_text(name) as name from contacts
    where fold_text(name) = any(${prefixes.map(foldText)})
    order by length(name) desc, id limit ${MAX_CHOICES}`;
  const name = rows[0]?.name;
  if (name === undefined) return undefined;
  let left = words;
  for (const _ of name.split(' ')) left = splitFirst(left)[1];
  return { name, ids: rows.filter((row) => row.name === name).map((row) => row.id), left };
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
