import { fold } from '../../../text/fold.ts';
import { isBareName } from '../../../text/person/bare_name.ts';
import { isLabel, isSurname } from '../../../text/person/name_like.ts';
import { surnameLength } from '../../../text/person/surname.ts';
import { titledIn } from '../../../text/person/vocative.ts';
import { calledAs } from '../../people/called.ts';
import { findContacts } from '../../people/search.ts';
import { wordsIn } from '../../people/search_keys.ts';
import type { Asking } from './addressed.ts';
import { isSaying, nameCuts, wordsBehind } from './naming.ts';
import type { Reading } from './proof.ts';
import { MAX_CHOICES } from './readings.ts';

/** A mention, or a name and a colon: what stands there is meant for a name, though nobody has it. */
const MENTION = /^[@＠](?=\p{L})/u;
const BEFORE_COLON = /^([^\n:：,，。.!！?？;；@]{1,40}?)\s?[:：](?![/\\()-]|\d{2}(?!\d))/u;

/**
 * Who may be meant by a name that nobody has, said so that it can only be one: called nearly so (fordd, 林小妹), in one word
 * (tomford), or by surname (林, 小林). Undefined: nobody, or whoever is answered.
 */
export async function nearlyNamed(ctx: Asking, text: string, cardId: string | undefined): Promise<Reading | undefined> {
  const mention = MENTION.exec(text)?.[0] ?? '';
  const rest = text.slice(mention.length);
  if (mention !== '') return nearlyFirst(ctx, rest, cardId);
  const name = BEFORE_COLON.exec(rest)?.[1]?.trim();
  if (name === undefined || name.split(/\s+/u).some(isLabel)) return undefined;
  return readAs(ctx, { name, left: wordsBehind(rest.slice(rest.indexOf(name) + name.length)) }, cardId);
}

/** As `nearlyNamed`, for the front of words where a name is expected: behind a mention, behind a command. */
export async function nearlyFirst(
  ctx: Asking,
  words: string,
  cardId: string | undefined,
): Promise<Reading | undefined> {
  const [cut] = nameCuts(words);
  return cut?.left && !isLabel(cut.name) ? readAs(ctx, cut, cardId) : undefined;
}

async function readAs(
  ctx: Asking,
  cut: Omit<Reading, 'ids'>,
  cardId: string | undefined,
): Promise<Reading | undefined> {
  const ids = isSaying(cut.name) ? [] : await nearlyCalled(ctx, cut.name);
  return ids.length > 0 && !(cardId && ids.includes(cardId)) ? { ...cut, ids } : undefined;
}

async function nearlyCalled({ tx }: Asking, name: string): Promise<string[]> {
  if (isSurname(name)) return (await calledAs(tx, [{ name, said: name, initials: [], isSurname: true }])).flat();
  const titled = titledIn(name).find((one) => one.index === 0 && one.isSurname && one.left === '');
  if (titled) return (await calledAs(tx, [titled])).flat();
  const found = await findContacts(tx, name, MAX_CHOICES);
  return found.filter((one) => one.alike || isJoined(one.name, name)).map(({ id }) => id);
}

/** All words of the name, or the first of them, written as one: tomford. */
const isJoined = (name: string, typed: string): boolean => {
  const words = wordsIn(fold(name));
  const [joined, wanted] = [words.join(''), wordsIn(fold(typed)).join('')];
  return words.length > 1 && !/\s/u.test(typed.trim()) && (joined === wanted || words.slice(0, 2).join('') === wanted);
};

/** A name and nothing else. */
const ALONE = /^(?:[\p{Script=Latin}\p{M}'’.-]{2,20}(?: [\p{Script=Latin}\p{M}'’.-]{2,20}){0,2}|\p{Script=Han}{2,4})$/u;

/** Who may be meant by words that are nobody's name: 陈京, prya, cj. */
export async function nearlyAlone({ tx }: Asking, text: string): Promise<string[]> {
  const typed = text.trim();
  if (!ALONE.test(typed) || typed.split(/\s+/u).some((word) => isSaying(word) || isLabel(word))) return [];
  return (await findContacts(tx, typed, MAX_CHOICES)).map(({ id }) => id);
}

/** A Chinese name in full, that may have been written as another of the same sound. */
export const mayBeMisheard = (name: string): boolean =>
  /^\p{Script=Han}{2,4}$/u.test(name) && surnameLength(name) > 0 && isBareName(name);

/** The one person whose name sounds like this one, which nobody has. */
export async function soundsLike({ tx }: Asking, name: string): Promise<string | undefined> {
  const found = await findContacts(tx, name, 2);
  const [one] = found;
  const isSame = found.length === 1 && one!.alike && [...one!.name].length === [...name].length;
  return isSame && surnameLength(one!.name) > 0 ? one!.name : undefined;
}
