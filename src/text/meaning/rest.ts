import type { Locale } from '../locale.ts';
import { BEFORE_THING as ENGLISH, said as english } from './en/said.ts';
import { BEFORE_THING as CHINESE, said as chinese } from './zh/said.ts';

export type SaidWords = typeof english;

/** How what was read is written into a line. */
export const saidWords: Readonly<Record<Locale, SaidWords>> = { en: english, 'zh-CN': chinese };

const AROUND = /^[\s,，.。:：;；!！?？的]+|(?<![\s,，])[\s,，]+$/gu;

/** What is said of somebody, without their name in front. */
export function behindName(text: string, name: string | undefined): string {
  const isFirst = name !== undefined && text.toLowerCase().startsWith(name.toLowerCase());
  return (isFirst ? text.slice(name.length).replace(/^['’]?s\b/iu, '') : text).replace(AROUND, '');
}

/** The same without what only leads to it: a logo, of somebody who is looking for one. */
export function saidOf(text: string, name: string | undefined): string {
  const rest = behindName(text, name);
  if (rest.length === text.length) return rest;
  const lead = /\p{Script=Han}/u.test(rest) ? CHINESE : ENGLISH;
  return rest.slice(lead.exec(rest)?.[0].length ?? 0).replace(AROUND, '') || rest;
}
