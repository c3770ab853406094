import { behindTitle } from '../../../text/person/greeting.ts';
import { behindJoiner } from '../../../text/person/joined.ts';
import { type Contact, loadContact } from '../../people/contact.ts';
import { nameOf } from '../../people/name.ts';
import { failed, type Reply } from '../../reply.ts';
import type { CommandContext } from '../command.ts';
import { unreadReply } from '../talk/unread.ts';
import { withoutDoubt } from '../words/in_doubt.ts';
import { onlyFilledIn } from '../words/values.ts';
import { explicitContact, explicitConversation, isRef, splitFirst } from '../words/words.ts';
import { gluedReadings } from './addressed.ts';
import { askBilled } from './billed.ts';
import {
  type Again,
  askOfRef,
  calledAsRef,
  nobodyReply,
  onceAdded,
  perhapsReply,
  whichReply,
  whoReply,
} from './choices.ts';
import { type Found, foundBy, surely } from './found.ts';
import { isCalled, isEither, isEverybody, isSaying, moreOfName, nameCuts } from './naming.ts';
import { nearlyFirst } from './nearly.ts';
import { noSuchContact } from './no_id.ts';
import { addressIn, type Reading } from './proof.ts';
import { byTitle, isFormer, readingsOf } from './readings.ts';
import { type Person, personOf } from './ref.ts';
import { spokenOf } from './said_to_be_for.ts';
import { askOfSecond } from './second.ts';
import { type InFront, isMarked, nameInFront } from './under_card.ts';

/** The contact a command means, and the words that are left; or the question to ask back. */
export type Picked = (Person & Typed) | { ask: Reply };

interface Typed {
  /** The words that are left. */
  rest: string;
  /** The address of theirs by which they were named. */
  at?: string;
}

/** How it was read: `part`, by a word or the beginning of a name only, so that what follows may be more of it. */
type Read = (Person & Typed & { part?: true }) | { ask: Reply };

/**
 * Reads a contact off the front of the words: `c12`, `v12`, what proves who is meant, a whole name of several words, or a word that is
 * surely theirs; about anything else, and where two people fit, it asks. Answering a card, the words need not name anybody. `behind`:
 * what follows is a value that the command sets, which may be a name, or it is more names.
 */
export async function pickContact(
  ctx: CommandContext,
  words: string,
  again: Again,
  behind: 'value' | 'names' | undefined = undefined,
): Promise<Picked> {
  const whom: Again = (ref, rest) => again(ref, withoutDoubt(ctx, rest));
  const picked = await read(ctx, words, whom, { isValue: behind === 'value' });
  if ('ask' in picked || !ctx.typed || behind || picked.rest === words.trim() || isRef(words.trim())) return picked;
  const inRow = COMMA.test(withBlanks(ctx, words.trim()).slice(0, -picked.rest.length || undefined));
  const second = await askOfSecond(ctx, picked.contact, picked.rest, again, inRow);
  return second ? { ask: second } : picked;
}

/** @Anna: the sign says that a name follows. */
const AT = /^[@＠](?=\p{L})/u;

/** Behind a name it may part one from the next. */
const COMMA = /[,，、]\s*$/u;

/**
 * 'sam,priya we are closed': a comma parts names as one with a blank does. Among Chinese characters it parts them as it is, and may stand in
 * what is said. Under a card the words are its customer's.
 */
function withBlanks({ about }: CommandContext, words: string): string {
  const [first] = splitFirst(words);
  if (about || !/^\p{L}/u.test(first) || first.includes('@')) return words;
  return (
    first.replace(/(?<=[\p{L}\p{N}])(?<!\p{Script=Han})[,，](?=\p{L})(?!\p{Script=Han})/gu, ', ') +
    words.slice(first.length)
  );
}

interface Wanted {
  /** What stands behind a whole name is none of the command's. */
  onlyNames?: boolean;
  isValue?: boolean;
}

async function read(
  ctx: CommandContext,
  typed: string,
  again: Again,
  { onlyNames = false, isValue = false }: Wanted = {},
): Promise<Read> {
  const words = withBlanks(ctx, typed.trim().replace(AT, ''));
  const [first, rest] = splitFirst(words);
  if (/^[?？]$/.test(first)) return { ask: await whoReply(ctx, (ref) => again(ref, rest)) };
  if (!ctx.about && onlyFilledIn(words)) return { ask: await whoReply(ctx, (ref) => again(ref, words)) };
  const explicit = await byRef(ctx, words, again);
  if (explicit) return explicit;
  if (ctx.about) return inAnswer(ctx, { contact: ctx.about.contact, rest: typed.trim() }, again, isValue);
  if (isEverybody(first)) return { ask: await notEverybody(ctx, words, again) };
  const readings = await readingsOf(ctx, words);
  const whole = onlyNames ? readings.filter(({ left }) => left === '') : [];
  return readings.length > 0 ? oneOf(ctx, whole.length > 0 ? whole : readings, again) : byWord(ctx, words, again);
}

/** A title is no proof: who fits is asked about, though it be one. */
async function askTitled(ctx: CommandContext, titled: Reading, again: Again): Promise<Reply> {
  const [id, ...others] = titled.ids;
  if (id === undefined) return nobodyReply(ctx, titled.name, onceAdded(again, titled.left));
  return perhapsReply(ctx, titled, again, others.length > 0 ? undefined : await loadContact(ctx.tx, id));
}

/** Whoever goes by a word for everybody, or for the owner, is not sure to be meant by it. */
async function notEverybody(ctx: CommandContext, words: string, again: Again): Promise<Reply> {
  const readings = await readingsOf(ctx, words);
  if (readings.length > 0) return whichReply(ctx, readings, again);
  const [first, left] = splitFirst(words);
  const name = first.replace(/[:：,，]+$/u, '');
  const found = await foundBy(ctx, name);
  const ids = found.map(({ id }) => id);
  return ids.length > 0 ? perhapsReply(ctx, { name, left, ids }, again, undefined) : nobodyReply(ctx, name);
}

/** 'c12' is a contact beyond doubt. 'v12' a conversation, but for the words under a card, which are the customer's. */
async function byRef(ctx: CommandContext, words: string, again: Again): Promise<Read | undefined> {
  const [cut] = nameCuts(words);
  const isContact = cut && explicitContact(cut.name) !== undefined;
  if (!cut || (!isContact && (ctx.about || explicitConversation(cut.name) === undefined))) return undefined;
  const [person, called] = await Promise.all([personOf(ctx.tx, cut.name), calledAsRef(ctx, cut.name)]);
  if (person) return (await askOfRef(ctx, cut, person.contact.id, again, called)) ?? { ...person, rest: cut.left };
  return isContact ? { ask: noSuchContact(ctx.t, cut.name) } : undefined;
}

/**
 * Words under a card are about its customer, whose name before them is none of what is said. Where they begin with somebody else's,
 * only the owner knows.
 */
async function inAnswer(
  ctx: CommandContext,
  picked: { contact: Contact; rest: string },
  again: Again,
  isValue: boolean,
): Promise<Read> {
  const { contact, rest } = picked;
  if (onlyFilledIn(rest)) return picked;
  const words = rest.replace(AT, '');
  const named =
    (await nameInFront(ctx, contact, words, words !== rest)) ??
    (await nearly(ctx, contact, words)) ??
    (await spokenOf(ctx, contact, words));
  if (named && 'others' in named) return askCardOrNamed(ctx, picked, named.others, again, isValue);
  const isWord = !named || (isSaying(named.own.name) && words === rest && !isMarked(words));
  if (isWord || !ctx.typed || (isValue && named.own.left === '')) return picked;
  const { name, left } = named.own;
  if (!isValue && !isEither(name)) return oneOf(ctx, [{ name, left, ids: [contact.id] }], again);
  return { ask: ofNameOrWords(ctx, contact, name, [left, rest], again) };
}

/** Somebody called nearly as the words begin, where what follows would reach a customer. */
async function nearly(ctx: CommandContext, card: Contact, words: string): Promise<InFront | undefined> {
  const found = ctx.careful && ctx.typed ? await nearlyFirst(ctx, words, card.id) : undefined;
  return found && { others: [found] };
}

async function askCardOrNamed(
  ctx: CommandContext,
  picked: { contact: Contact; rest: string },
  others: Reading[],
  again: Again,
  isValue: boolean,
): Promise<Read> {
  const { contact, rest } = picked;
  if (isValue && others.every(({ left }) => left === '')) return picked;
  const { buttons = [] } = await whichReply(ctx, others, again);
  const card = { label: nameOf(contact), command: again(`c${contact.id}`, rest).trim() };
  const text = ctx.t.find.cardOrNamed(nameOf(contact), others[0]!.name);
  return { ask: failed(text, { buttons: [...buttons, [card]] }) };
}

/** Whether it belongs to the name or to the words: each way is a button. */
function ofNameOrWords(
  { t }: CommandContext,
  contact: Contact,
  part: string,
  ways: [without: string, whole: string],
  again: Again,
): Reply {
  const buttons = ways.map((rest) => [
    { label: `${nameOf(contact)}: ${rest || '–'}`, command: again(`c${contact.id}`, rest).trim() },
  ]);
  return failed(t.find.moreOfName(part, nameOf(contact)), { buttons });
}

/** The one who is meant, or which of them. What may be more of the name is asked about, rather than sent to whoever has it. */
async function oneOf(ctx: CommandContext, readings: Reading[], again: Again): Promise<Read> {
  const [{ name, ids, left }, shorter] = readings as [Reading, ...Reading[]];
  const isOnlyOne = new Set(readings.flatMap((one) => one.ids)).size === 1;
  if (shorter && isOnlyOne) {
    const contact = (await loadContact(ctx.tx, ids[0]!))!;
    const part = name.slice(shorter.name.length).trim();
    return { ask: ofNameOrWords(ctx, contact, part, [left, shorter.left], again) };
  }
  if (readings.length > 1 || ids.length > 1) return { ask: await whichReply(ctx, readings, again) };
  const contact = (await loadContact(ctx.tx, ids[0]!))!;
  if (isFormer(readings[0]!)) return { ask: await perhapsReply(ctx, readings[0]!, again, contact) };
  const billed = await askBilled(ctx, readings[0]!, contact, again);
  if (billed) return { ask: billed };
  const more = moreOfName(contact.name, name, left);
  const at = addressIn(name);
  if (!more) return { contact, rest: left, ...(at !== undefined && { at }) };
  return { ask: ofNameOrWords(ctx, contact, more.part, [more.left, left], again) };
}

/** No whole name: who is surely meant by the first word, and otherwise whoever may be. */
async function byWord(ctx: CommandContext, words: string, again: Again): Promise<Read> {
  const [first, rest] = splitFirst(words);
  const typed = first.replace(/[:：,，]+$/u, '');
  const [cut] = nameCuts(words);
  const found = await foundBy(ctx, typed);
  const isWhole = /\p{Script=Han}/u.test(typed) && surely(ctx, found).length > 0;
  const titled = isWhole ? undefined : await byTitle(ctx, words);
  if (titled) return { ask: await askTitled(ctx, titled, again) };
  const readings = found.length > 0 ? [] : await gluedReadings(ctx, words);
  const [glued] = readings;
  if (glued && behindJoiner(glued.left) !== undefined) return oneOf(ctx, [glued], again);
  const untitled = readings.map((one) => ({ ...one, left: behindTitle(one.left) }));
  if (untitled.length > 1) return { ask: await whichReply(ctx, untitled, again) };
  if (glued) return { ask: await perhapsReply(ctx, untitled[0]!, again, undefined) };
  if (found.length > 0 || !cut || cut.name === typed) return oneOfFound(ctx, { name: typed, left: rest }, found, again);
  return oneOfFound(ctx, cut, await foundBy(ctx, cut.name), again);
}

async function oneOfFound(
  ctx: CommandContext,
  { name, left }: Omit<Reading, 'ids'>,
  found: Found[],
  again: Again,
): Promise<Read> {
  const ids = surely(ctx, found);
  const former = found.filter((one) => one.former && ids.includes(one.id)).map(({ id }) => id);
  const read = ids.length > 0 ? await oneOf(ctx, [{ name, ids, left, former }], again) : undefined;
  if (read) return 'ask' in read ? read : { ...read, part: true };
  if (found.length === 0) return { ask: await nobodyAtAll(ctx, { name, left }, again) };
  const all = { name, left, ids: found.map(({ id }) => id) };
  return { ask: await perhapsReply(ctx, all, again, found.length === 1 ? found[0] : undefined) };
}

/** The line goes on with them once they are added; where it does not hold what stands behind the name, that is the name as well. */
function nobodyAtAll(ctx: CommandContext, { name, left }: Omit<Reading, 'ids'>, again: Again): Promise<Reply> {
  const line = onceAdded(again, left);
  return nobodyReply(ctx, line.endsWith(left) ? name : `${name} ${left}`, line);
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
  const picked = await read(name ? { ...ctx, about: undefined } : ctx, name, again, { onlyNames: true });
  if ('ask' in picked || picked.rest === '' || !picked.part) return picked;
  if (isCalled(picked.contact.name, name)) return { ...picked, rest: '' };
  const { contact, rest } = picked;
  return { ask: await perhapsReply(ctx, { name, left: rest, ids: [contact.id] }, again, contact) };
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
  const readings = await readingsOf(ctx, name);
  const found = readings.length > 0 ? [] : await foundBy(ctx, name);
  const former = readings.find((reading) => reading.left === '' && isFormer(reading))?.ids;
  const [id, ...others] = former ?? found.filter(({ sure, former }) => former || sure !== 'named').map((one) => one.id);
  if (!id || others.length > 0 || found.length > 1) return picked;
  const contact = (await loadContact(ctx.tx, id))!;
  const said = former || found[0]?.former ? ctx.t.find.formerly : ctx.t.find.shownInstead;
  return { contact, rest: '', hint: said(name, nameOf(contact)) };
}
