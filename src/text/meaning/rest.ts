import type { Locale } from '../locale.ts';
import { BEFORE_THING as ENGLISH, said as english } from './en/said.ts';
import { BEFORE_THING as CHINESE, said as chinese } from './zh/said.ts';

export type SaidWords = typeof english;

/** How what was read is written into a line. */
export const saidWords: Readonly<Record<Locale, SaidWords>> = { en: english, 'zh-CN': chinese };

const AROUND = /^[\s,，.。:：;；!！?？的]+|[\s,，]+$/gu;

/** What is said of somebody, without their name and what only leads to it: is looking for a logo. */
export function saidOf(text: string, name: string | undefined): string {
  const behind = name && text.toLowerCase().startsWith(name.toLowerCase()) ? text.slice(name.length) : text;
  if (behind === text && name !== undefined) return text.replace(AROUND, '');
  const rest = behind.replace(AROUND, '');
  const lead = /\p{Script=Han}/u.test(rest) ? CHINESE : ENGLISH;
  return rest.slice(lead.exec(rest)?.[0].length ?? 0).replace(AROUND, '') || rest;
}
