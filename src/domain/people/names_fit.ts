import { fold } from '../../text/fold.ts';
import { isNobodysName } from '../../text/nobody.ts';
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

/** Whether all words of one name stand in the other. */
export function isAlike(one: string, other: string): boolean {
  const [short, long] = [partsOf(one), partsOf(other)].sort((a, b) => a.words.length - b.words.length);
  return !isManys(one) && short!.words.length > 0 && short!.words.every((word) => long!.words.includes(word));
}

interface Parts {
  name: string;
  words: readonly string[];
  younger: string;
  isFamily: boolean;
}

/** Jean-Paul and O'Neil are one word each. */
const WORD = /\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{N}])+(?:[-‐‑](?:(?!\p{Script=Han})[\p{L}\p{N}])+)*/gu;

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
  return strange.length === 0 || (whole > 1 && strange.every((word) => word.length === 1)) ? whole : undefined;
}

/** A. for Ann, J.-P. for Jean-Paul. */
function isInitial(short: string, whole: string): boolean {
  const [some, all] = [short.split('-'), whole.split('-')];
  const isFirst = (word: string, nth: number) => /^\p{Script=Latin}$/u.test(word) && all[nth]!.startsWith(word);
  if (short === whole || (some.length > 1 && some.length !== all.length)) return false;
  return some.some(isFirst) && some.every((word, nth) => isFirst(word, nth) || word === all[nth]);
}
