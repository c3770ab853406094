import type { Locale } from '../../../text/locale.ts';
import { narrow } from '../../../text/normalise.ts';
import { BETWEEN_NUMBERS } from '../../../text/person/joined.ts';
import { typedMeanings } from '../../../text/typed.ts';

/** First word and the rest; full-width spaces count, and a blank between a slash and its word does not. */
export function splitFirst(text: string): [first: string, rest: string] {
  const match = /^([/／](?=\s{1,3}\p{L})|)\s*(\S+)\s*([\s\S]*)$/u.exec(text.trimStart());
  return match ? [`${match[1]!}${match[2]!}`, match[3]!.trim()] : ['', ''];
}

/** 'c12' names contact 12 beyond doubt: what buttons use. */
export function explicitContact(word: string): string | undefined {
  return /^c(\d{1,18})$/i.exec(word)?.[1];
}

/** 'v12' names conversation 12. */
export function explicitConversation(word: string): string | undefined {
  return /^v(\d{1,18})$/i.exec(word)?.[1];
}

/** Whether the words begin with 'c12' or 'v12'. */
export const isRef = (words: string): boolean => /^[cv]\d{1,18}(?=[\s:：,，]|$)/i.test(words);

/** A bare id as buttons write it, or as a Chinese keyboard does: '12', '＃１２', '12、'. */
export function idIn(word: string): string | undefined {
  return /^#?(\d{1,18})[、,.:。]?$/.exec(narrow(word))?.[1];
}

/** Ids with blanks, commas or "and" between them, and nothing else. */
export function idsIn(words: string): string[] | undefined {
  const ids = words.split(BETWEEN_NUMBERS).filter(Boolean).map(idIn);
  return ids.length > 0 && ids.every((id) => id !== undefined) ? [...new Set(ids)] : undefined;
}

/** For commands that take one word: what stands behind it. */
export const behindFirst = (words: string): string => splitFirst(words)[1];

/** For commands that take one word of a kind, or none: everything behind it. */
export const behindOne =
  (kind: RegExp) =>
  (words: string): string => {
    const [first, rest] = splitFirst(words);
    return kind.test(first) ? rest : words;
  };

/** For lists: everything that is no page number. */
export const behindPage = (words: string): string => behindOne(/^\d{1,4}$/)(words);

/** For commands that take no words. */
export const allWords = (words: string): string => words;

/** A page number, counted from 1. */
export function pageIn(words: string): number {
  const page = Number(/^\d{1,4}$/.exec(words.trim())?.[0] ?? 1);
  return Math.max(1, page);
}

/** What page buttons write between a query and the page: '/search 发票 › 2'. */
const PAGE = /›\s{0,3}(\d{1,4})$/u;

/** A query and the page of it that is meant. */
export function queryPage(words: string): { query: string; page: number } {
  return { query: words.replace(PAGE, '').trim(), page: Math.max(1, Number(PAGE.exec(words)?.[1] ?? 1)) };
}

/** '#vip' → 'vip'; full-width ＃ counts. */
export function tagIn(word: string): string | undefined {
  return /^[#＃]([\p{L}\p{N}_-]{1,40})$/u.exec(word)?.[1]?.toLowerCase();
}

const LANGUAGES = typedMeanings<Locale>(({ language }) => language);

/** A language by any of its names: zh, 中文, English, 英语. */
export function localeIn(typed: string): Locale | undefined {
  const folded = typed.toLowerCase();
  return [...LANGUAGES].find(([name]) => folded.startsWith(name))?.[1];
}
