import { plainly, plainPattern } from '../plainly.ts';
import { typedWords } from '../typed.ts';
import { timeIn } from '../when/time_like.ts';
import * as en from './en/doubt.ts';
import type { Does, Rule } from './rule.ts';
import * as zh from './zh/doubt.ts';

/** They only show something, or take words over as they are: what is asked or denied in them is part of it. */
const TELLS: readonly Does[] = [
  ...([
    'inbox',
    'tasks',
    'tickets',
    'leads',
    'pipeline',
    'next',
    'promise',
    'forecast',
    'hours',
    'digest',
    'scheduled',
    'duplicates',
    'unsent',
    'blocked',
  ] as const),
  ...([
    'status',
    'orders',
    'quotes',
    'takings',
    'csat',
    'churn',
    'contracts',
    'unpaid',
    'find',
    'contact',
    'timeline',
    'help',
    'export',
    'add',
    'note',
    'reply',
    'task',
    'c',
    'search',
    'faq',
    'causes',
    'audit',
  ] as const),
];
/** Of them those that hold words as they were typed. */
const HOLDS: readonly Does[] = ['add', 'note', 'reply', 'task', 'c', 'search', 'faq'];

export const showsOnly = (does: Does): boolean => TELLS.includes(does) && !HOLDS.includes(does);

/** What somebody has said or done elsewhere is kept as it was heard: what they ask or doubt in it is theirs, unless its writer asks at its end. */
const HEARD: readonly Does[] = ['call', 'visit', 'feedback'];
/** They only show something where nothing is said behind them. */
const TELLS_ALONE: readonly Does[] = ['autoreply', 'helper'];
/** Of these the words behind the name may say anything. */
const FREE: readonly Does[] = ['lead', 'ticket'];
/** They only make a draft; whom it is for is said by questions: everyone who bought mugs. */
const DRAFTS: readonly Does[] = ['campaign', 'post', 'sequence'];
/** What people call something may hold any word, and so may whom of many they mean. */
const FREE_PART = /^(?:rest|people|tag|value|name|money|thing|phone|mail|goods)\d?$/;

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
  takenBack: plainPattern(language.TAKEN_BACK),
  putOff: plainPattern(language.PUT_OFF),
  unfinished: plainPattern(language.UNFINISHED),
  someDay: plainPattern(language.SOME_DAY),
  leadsOn: plainPattern(language.LEADS_ON),
  whyNot: plainPattern(language.WHY_NOT),
  onlyTellsUs: plainPattern(language.ONLY_TELLS_US),
  nameIsWord: plainPattern(language.NAME_IS_WORD),
}));

const either = (name: keyof (typeof PATTERNS)[number], text: string): boolean =>
  PATTERNS.some((language) => language[name].test(text));

/** Whether somebody rather asks, denies or supposes what a rule reads as done; `parts`: what its groups hold. */
export function isDoubted(
  { does, words }: Pick<Rule, 'does' | 'words'>,
  typed: string,
  parts: Readonly<Record<string, string>>,
): boolean {
  const text = plainly(typed);
  if (does === 'task' && either('recalls', text)) return true;
  // money that is yet to come
  if (does === 'order' && parts.who && zh.YET_TO.test(parts.who)) return true;
  // whether we are open is asked, and no reason to open
  if (does === 'hours' && words) return /[?？]\s*$/u.test(typed) || either('asked', text);
  // nobody has said anything: what there is is only shown
  if (does === 'feedback' && !parts.who) return false;
  if (HEARD.includes(does)) return words !== undefined && /[?？]\s*$/.test(text);
  if (TELLS.includes(does) || DRAFTS.includes(does) || (TELLS_ALONE.includes(does) && !words)) return false;
  // who is at a company is a question; only where somebody is named, something is said of them
  if (does === 'org' && !parts.who) return false;
  // what they are to be asked later is theirs to answer
  const askedOf = does === 'later' && parts.rest ? text.slice(0, text.length - parts.rest.length) : text;
  if (either('asked', askedOf) && !either('polite', text)) return true;
  if (FREE.includes(does)) return false;
  if (either('supposed', text)) return true;
  return Object.entries(parts).some(([name, part]) => !FREE_PART.test(name) && either('denied', plainly(part)));
}

/** Behind their name may stand any words, somebody's question too: to be said, kept, made a setting, or acted out. */
const SAYS: readonly Does[] = [
  'later',
  'taskall',
  'c',
  'quote',
  'order',
  'settings',
  'rehearse',
  'away',
  'import',
  'connect',
  'forms',
  'hook',
  'campaign',
  'post',
  'sequence',
  'csat',
  'feedback',
  'call',
  'visit',
  'org',
  'faq',
  'autoreply',
  'contract',
];

const BACK = typedWords(({ gone }) => gone.back);

/** Longer words are somebody's, and no remark behind a command; in UTF-16 units. */
const LONGEST = 120;

/** Whether what is left behind a command only asks, doubts or supposes: 了吗, or not, only if he pays. It is for nobody to read. */
export const isOnlyDoubt = (words: string): boolean =>
  words.trim() !== '' && words.length <= LONGEST && either('onlyDoubt', plainly(words));

/** They say that something is over: what is not yet is no reason for it. */
const ENDS: readonly Does[] = ['resolve', 'won', 'done'];
/** They are done now, and at no other time. */
const AT_ONCE: readonly Does[] = [...ENDS, 'block', 'unblock', 'delete', 'reopen'];

/** Where the words of an act may begin to say something else than what it names. */
const BORDER = /(?<=\S)(?:\s+|[,，;；。.!！–—-]+\s*)(?=\S)/gu;

/** Whether words, all of them, take back what they stand behind: hold on, just kidding, 弄错了. */
export const isTakenBack = (words: string): boolean =>
  words.trim() !== '' && words.length <= LONGEST && either('takenBack', plainly(words).trim());

/** Where the tail of an act takes it back, or says that it is not so yet: 'Dave almost done'. */
function takenBackFrom(does: Does, plain: string): number | undefined {
  const tails = [...plain.matchAll(BORDER)].map(({ index, 0: border }) => index + border.length);
  return tails.find((start, nth) => {
    const tail = plain.slice(start).trim();
    if (either('leadsOn', plain.slice(0, start).trimEnd())) return false;
    if (either('takenBack', tail) || either('putOff', tail)) return true;
    if (nth === 0 && AT_ONCE.includes(does) && either('someDay', tail)) return true;
    return ENDS.includes(does) && either('unfinished', tail);
  });
}

/** Where in the words of an act it begins to be asked, denied, supposed or taken back: 'Dave or not'. Undefined: it does not, or the command takes any words. */
export function doubtFrom(does: Does, words: string): number | undefined {
  if ([...TELLS, ...FREE, ...SAYS].includes(does) || words.length > LONGEST) return undefined;
  // a word of the command itself: 王强 取消
  if (does === 'gone' && [...BACK].some((word) => words.trim().toLowerCase().endsWith(` ${word}`))) return undefined;
  if (isOnlyDoubt(words)) return 0;
  const plain = plainly(words);
  // what might have been is why it was lost
  if (does === 'lost' && either('whyNot', plain) && !either('endsAsked', plain)) return undefined;
  const found = PATTERNS.flatMap(({ doubtBehind }) => doubtBehind.exec(plain)?.index ?? []);
  const starts = [...found, takenBackFrom(does, plain)].filter((start) => start !== undefined);
  return starts.length > 0 ? Math.min(...starts) : undefined;
}

/** Whether words for somebody rather ask us what to say, tell us what to say, or put it off: what should I say, 晚点再说. */
export const tellsOnlyUs = (words: string): boolean =>
  words.trim() !== '' && words.length <= LONGEST && either('onlyTellsUs', plainly(words).trim());

/** Whether a name in front is rather a word of the sentence: May I send it today? */
export const isNameAWord = (words: string): boolean => either('nameIsWord', plainly(words));

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
