import type { Locale } from '../locale.ts';

/** The language that a cell names: zh-CN, 中文, en_US, English; undefined for another one. */
export function localeCalled(text: string): Locale | undefined {
  const word = text.trim().toLowerCase();
  if (/^(?:zh|cn|chinese|mandarin|中文|汉语|简体|繁体)/u.test(word)) return 'zh-CN';
  return /^(?:en(?:$|[-_])|english|英)/u.test(word) ? 'en' : undefined;
}
