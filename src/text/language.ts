import type { Locale } from './locale.ts';

/** Only so much is looked at. */
const LONGEST = 10_000;
/** Addresses are no words of any language. What stands before an @ is short: a search from every letter on stays linear. */
const addresses = /https?:\/\/\S+|www\.\S+|(?<![\w.+-])[\w.+-]{1,64}@\S+/gi;

/**
 * The language a text is most likely in, by script: a Han character weighs as much as a Latin word (of two letters or more).
 * Undefined when there is neither, or when another script (kana, hangul, Cyrillic, …) has more letters than both have words.
 */
export function detectLanguage(text: string): Locale | undefined {
  const words = text.slice(0, LONGEST).replace(addresses, ' ');
  const han = count(words, /\p{Script=Han}/gu);
  const latin = count(words, /\p{Script=Latin}[\p{Script=Latin}'’-]+/gu);
  const other = count(words, /(?![\p{Script=Han}\p{Script=Latin}])\p{L}/gu);
  if (han + latin === 0 || other > han + latin) return undefined;
  if (han > 0 && count(words, /[\p{Script=Hiragana}\p{Script=Katakana}]/gu) * 3 > han) return undefined;
  return han >= latin ? 'zh-CN' : 'en';
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
