import { simplify } from '../triage/simplify.ts';
import type { AnyCommand } from './command.ts';
import { similarTo, slipsBetween } from './similar.ts';

/** Letters and digits without an end, or with an underscore: no word anybody writes to somebody. */
const LOOKS_SECRET = /^(?=.*\d)(?=.*[a-z])[\w+/=-]{12,}$|^[a-z]{2,8}_[\w-]{6,}$/i;
const PROVIDER_SLIPS = 2;
/** What a line is about stands in its first words. */
const FIRST_WORDS = 2;

/**
 * Whether words without a slash are meant as a command that takes a secret: its name in front, misspelt, in traditional characters or
 * not, and behind it a shop with one more word, or a word that can only be a secret. Else they are words like any others.
 */
export function meansSecret(text: string, commands: readonly AnyCommand[], providers: readonly string[]): boolean {
  const words = wordsOf(text);
  const named = words.slice(0, FIRST_WORDS).some((word) => isNamed(word, commands));
  const shop = words.slice(0, FIRST_WORDS + 1).findIndex((word) => isProvider(word, providers));
  if (!named && shop === -1) return false;
  return words.some((word) => LOOKS_SECRET.test(word)) || (named && shop !== -1 && words.length === shop + 2);
}

/** Han and Latin may be written without a space, and a colon or comma between them. */
function wordsOf(text: string): string[] {
  const spaced = [...text]
    .map(simplify)
    .join('')
    .replace(/(?<=\p{Script=Han})(?=[a-z])/giu, ' ');
  return spaced.split(/[\s:：,，、]+/u).filter(Boolean);
}

function isNamed(word: string, commands: readonly AnyCommand[]): boolean {
  if (word.length > 12 || word.length < 2) return false;
  return (
    similarTo(
      word,
      commands.filter(({ secret }) => secret),
    ).length > 0
  );
}

function isProvider(word: string, providers: readonly string[]): boolean {
  const near = (name: string) =>
    Math.abs(name.length - word.length) <= PROVIDER_SLIPS && slipsBetween(word.toLowerCase(), name) <= PROVIDER_SLIPS;
  return providers.some(near);
}
