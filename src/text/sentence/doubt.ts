import { plainly, plainPattern } from '../plainly.ts';
import * as en from './en/doubt.ts';
import type { Does } from './rule.ts';
import * as zh from './zh/doubt.ts';

/** They only show something, or take words over as they are: what is asked or denied in them is part of it. */
const TELLS: readonly Does[] = [
  ...(['inbox', 'tasks', 'tickets', 'leads', 'digest', 'scheduled', 'duplicates', 'unsent', 'blocked'] as const),
  ...(['status', 'find', 'contact', 'timeline', 'help', 'export', 'add', 'note', 'reply', 'task'] as const),
];
/** Of these the words behind the name may say anything. */
const FREE: readonly Does[] = ['lead', 'ticket'];
/** What people call something may hold any word. */
const FREE_PART = /^(?:rest|tag|value|name|money|thing|phone|mail|goods)\d?$/;

const PATTERNS = [en, zh].map((language) => ({
  asked: plainPattern(language.ASKED),
  polite: plainPattern(language.POLITE),
  denied: plainPattern(language.DENIED),
  supposed: plainPattern(language.CONDITION),
  order: plainPattern(language.ORDER),
  orderWithin: plainPattern(language.ORDER_WITHIN),
  goesOn: plainPattern(language.GOES_ON),
  secondNew: plainPattern(language.SECOND_NEW),
}));

const either = (name: keyof (typeof PATTERNS)[number], text: string): boolean =>
  PATTERNS.some((language) => language[name].test(text));

/** Whether somebody rather asks, denies or supposes what a rule reads as done; `parts`: what its groups hold. */
export function isDoubted(does: Does, typed: string, parts: Readonly<Record<string, string>>): boolean {
  if (TELLS.includes(does)) return false;
  const text = plainly(typed);
  if (either('asked', text) && !either('polite', text)) return true;
  if (FREE.includes(does)) return false;
  if (either('supposed', text)) return true;
  return Object.entries(parts).some(([name, part]) => !FREE_PART.test(name) && either('denied', plainly(part)));
}

/** Whether words behind what somebody is about to do ask, deny or suppose it. */
export function isUnsure(words: string): boolean {
  const text = plainly(words);
  return either('asked', text) || either('supposed', text) || either('denied', text);
}

/** What more a sentence says than it is read as: an order of its own, or any words. */
export type More = 'order' | 'words' | undefined;

export function moreIn(typed: string): More {
  const text = plainly(typed).trim();
  if (either('order', text)) return 'order';
  return either('orderWithin', text) || either('goesOn', text) ? 'words' : undefined;
}

/** Whether somebody new is followed by somebody else who is. */
export const namesSecondNew = (words: string): boolean => either('secondNew', plainly(words));
