import { commonEnglish, commonForeign, tellingHan } from '../../../text/common_words.ts';
import { fold } from '../../../text/fold.ts';
import { EVERYBODY } from '../../../text/person/everybody.ts';
import type { Vocative } from '../../../text/person/vocative.ts';
import { isNumber } from '../../../text/person/whom/name_end.ts';
import { isHan, wordsIn } from '../../people/search_keys.ts';

/** Names have up to this many words. */
const MAX_NAME_WORDS = 4;

/** A colon or comma between a name and the words; ':)' are words. */
const SEPARATOR = /^(?:[:：,，、](?![()-])|\s+(?:[:,](?=\s)|[：，、]))?\s*/u;

/** The words behind a name. */
export const wordsBehind = (rest: string): string => rest.replace(SEPARATOR, '');

/** A name that may stand at the front of the words, and the words left as they were typed. */
export interface Cut {
  name: string;
  left: string;
}

/** Where a name may end: behind each of the first words. A colon or comma behind it belongs to nobody. */
export function nameCuts(words: string): Cut[] {
  const typed = words.trim();
  const ends = [...typed.matchAll(/[^\s:：,，、]+/gu)].slice(0, MAX_NAME_WORDS);
  return ends.map(({ index, 0: word }) => {
    const end = index + word.length;
    return { name: typed.slice(0, end), left: wordsBehind(typed.slice(end)) };
  });
}

/** A whole word of the name (of Chinese: all between two other characters), or how the name or a word of it begins. */
export function nearness(name: string, typed: string): 'named' | 'begins' | undefined {
  const [whole, wanted] = [fold(name), fold(typed).trim()];
  const words = wordsIn(whole);
  if (whole === wanted || words.includes(wanted)) return 'named';
  const long = wordsIn(wanted).length === 1 && (wanted.length > 1 || /\p{Script=Han}/u.test(wanted));
  return long && [whole, ...words].some((word) => word.startsWith(wanted)) ? 'begins' : undefined;
}

/**
 * Whether what was typed is also said of whoever is called this: a word of their name or several in a row, of a Chinese name what
 * follows the surname, or any one character.
 */
export function isPartOf(name: string, typed: string): boolean {
  const [words, wanted] = [wordsIn(fold(name)), wordsIn(fold(typed))];
  const [only = ''] = wanted;
  if (wanted.length === 1 && isHan(only)) return words.some((word) => isHanPart(word, only));
  return wanted.length > 0 && words.some((_, start) => wanted.every((word, nth) => words[start + nth] === word));
}

/** As `isPartOf`, but one letter or character says too little to stand for a name. */
export const isNamedBy = (name: string, typed: string): boolean =>
  fold(name) === fold(typed).trim() || ([...typed].length > 1 && isPartOf(name, typed));

/** Surnames have one or two characters. */
function isHanPart(word: string, wanted: string): boolean {
  const [length, asked] = [[...word].length, [...wanted].length];
  if (word === wanted || (asked === 1 && word.includes(wanted))) return true;
  return word.endsWith(wanted) && length > asked && length - asked <= 2;
}

/** What answers begin with: who has such a word in their name may have taken it to be taken for somebody else. */
const OPENINGS = new Set(
  'hi hello hey dear good morning afternoon evening yes no ok okay sure sorry great perfect done today tomorrow now soon ready shipped delivered sent hope happy let'.split(
    ' ',
  ),
);

/** Of the words that sentences begin with, those that are given names as well. */
const ALSO_NAMES = new Set(['will', 'hope']);

/** Whether it is rather a word than a name: one that sentences are made of or begin with. */
export function isSaying(typed: string): boolean {
  const said = typed.toLowerCase();
  if (/\p{Script=Han}/u.test(said)) return [...said].some((sign) => tellingHan.has(sign));
  if (ALSO_NAMES.has(said)) return typed === said;
  return commonEnglish.has(said) || commonForeign.has(said) || OPENINGS.has(said);
}

/** A word of another language, which is one only where its neighbours are of one as well: Dan, Van and Bao are names beside English. */
const isForeign = (typed: string): boolean =>
  commonForeign.has(typed.toLowerCase()) && !commonEnglish.has(typed.toLowerCase());

/** As `isSaying`, where the words behind are known. */
export function isSayingBefore(typed: string, behind = ''): boolean {
  if (!isForeign(typed)) return isSaying(typed);
  const words = behind.toLowerCase().split(/[^\p{L}\p{M}'’]+/u);
  return words.some((word) => commonForeign.has(word)) && !words.some((word) => commonEnglish.has(word));
}

/** Whether such a word is their first name: the van of Jan van Dijk says nobody. */
export const mayCall = (name: string, typed: string): boolean =>
  !isForeign(typed) || wordsIn(fold(name))[0] === fold(typed).trim();

export const isEverybody = (typed: string): boolean =>
  EVERYBODY.has(
    fold(typed)
      .trim()
      .replace(/[:：,，.。!！]+$/u, ''),
  );

/** Whether the name is a word of sentences as well. */
export const isEither = (typed: string): boolean => ALSO_NAMES.has(typed.toLowerCase());

/** Whether words behind a name are more of a name: capitalised and none that sentences are made of. Chinese ones stand behind a surname. */
export function isMoreName(name: string, behind: string): boolean {
  if (/[^\p{L}\p{M}\p{N}\s.'’-]/u.test(behind) || isNumber(behind)) return false;
  if (/\p{Script=Han}/u.test(behind)) return [...name.trim()].length === 1;
  const small = name === name.toLowerCase();
  return behind
    .trim()
    .split(/\s+/u)
    .every((word) => {
      const said = word.toLowerCase();
      return (
        (small || /^\p{Lu}/u.test(word)) && !commonEnglish.has(said) && !commonForeign.has(said) && !OPENINGS.has(said)
      );
    });
}

/** Every word that was typed is a word of the name, in any order. */
export function isCalled(name: string, typed: string): boolean {
  const words = wordsIn(fold(name));
  return wordsIn(fold(typed)).every((word) => words.includes(word));
}

/** One letter that shortens a name: 'S', 'S.'. 'I' and 'a' are words of their own. */
const INITIAL = /^(?:\p{L}\.|(?![AI]\b)\p{Lu})$/u;

/** The first of the words behind a name where it may be more of that name: a further word of it, its other half, an initial. */
export function moreOfName(name: string, typed: string, left: string): { part: string; left: string } | undefined {
  const [part = ''] = /^[^\s:：,，]+/u.exec(left) ?? [];
  const said = wordsIn(fold(typed));
  const further = wordsIn(fold(name))
    .filter((word) => !said.includes(word))
    .map((word) => said.reduce((rest, begun) => (rest.startsWith(begun) ? rest.slice(begun.length) : rest), word));
  const [word = ''] = wordsIn(fold(part));
  const isOwn = further.includes(word) || (part.length <= 2 && further.some((own) => own === fold(part)[0]));
  const shortens = /^\p{L}\.?$/u.test(part) && further.some((own) => own.startsWith(word));
  const latin = !/\p{Script=Han}/u.test(part);
  if (word === '' || !(isOwn || (latin && (shortens || INITIAL.test(part))))) return undefined;
  return { part, left: wordsBehind(left.slice(part.length)) };
}

/** Whether this is said of whoever has the name: Anna and Anna L of Anna Lee, 王先生 of 王小明. */
export function isCalledSo(name: string, { said, initials, isSurname }: Vocative): boolean {
  if (isSurname) return wordsIn(fold(name)).some((word) => word.startsWith(fold(said)));
  const others = wordsIn(fold(name)).filter((word) => !wordsIn(fold(said)).includes(word));
  const shortened = initials.every((initial) => others.some((word) => word.startsWith(fold(initial))));
  return shortened && (said === '' || isNamedBy(name, said));
}
