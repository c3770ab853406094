import { fold } from '../../text/fold.ts';
import { isNobodysName } from '../../text/nobody.ts';
import { firstNameIn } from '../../text/person/first_name.ts';
import { withoutForms } from '../../text/person/surname.ts';
import { looksLikeAddress } from './name.ts';
import { sameName } from './same_name.ts';

/**
 * How well a name fits somebody's: the same words, it is read aloud like it, two whole words of theirs and none that is not theirs, one of
 * them and initials; nothing of it is theirs, or more is said than theirs (null).
 */
export type Fit = 'written' | 'read' | 'shorter' | 'perhaps' | null;

/** The best that a name fits one of somebody's names. */
export async function bestFit(name: string, called: readonly string[]): Promise<Fit> {
  const all: Fit[] = [];
  for (const one of called) all.push(await fitOf(name, one));
  return (['written', 'read', 'shorter', 'perhaps'] as const).find((fit) => all.includes(fit)) ?? null;
}

/** Ann Berg fits Berg, Ann; A. Berg and Ann fit Ann Berg; but Ann Berg jr, Ann Berg Stein, Jean-Paul and 王太太 are not Ann Berg, Jean and 王伟. */
async function fitOf(name: string, called: string): Promise<Fit> {
  const [one, other] = [partsOf(name), partsOf(called)];
  if (one.younger !== other.younger) return null;
  if (one.isFamily !== other.isFamily) return null;
  if (isSameWords(one.words, other.words)) return 'written';
  if (one.isFamily || isManys(name)) return null;
  if (await sameName(one.name, other.name)) return 'read';
  const whole = wholeOf(one.words, other.words);
  if (whole === undefined) return null;
  return whole > 1 ? 'shorter' : whole > 0 ? 'perhaps' : null;
}

/** Whether a name is one that many have: of a till, or a form of address. */
export const isManys = (name: string): boolean => {
  const { name: bare, isFamily } = partsOf(name);
  return isFamily || isNobodysName(bare) || looksLikeAddress(bare);
};

/** Whether two names are surely one person's: a first and a last name, the same also read aloud. Guest, Counter 2 and Maria are many's. */
export async function isSurelyOne(one: string, other: string): Promise<boolean> {
  const { name, words } = partsOf(one);
  const isWhole = words.length > 1 || /^\p{Script=Han}{2,4}$/u.test(words.join(''));
  if (!isWhole || isManys(name)) return false;
  const fits = [await fitOf(one, other), await fitOf(other, one)];
  return fits.some((fit) => fit !== null && fit !== 'perhaps');
}

/**
 * Whether a name is somebody's so surely that what they share with others need say no more: theirs, a short form of it that is more than
 * a family name (A. Berg and Ann for Ann Berg), or the whole of what is known of them as a first name alone. Berg, Ann Berg jr, Ann & Tom
 * Berg and 王伟（代） are others.
 */
export async function isCalled(name: string, called: string): Promise<boolean> {
  const fit = await fitOf(name, called);
  if (fit === null) return partsOf(name).words.length === 2 && isFirstName(called, name);
  if (fit !== 'perhaps') return true;
  return partsOf(name).words.length > 1 || isFirstName(name, called);
}

/** Whether one word is the first name of whoever has the other name. */
function isFirstName(one: string, whole: string): boolean {
  const [{ words }, all] = [partsOf(one), partsOf(whole)];
  const isOne = words.length === 1 && all.words.length > 1 && all.younger === '';
  // a Chinese name is never parted
  const first = isOne ? partsOf(firstNameIn(whole) ?? '').words : [];
  return first.length === 1 && first[0] === words[0];
}

interface Parts {
  name: string;
  words: readonly string[];
  younger: string;
  isFamily: boolean;
}

/** Jean-Paul and O'Neil are one word each, and so is what joins two people: Ann & T. Berg. */
const WORD = /[&+/]|\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{N}])+(?:[-‐‑](?:(?!\p{Script=Han})[\p{L}\p{N}])+)*/gu;

function partsOf(said: string): Parts {
  const { name, younger, family: isFamily } = withoutForms(fold(said));
  const plain = name.replace(/['’]/gu, '').replace(/\.(?=[-‐‑])/gu, '');
  return { name, younger, isFamily, words: (plain.match(WORD) ?? []).map((word) => word.replace(/[‐‑]/gu, '-')) };
}

/** The same words in any order, or written together: Jean-Paul Dupont, Jean Paul Dupont. */
function isSameWords(one: readonly string[], other: readonly string[]): boolean {
  const parted = (words: readonly string[]) => words.flatMap((word) => word.split('-'));
  const sorted = (words: readonly string[]) => parted(words).sort().join(' ');
  return one.length > 0 && (sorted(one) === sorted(other) || parted(one).join('') === parted(other).join(''));
}

/** Ann Berg 2 is not Ann Berg. */
const INITIAL = /^(?!\p{Script=Han})\p{L}$/u;

/** How many whole words of a name are another's, where the rest are initials; undefined: one is none of theirs. */
function wholeOf(name: readonly string[], called: readonly string[]): number | undefined {
  const left = [...called];
  const take = (fits: (whole: string) => boolean): boolean => {
    const at = left.findIndex(fits);
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  };
  const short = name.filter((word) => !take((whole) => whole === word));
  const whole = name.length - short.length;
  // an initial more is told only of a name that is whole without it: John A. Smith
  const strange = short.filter((word) => !take((one) => isInitial(word, one) || isInitial(one, word)));
  return strange.length === 0 || (whole > 1 && strange.every((word) => INITIAL.test(word))) ? whole : undefined;
}

/** A. for Ann, J.-P. for Jean-Paul. */
function isInitial(short: string, whole: string): boolean {
  const [some, all] = [short.split('-'), whole.split('-')];
  const isFirst = (word: string, nth: number) => /^\p{Script=Latin}$/u.test(word) && all[nth]!.startsWith(word);
  if (short === whole || (some.length > 1 && some.length !== all.length)) return false;
  return some.some(isFirst) && some.every((word, nth) => isFirst(word, nth) || word === all[nth]);
}
