import { plainly, plainPattern } from '../plainly.ts';
import { timeIn } from '../when/time_like.ts';
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
  recalls: plainPattern(language.RECALLS),
  onlyDoubt: plainPattern(language.ONLY_DOUBT),
  doubtBehind: plainPattern(language.DOUBT_BEHIND),
  endsAsked: plainPattern(language.ENDS_ASKED),
}));

const either = (name: keyof (typeof PATTERNS)[number], text: string): boolean =>
  PATTERNS.some((language) => language[name].test(text));

/** Whether somebody rather asks, denies or supposes what a rule reads as done; `parts`: what its groups hold. */
export function isDoubted(does: Does, typed: string, parts: Readonly<Record<string, string>>): boolean {
  const text = plainly(typed);
  if (does === 'task' && either('recalls', text)) return true;
  if (TELLS.includes(does)) return false;
  if (either('asked', text) && !either('polite', text)) return true;
  if (FREE.includes(does)) return false;
  if (either('supposed', text)) return true;
  return Object.entries(parts).some(([name, part]) => !FREE_PART.test(name) && either('denied', plainly(part)));
}

/** Behind their name may stand any words, somebody's question too: to be said, kept, made a setting, or acted out. */
const SAYS: readonly Does[] = ['later', 'taskall', 'c', 'quote', 'settings', 'rehearse', 'away'];

/** Longer words are somebody's, and no remark behind a command; in UTF-16 units. */
const LONGEST = 120;

/** Whether what is left behind a command only asks, doubts or supposes: 了吗, or not, only if he pays. It is for nobody to read. */
export const isOnlyDoubt = (words: string): boolean =>
  words.trim() !== '' && words.length <= LONGEST && either('onlyDoubt', plainly(words));

/** Where in the words of an act it begins to be asked, denied or supposed: 'Dave or not'. Undefined: it does not, or the command takes any words. */
export function doubtFrom(does: Does, words: string): number | undefined {
  if ([...TELLS, ...FREE, ...SAYS].includes(does) || words.length > LONGEST) return undefined;
  if (isOnlyDoubt(words)) return 0;
  const plain = plainly(words);
  const found = PATTERNS.flatMap(({ doubtBehind }) => doubtBehind.exec(plain)?.index ?? []);
  return found.length > 0 ? Math.min(...found) : undefined;
}

/** Whether what is to be a lead or a ticket rather asks how one stands: 怎么样了, still open? */
export const asksHowItStands = (words: string): boolean =>
  isOnlyDoubt(words) || (words.length <= LONGEST && either('endsAsked', plainly(words)));

const toldByPattern = plainPattern(zh.TOLD_BY);

/** Who is said to remind or to have reminded its writer, where that is no time: Anna提醒我明天付款. */
export function toldBy(typed: string): string | undefined {
  const who = toldByPattern.exec(plainly(typed).trim())?.groups?.who;
  return who === undefined || timeIn(who) !== undefined ? undefined : who;
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
