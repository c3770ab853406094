import { fold } from '../../text/fold.ts';
import { PHONE } from './sign.ts';

/** What a contact can be found by. */
export interface Searchable {
  name: string;
  identities: readonly { channel: string; address: string }[];
  tags?: readonly string[];
}

const shortestPrefix = 3;
const longestPrefix = 16;
/** What people type of a number: its end, or (8 to 11 digits, by country) all of it without the country code. */
const tails = [3, 4, 5, 6, 7, 8, 9, 10, 11];
/** Longer names are descriptions of companies: the rest is not searched. */
const longestName = 60;
const mostSyllables = 12;
const longestKey = 100;

/** Marks a key that stands for a whole name, word or pinyin reading, never for a part of one. */
export const WHOLE = '=';

/**
 * The exact keys by which a contact is found, sorted: each Han character and pair, pinyin (by syllable, whole, its
 * prefixes, initials; also the surname's own reading: 单 shan, 曾 zeng; ü as v, yu and u), Latin words and their prefixes
 * from 3 letters on, mail address, `local@`, `@domain` and their words, phone digits in full and the last 3 to 11,
 * `#tag`. Keys that begin with `=` stand for something whole. Async because the pinyin dictionary (about 100 ms, 16 MB)
 * is loaded only at the first Han character.
 */
export async function searchKeys({ name, identities, tags = [] }: Searchable): Promise<string[]> {
  const keys = new Set<string>();
  const add = (found: readonly string[]) => {
    for (const key of found) if (key.length <= longestKey) keys.add(key.toWellFormed());
  };
  add(await nameKeys(name));
  for (const { channel, address } of identities)
    add(channel === 'name' ? await nameKeys(address) : addressKeys(channel, address));
  for (const tag of tags) add(tagKeys(tag));
  return [...keys].sort();
}

/** Runs of Han characters, and words of any other script, in order. */
export function wordsIn(folded: string): string[] {
  return folded.match(/\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{N}])+/gu) ?? [];
}

export function isHan(word: string): boolean {
  return /^\p{Script=Han}/u.test(word);
}

/** The keys that together find a Han word: its pairs of neighbours, or its only character. */
export function hanPairs(word: string): string[] {
  const characters = [...word];
  return characters.length === 1 ? characters : characters.slice(1).map((c, i) => characters[i]! + c);
}

async function nameKeys(name: string): Promise<string[]> {
  const folded = [...fold(name.toWellFormed())].slice(0, longestName).join('');
  const words = wordsIn(folded);
  const han = words.filter(isHan);
  const latin = words.filter((word) => !isHan(word));
  const keys = [WHOLE + words.join(''), ...latin.flatMap(wholeWordKeys), ...joinedKeys(latin)];
  for (const word of han) keys.push(WHOLE + word, ...word, ...hanPairs(word), ...(await pinyinKeys(word)));
  return keys;
}

/** "Zhang San" is also zhangsan and zs. */
function joinedKeys(words: string[]): string[] {
  if (words.length < 2 || words.length > 4) return [];
  return [...wholeWordKeys(words.join('')), words.map(initial).join('')];
}

function wholeWordKeys(word: string): string[] {
  return spellings(word, ['v', 'u']).flatMap((form) => [WHOLE + form, ...prefixes(form)]);
}

/** Every way in which a ü is typed. */
function spellings(word: string, forms: string[]): string[] {
  return word.includes('ü') ? forms.map((form) => word.replaceAll('ü', form)) : [word];
}

/** Each character is one unit. */
const PLAIN = /^[\u0020-\u007e]*$/;

/** Prefixes by character: half of a surrogate pair cannot be stored. */
function prefixes(word: string): string[] {
  const all = [word];
  if (PLAIN.test(word)) {
    const end = Math.min(word.length, longestPrefix + 1);
    for (let length = shortestPrefix; length < end; length += 1) all.push(word.slice(0, length));
    return all;
  }
  const characters = [...word];
  for (let length = shortestPrefix; length < Math.min(characters.length, longestPrefix + 1); length += 1)
    all.push(characters.slice(0, length).join(''));
  return all;
}

function initial(word: string): string {
  return [...word][0] ?? '';
}

async function pinyinKeys(word: string): Promise<string[]> {
  const found = (await readings(word)).flatMap((syllables) => spelledSyllables(syllables));
  return found.flatMap((syllables) => {
    const initials = syllables.map(initial);
    const from = (start: number, end?: number) => initials.slice(start, end).join('');
    return [
      ...wholeWordKeys(syllables.join('')),
      ...syllables.flatMap((syllable, i) => [syllable, syllables.slice(i).join(''), from(i)]),
      ...syllables.map((_, i) => from(0, i + 1)),
    ].filter((key) => key.length > 1);
  });
}

function spelledSyllables(syllables: readonly string[]): string[][] {
  const asWritten = syllables.join(' ').replaceAll('v', 'ü');
  return spellings(asWritten, ['v', 'yu', 'u']).map((form) => form.split(' '));
}

let dictionary: Promise<typeof import('pinyin-pro')> | undefined;

/** What was read last: a file of people has the same names again and again. About 1 MB. */
const read = new Map<string, string[][]>();
const mostRead = 5000;

/**
 * The reading as a name (surnames have their own) and as plain words, if they differ. Syllables are without tones, ü is
 * v.
 */
export async function readings(han: string): Promise<readonly (readonly string[])[]> {
  const before = read.get(han);
  if (before) return before;
  if (read.size >= mostRead) read.clear();
  const found = await readAnew(han);
  read.set(han, found);
  return found;
}

async function readAnew(han: string): Promise<string[][]> {
  dictionary ??= import('pinyin-pro');
  const { pinyin } = await dictionary;
  const text = [...han].slice(0, mostSyllables).join('');
  const options = { toneType: 'none', type: 'array', v: true } as const;
  const asName = pinyin(text, { ...options, surname: 'head' });
  const asWords = pinyin(text, options);
  return asName.join() === asWords.join() ? [asName] : [asName, asWords];
}

function addressKeys(channel: string, address: string): string[] {
  if (channel === PHONE) return phoneKeys(address);
  const folded = address.toLowerCase();
  const [local, domain, ...more] = folded.split('@');
  if (!local || !domain || more.length > 0) return [folded];
  const labels = domain.split('.');
  return [
    folded,
    `${local}@`,
    `@${domain}`,
    ...labels,
    ...wordsIn(local),
    ...(local.match(/[a-z]+/g) ?? []).flatMap(prefixes),
    ...prefixes(labels[0]!),
  ];
}

/** By the number alone, whoever is behind it; and by all that is written. */
function phoneKeys(address: string): string[] {
  const [number = ''] = address.split(';ext=');
  const digits = number.replace(/\D/g, '');
  return [
    address.replace(/\D/g, ''),
    digits,
    ...tails.filter((length) => length < digits.length).map((length) => digits.slice(-length)),
  ];
}

function tagKeys(tag: string): string[] {
  const folded = fold(tag);
  return [`#${folded}`, ...wordsIn(folded)];
}
