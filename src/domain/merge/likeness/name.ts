import { fold } from '../../../text/fold.ts';
import { addressedSurname, isSurname, isTitle, surnameLength, withoutTitle } from '../../../text/person/surname.ts';
import { isHan, readings, wordsIn } from '../../people/search_keys.ts';
import { alikeness, isOneSlip } from './spelling.ts';

/** A part of a name, folded, and how it is read aloud: of Chinese characters their pinyin, else as it is written. */
export interface Part {
  written: string;
  spoken: readonly string[];
}

/** A name as far as its parts are known; what is no name of a person (a shop, 阳光女孩) has none. */
export interface Name {
  given?: Part | undefined;
  family?: Part | undefined;
  /** Which of two words is the surname is not said. */
  eitherWay: boolean;
}

export type NameLevel = 'same' | 'sounds' | 'close' | 'short' | 'other';

const LONGEST_GIVEN = 2;
const MOST_WORDS = 4;

/** Every way in which these words name somebody: a Chinese name, a Latin one, or both. */
export async function readNames(typed: string): Promise<Name[]> {
  const words = wordsIn(fold(typed));
  const chinese = words.filter(isHan);
  const latin = words.filter((word) => !isHan(word) && !isTitle(word) && /^\p{L}+$/u.test(word));
  const names = [await chineseName(chinese), latinName(latin)];
  return names.filter((name) => name !== undefined);
}

/** A name of which the parts are known. Blank parts are left out. */
export async function nameOfParts(given: string, family: string): Promise<Name[]> {
  const parts = { given: await partOf(joined(given)), family: await partOf(joined(family)) };
  return parts.given || parts.family ? [{ ...parts, eitherWay: true }] : [];
}

const joined = (words: string): string => wordsIn(fold(words)).join('');

async function partOf(word: string, asSurname = false): Promise<Part | undefined> {
  if (word === '') return undefined;
  if (!isHan(word)) return { written: word, spoken: [word] };
  const read = (await readings(word)).map((syllables) => syllables.join(''));
  return { written: word, spoken: asSurname ? read.slice(0, 1) : [...new Set(read)] };
}

async function chineseName(words: string[]): Promise<Name | undefined> {
  const [first = '', second = '', ...more] = words;
  if (first === '' || more.length > 0) return undefined;
  if (second) return twoWords(first, second);
  const surname = addressedSurname(first);
  if (surname) return named(surname, '');
  const whole = [...withoutTitle(first)];
  const length = surnameLength(whole.join(''));
  const given = whole.slice(length);
  const isName = length > 0 && given.length > 0 && given.length <= LONGEST_GIVEN;
  return isName ? named(whole.slice(0, length).join(''), given.join('')) : undefined;
}

/** 王 小明, or 小明 王. */
function twoWords(first: string, second: string): Promise<Name> | undefined {
  if (isSurname(first)) return named(first, second);
  return isSurname(second) ? named(second, first) : undefined;
}

async function named(family: string, given: string): Promise<Name> {
  return { family: await partOf(family, true), given: await partOf(given), eitherWay: false };
}

function latinName(words: string[]): Name | undefined {
  if (words.length === 0 || words.length > MOST_WORDS) return undefined;
  const part = (word: string): Part => ({ written: word, spoken: [word] });
  if (words.length === 1) return { given: part(words[0]!), eitherWay: true };
  return { given: part(words.slice(0, -1).join('')), family: part(words.at(-1)!), eitherWay: true };
}

/** How two names compare, part by part; a part that one of them lacks is not compared. */
export interface ComparedNames {
  given?: NameLevel;
  family?: NameLevel;
  /** Whether the parts stand the other way round. */
  turned: boolean;
}

const WORTH: Record<NameLevel, number> = { same: 3, sounds: 2.5, close: 2, short: 1.5, other: -2 };
const worth = ({ given, family, turned }: ComparedNames): number =>
  (given ? WORTH[given] : 0) + (family ? WORTH[family] : 0) - (turned ? 1.5 : 0);

/** Of two that are worth as much always the same one, whoever comes first. */
const isBetter = (one: ComparedNames, other: ComparedNames): boolean =>
  worth(one) > worth(other) || (worth(one) === worth(other) && inWords(one) > inWords(other));
const inWords = ({ given, family, turned }: ComparedNames): string => `${given} ${family} ${turned}`;

/** The reading of both lists of names in which they are most alike; undefined where nothing can be compared. */
export function compareNames(ours: readonly Name[], theirs: readonly Name[]): ComparedNames | undefined {
  const ways = ours.flatMap((one) => theirs.flatMap((other) => waysOf(one, other)));
  const first = ways[0];
  return first && ways.slice(1).reduce((best, way) => (isBetter(way, best) ? way : best), first);
}

function waysOf(one: Name, other: Name): ComparedNames[] {
  if (isWhole(one, other)) return [{ ...bothParts(one, other), turned: false }];
  const straight = compareParts(one, other, false);
  if (!one.eitherWay && !other.eitherWay) return [straight].filter(isCompared);
  const turned = inTurn(compareParts(one, { ...other, given: other.family, family: other.given }, true));
  return [straight, turned].filter(isCompared);
}

/** Turned round, nobody knows which part is the given name: the one more alike counts as it. */
function inTurn({ given, family }: ComparedNames): ComparedNames {
  const [best, rest] = [given, family].filter((level) => level !== undefined).sort((a, b) => WORTH[b] - WORTH[a]);
  return { ...(best && { given: best }), ...(rest && { family: rest }), turned: true };
}

const isCompared = ({ given, family }: ComparedNames): boolean => given !== undefined || family !== undefined;

function compareParts(one: Name, other: Name, turned: boolean): ComparedNames {
  return {
    ...(one.given && other.given && { given: comparePart(one.given, other.given) }),
    ...(one.family && other.family && { family: comparePart(one.family, other.family) }),
    turned,
  };
}

/** Spelled without a blank between the parts, in either order: wangxiaoming, 'Wang Xiao Ming'. */
const wholeSpellings = ({ given, family }: Name): string[] =>
  (given?.spoken ?? ['']).flatMap((called) =>
    (family?.spoken ?? ['']).flatMap((clan) => [`${clan}${called}`, `${called}${clan}`]),
  );

/** Too short a word is the beginning of many. */
const SHORTEST_WHOLE = 5;

function isWhole(one: Name, other: Name): boolean {
  const bare = [one, other].filter(({ given, family }) => !given || !family);
  const full = [one, other].find(({ given, family }) => given && family);
  if (!full || (bare.length === 1 && (bare[0]!.given ?? bare[0]!.family)!.written.length < SHORTEST_WHOLE))
    return false;
  const theirs = new Set(wholeSpellings(other));
  return wholeSpellings(one).some((spelling) => theirs.has(spelling));
}

/** The same whole name; written alike, or only read so. */
function bothParts(one: Name, other: Name): Pick<ComparedNames, 'given' | 'family'> {
  const [a, b] = [one, other].map(({ given, family }) => isHan((family ?? given)!.written)) as [boolean, boolean];
  if (a !== b) return { given: 'sounds', family: 'sounds' };
  const level = (part: 'given' | 'family'): NameLevel =>
    one[part] && other[part] && a && one[part].written !== other[part].written ? 'sounds' : 'same';
  return { given: level('given'), family: level('family') };
}

const ALIKE = 0.8;
const SHORTEST_FORM = 3;

function comparePart(one: Part, other: Part): NameLevel {
  if (one.written === other.written) return 'same';
  if (one.spoken.some((spoken) => other.spoken.includes(spoken))) return 'sounds';
  const [a, b] = [isHan(one.written), isHan(other.written)];
  if (a && b) return isEnd(one.written, other.written) ? 'short' : 'other';
  if (a !== b) return one.spoken.some((x) => other.spoken.some((y) => isSlipped(x, y))) ? 'close' : 'other';
  if (isSlipped(one.written, other.written)) return 'close';
  return isCut(one.written, other.written) ? 'short' : 'other';
}

/** 明 of 小明. */
const isEnd = (one: string, other: string): boolean => one.endsWith(other) || other.endsWith(one);

const isSlipped = (one: string, other: string): boolean =>
  alikeness(one, other) >= ALIKE || (Math.min(one.length, other.length) > 3 && isOneSlip(one, other));

/** Jon for Jonathan, J for Jonathan. */
function isCut(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  return (short.length === 1 || short.length >= SHORTEST_FORM) && long.startsWith(short);
}
