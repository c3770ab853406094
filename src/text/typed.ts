import type { Texts } from './en/index.ts';
import { everyLanguage } from './texts.ts';

type Typed = Texts['typed'];

/** What may be typed for something, in any language, whichever the user's own is. */
export function typedWords(pick: (typed: Typed) => readonly string[]): ReadonlySet<string> {
  return new Set(everyLanguage.flatMap(({ typed }) => pick(typed)));
}

/** What each word means, in any language. */
export function typedMeanings<M extends string>(
  pick: (typed: Typed) => Readonly<Record<M, readonly string[]>>,
): ReadonlyMap<string, M> {
  const meanings = (words: Readonly<Record<M, readonly string[]>>) =>
    (Object.keys(words) as M[]).flatMap((meaning) => words[meaning].map((word) => [word, meaning] as const));
  return new Map(everyLanguage.flatMap(({ typed }) => meanings(pick(typed))));
}
