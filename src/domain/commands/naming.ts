import { fold } from '../../text/fold.ts';
import { wordsOf } from '../search_keys.ts';

/** Names have up to this many words. */
const MAX_NAME_WORDS = 4;

/** A colon or comma between a name and the words; ':)' are words. */
const SEPARATOR = /^(?:[:：,，](?![()-])|\s+(?:[:,](?=\s)|[：，]))?\s*/u;

const wordsBehind = (rest: string): string => rest.replace(SEPARATOR, '');

/** Where a name may end: behind each of the first words. A colon or comma behind it belongs to nobody. */
export function nameCuts(words: string): { name: string; left: string }[] {
  const typed = words.trim();
  const ends = [...typed.matchAll(/[^\s:：,，]+/gu)].slice(0, MAX_NAME_WORDS);
  return ends.map(({ index, 0: word }) => {
    const end = index + word.length;
    return { name: typed.slice(0, end), left: wordsBehind(typed.slice(end)) };
  });
}

/** A whole word of the name (of Chinese: all between two other characters), or how the name or a word of it begins. */
export function nearness(name: string, typed: string): 'named' | 'begins' | undefined {
  const [whole, wanted] = [fold(name), fold(typed).trim()];
  const words = wordsOf(whole);
  if (whole === wanted || words.includes(wanted)) return 'named';
  const long = wordsOf(wanted).length === 1 && (wanted.length > 1 || /\p{Script=Han}/u.test(wanted));
  return long && [whole, ...words].some((word) => word.startsWith(wanted)) ? 'begins' : undefined;
}

/** Every word that was typed is a word of the name, in any order. */
export function isCalled(name: string, typed: string): boolean {
  const words = wordsOf(fold(name));
  return wordsOf(fold(typed)).every((word) => words.includes(word));
}

/** One letter that shortens a name: 'S', 'S.'. 'I' and 'a' are words of their own. */
const INITIAL = /^(?:\p{L}\.|(?![AI]\b)\p{Lu})$/u;

/** The first of the words behind a name where it may be more of that name: a further word of it, its other half, an initial. */
export function moreOfName(name: string, typed: string, left: string): { part: string; left: string } | undefined {
  const [part = ''] = /^[^\s:：,，]+/u.exec(left) ?? [];
  const said = wordsOf(fold(typed));
  const further = wordsOf(fold(name))
    .filter((word) => !said.includes(word))
    .map((word) => said.reduce((rest, begun) => (rest.startsWith(begun) ? rest.slice(begun.length) : rest), word));
  const [word = ''] = wordsOf(fold(part));
  const isOwn = further.includes(word) || (part.length <= 2 && further.some((own) => own === fold(part)[0]));
  const shortens = /^\p{L}\.?$/u.test(part) && further.some((own) => own.startsWith(word));
  const latin = !/\p{Script=Han}/u.test(part);
  if (word === '' || !(isOwn || (latin && (shortens || INITIAL.test(part))))) return undefined;
  return { part, left: wordsBehind(left.slice(part.length)) };
}
