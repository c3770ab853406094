import type { Context } from '../context.ts';

/**
 * The way we write a code: four groups of four, all in capitals or with a digit among them, and nothing attached to it.
 */
const WRITTEN = /(?<![a-z0-9]|[a-z0-9]-)[a-z2-7]{4}(?:-[a-z2-7]{4}){3}(?![a-z0-9]|-[a-z0-9])/gi;
const NO_WORDS = /\d|^[^a-z]+$/;
/** Four groups with up to three other characters between them: a code may be typed so, and any such text may be one. */
const TYPED = '[A-Z2-7]{4}(?:[^\\p{L}\\p{N}]{0,3}[A-Z2-7]{4}){3}';
const PERHAPS = new RegExp(`(?=(${TYPED}))`, 'gu');
const ALONE = new RegExp(`^[^\\p{L}\\p{N}]*(${TYPED})[^\\p{L}\\p{N}]*$`, 'u');

/** The code without anything else. */
export function canonical(code: string): string {
  return code.toUpperCase().replace(/[^A-Z2-7]/g, '');
}

/**
 * The code that was typed; undefined if it is none. What this does not read pairs nobody, so `holdsCode` need not find
 * it in what leaves.
 */
export function codeTyped(text: string): string | undefined {
  const [, typed] = ALONE.exec(plain(text).trim().toUpperCase()) ?? [];
  return typed && canonical(typed);
}

/** Longer words are somebody's message, whatever stands in it, counted in UTF-16 units. */
const LONGEST_AROUND = 80;

/** The codes that may stand among a few words, as they are typed: /start ABCD-…, my code is ABCD-…. `holdsCode` finds each of them. */
export function codesAmong(words: string): string[] {
  if (words.length > LONGEST_AROUND) return [];
  return [...plain(words).toUpperCase().matchAll(PERHAPS)].map(([, one]) => canonical(one!));
}

/** What is said beside a code (`canonical`) that stands among these words. */
export const withoutCode = (words: string, code: string): string =>
  plain(words).replace(new RegExp(code.match(/.{4}/g)!.join('[^\\p{L}\\p{N}]{0,3}'), 'iu'), ' ');

/** Everything in these words that is written the way we write our codes, whether such a code is open or not. */
export function codesIn(words: string): string[] {
  return (plain(words).match(WRITTEN) ?? []).filter((one) => NO_WORDS.test(one));
}

/** Whether these words contain a pairing code or an invitation: whoever reads it could become owner or helper. */
export async function holdsCode({ tx, now, sha256 }: Context, words: string): Promise<boolean> {
  if (codesIn(words).length > 0) return true;
  const perhaps = [...plain(words).toUpperCase().matchAll(PERHAPS)].map(([, one]) => sha256(canonical(one!)));
  if (perhaps.length === 0) return false;
  const open = await tx<{ hash: Buffer }>`
    select code_hash as hash from pairing_codes where used_at is null and expires_at > ${now}`;
  return open.some(({ hash }) => perhaps.some((one) => hash.equals(one)));
}

/** Full width, other hyphens and invisible characters must not hide a code. */
const plain = (words: string): string =>
  words
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/\p{Pd}/gu, '-');
