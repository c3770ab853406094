import { commonEnglish, commonForeign, tellingHan } from './common_words.ts';
import { headWords } from './cut.ts';
import type { Locale } from './locale.ts';

/** How much of a text is looked at. */
const LONGEST = 10_000;

/** Addresses are no words of any language. What stands before an @ is short, so that the search stays linear. */
const addresses = /https?:\/\/[^\s\p{Script=Han}]+|www\.[^\s\p{Script=Han}]+|(?<![\w.+-])[\w.+-]{0,64}@[\w.-]+/giu;

/** What begins with a slash is for a machine. */
const commands = /(?<![^\s])[/／][^\s]+/gu;

const wordLike = /[\p{Script=Latin}\p{M}\p{N}_][\p{Script=Latin}\p{M}\p{N}_'’-]*/gu;

/** A word of two letters or more; with a digit or an underscore in it, it is a code. */
const isWord = (token: string) => /^\p{Script=Latin}[\p{Script=Latin}\p{M}'’-]+$/u.test(token);

/** Letters that English does without, except in names and cafés. */
const foreignLetters = /[^a-z'’-]/i;

/** A language, as the words of one text tell it. */
export interface Spoken {
  locale: Locale;
  /** Clearly said: more than one borrowed word, a name, or another language in the same letters. */
  clear: boolean;
}

/**
 * The language a text is most likely in: a Han character weighs as much as a Latin word (of two letters or more). Commands,
 * addresses, codes, numbers and emoji say nothing. Undefined when nothing else is there, or when another script (kana, hangul,
 * Cyrillic, …) has more letters than both have words.
 */
export function spokenIn(text: string): Spoken | undefined {
  const said = headWords(text, LONGEST).replace(addresses, ' ').replace(commands, ' ');
  const han = said.match(/\p{Script=Han}/gu) ?? [];
  const latin = (said.match(wordLike) ?? []).filter(isWord);
  const other = count(said, /[^\P{L}\p{Script=Han}\p{Script=Latin}]/gu);
  if (han.length + latin.length === 0 || other > han.length + latin.length) return undefined;
  if (han.length > 0 && count(said, /[\p{Script=Hiragana}\p{Script=Katakana}]/gu) * 3 > han.length) return undefined;
  return han.length >= latin.length
    ? { locale: 'zh-CN', clear: isClearlyChinese(han) }
    : { locale: 'en', clear: isClearlyEnglish(latin) };
}

/** The language a text is most likely in, however little there is to tell it by; see `spokenIn`. */
export const detectLanguage = (text: string): Locale | undefined => spokenIn(text)?.locale;

/** Which of our languages a platform's tag ('zh-hans', 'en_GB', 'es') means; undefined when it means none of them. */
export function localeOfTag(tag: string | null | undefined): Locale | undefined {
  if (!tag) return undefined;
  return /^(?:zh|cmn|yue)(?![a-z])/i.test(tag) ? 'zh-CN' : 'en';
}

/** Two characters may be the name of a tea; with a particle or a pronoun they are a sentence. */
const isClearlyChinese = (han: string[]): boolean =>
  han.length > 3 || (han.length > 1 && han.some((character) => tellingHan.has(character)));

/** Names and loan words are everywhere; only the small words tell one language from another. */
function isClearlyEnglish(words: string[]): boolean {
  const lower = words.map((word) => word.toLowerCase().replace('’', "'"));
  const english = lower.filter((word) => commonEnglish.has(word)).length;
  const foreign = lower.filter((word) => commonForeign.has(word) || foreignLetters.test(word)).length;
  return english > 1 && english > foreign;
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
